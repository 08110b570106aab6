-- Praise: a note, and each person's or team's share of it.

CREATE TABLE note (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    form_hash BLOB UNIQUE,
    source TEXT NOT NULL,
    site_id BLOB NOT NULL REFERENCES site (id),
    place_id BLOB REFERENCES place (id),
    code_id BLOB REFERENCES qr_code (id),
    sender_id BLOB UNIQUE REFERENCES sender (id),
    from_person_id BLOB REFERENCES person (id),
    relayed_by_id BLOB REFERENCES person (id),
    passed_on_from_id BLOB REFERENCES note (id),
    language TEXT NOT NULL,
    did TEXT NOT NULL,
    difference TEXT NOT NULL,
    typed_name TEXT,
    when_text TEXT,
    where_text TEXT,
    role_text TEXT,
    state TEXT NOT NULL,
    flags TEXT NOT NULL,
    satisfied TEXT,
    individual TEXT,
    would_return TEXT,
    rating INTEGER,
    source_name TEXT,
    sent_at INTEGER NOT NULL,
    withdrawn_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX note_by_site_id_state_sent_at ON note (site_id, state, sent_at);
CREATE INDEX note_by_place_id ON note (place_id);
CREATE INDEX note_by_code_id ON note (code_id);
CREATE INDEX note_by_from_person_id ON note (from_person_id);
CREATE INDEX note_by_relayed_by_id ON note (relayed_by_id);
CREATE INDEX note_by_passed_on_from_id ON note (passed_on_from_id);

CREATE TABLE note_value (
    note_id BLOB NOT NULL REFERENCES note (id),
    value_id BLOB NOT NULL REFERENCES organisation_value (id),
    PRIMARY KEY (note_id, value_id)
) STRICT;
CREATE INDEX note_value_by_value_id ON note_value (value_id);

-- Time read, visibility and thanks belong to the recipient. The place is the one of that day.
CREATE TABLE note_recipient (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    note_id BLOB NOT NULL REFERENCES note (id),
    person_id BLOB REFERENCES person (id),
    team_id BLOB REFERENCES team (id),
    site_id BLOB NOT NULL REFERENCES site (id),
    department_id BLOB REFERENCES department (id),
    matched_by_id BLOB REFERENCES person (id),
    visibility TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    read_at INTEGER,
    read_how TEXT,
    heard_at INTEGER,
    seen_hash BLOB UNIQUE,
    thanked_at INTEGER,
    thanks TEXT,
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1))
) STRICT;
CREATE INDEX note_recipient_by_person_id_sent_at ON note_recipient (person_id, sent_at);
CREATE INDEX note_recipient_by_site_id_visibility_sent_at ON note_recipient (site_id, visibility, sent_at);
CREATE INDEX note_recipient_by_visibility_sent_at ON note_recipient (visibility, sent_at);
CREATE INDEX note_recipient_by_note_id ON note_recipient (note_id);
CREATE INDEX note_recipient_by_team_id ON note_recipient (team_id);
CREATE INDEX note_recipient_by_department_id ON note_recipient (department_id);
CREATE INDEX note_recipient_by_matched_by_id ON note_recipient (matched_by_id);

CREATE TABLE note_addition (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    note_id BLOB NOT NULL REFERENCES note (id),
    text TEXT NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_addition_by_note_id ON note_addition (note_id);
