-- What the law and the house ask of voice, how long what was raised is kept, and what is left of it afterwards.

-- One row. With eu_mode on, the clocks of Directive (EU) 2019/1937 hold, and channels (where else one can turn) is not empty.
CREATE TABLE voice_rules (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    eu_mode INTEGER NOT NULL CHECK (eu_mode IN (0, 1)),
    channels TEXT NOT NULL,
    thread_keep_days INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CHECK (NOT (eu_mode = 1 AND channels = ''))
) STRICT;

INSERT INTO voice_rules VALUES (1, 0, '', 730, 1);

-- An issue or thread that is kept longer than its days, because the law asks for it, or whose end was announced.
CREATE TABLE keeping (
    about_id BLOB PRIMARY KEY NOT NULL CHECK (length(about_id) = 16),
    held_on TEXT,
    warned_on TEXT
) STRICT, WITHOUT ROWID;

-- What is left of an issue or thread whose days are over: no word, nobody. shown_to: handlers (of named
-- ones), confidants, or nobody, because somebody who would find it there was never to know of it.
CREATE TABLE stub (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    about TEXT NOT NULL,
    kind TEXT NOT NULL,
    category_id BLOB,
    site_id BLOB,
    state TEXT NOT NULL,
    shown_to TEXT NOT NULL,
    began_on TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    deleted_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
