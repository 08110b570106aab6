-- What was done that somebody may have to answer for. Each entry carries the hash of the one before, so that an entry
-- that is changed, taken out or moved is found. No reference leads to the person: the log outlives the directory.
CREATE TABLE audit_entry (
    seq INTEGER PRIMARY KEY NOT NULL,
    happened_at INTEGER NOT NULL,
    person_id BLOB,
    address TEXT,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    about_id BLOB,
    detail TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_entry_by_person_id ON audit_entry (person_id);
CREATE INDEX audit_entry_by_about_id ON audit_entry (about_id);
CREATE INDEX audit_entry_by_what ON audit_entry (what, seq);

-- One row: the newest entry. Whoever writes the next one takes this row first, so that there is one chain.
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

INSERT INTO audit_head VALUES (1, 0, x'');
