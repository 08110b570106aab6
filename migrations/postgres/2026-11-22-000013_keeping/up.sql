-- What the law and the house ask of voice, how long what was raised is kept, and what is left of it afterwards.

-- One row. With eu_mode on, the clocks of Directive (EU) 2019/1937 hold, and channels (where else one can turn) is not empty.
CREATE TABLE voice_rules (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    eu_mode BOOLEAN NOT NULL,
    channels TEXT NOT NULL,
    thread_keep_days INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CHECK (NOT (eu_mode AND channels = ''))
);

INSERT INTO voice_rules VALUES (1, FALSE, '', 730, 1);

-- An issue or thread that is kept longer than its days, because the law asks for it, or whose end was announced.
CREATE TABLE keeping (
    about_id BYTEA PRIMARY KEY CHECK (length(about_id) = 16),
    held_on TEXT,
    warned_on TEXT
);

-- What is left of an issue or thread whose days are over: no word, nobody. shown_to: handlers (of named
-- ones), confidants, or nobody, because somebody who would find it there was never to know of it.
CREATE TABLE stub (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    about TEXT NOT NULL,
    kind TEXT NOT NULL,
    category_id BYTEA,
    site_id BYTEA,
    state TEXT NOT NULL,
    shown_to TEXT NOT NULL,
    began_on TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    deleted_on TEXT NOT NULL
);
