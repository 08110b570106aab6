-- What was done that somebody may have to answer for. Each entry carries the hash of the one before, so that an entry
-- that is changed, taken out or moved is found. No reference leads to the person: the log outlives the directory.
CREATE TABLE audit_entry (
    seq BIGINT PRIMARY KEY,
    happened_at BIGINT NOT NULL,
    person_id BYTEA,
    address TEXT,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    about_id BYTEA,
    detail TEXT NOT NULL,
    hash BYTEA NOT NULL
);
CREATE INDEX audit_entry_by_person_id ON audit_entry (person_id);
CREATE INDEX audit_entry_by_about_id ON audit_entry (about_id);
CREATE INDEX audit_entry_by_what ON audit_entry (what, seq);

-- One row: the newest entry. Whoever writes the next one takes this row first, so that there is one chain.
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

INSERT INTO audit_head VALUES (1, 0, '\x');
