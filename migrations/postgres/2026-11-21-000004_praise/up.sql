-- Praise: a note, and each person's or team's share of it.

CREATE TABLE note (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    form_hash BYTEA UNIQUE,
    source TEXT NOT NULL,
    site_id BYTEA NOT NULL REFERENCES site (id),
    place_id BYTEA REFERENCES place (id),
    code_id BYTEA REFERENCES qr_code (id),
    sender_id BYTEA UNIQUE REFERENCES sender (id),
    from_person_id BYTEA REFERENCES person (id),
    relayed_by_id BYTEA REFERENCES person (id),
    passed_on_from_id BYTEA REFERENCES note (id),
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
    sent_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    version INTEGER NOT NULL
);
CREATE INDEX note_by_site_id_state_sent_at ON note (site_id, state, sent_at);
CREATE INDEX note_by_place_id ON note (place_id);
CREATE INDEX note_by_code_id ON note (code_id);
CREATE INDEX note_by_from_person_id ON note (from_person_id);
CREATE INDEX note_by_relayed_by_id ON note (relayed_by_id);
CREATE INDEX note_by_passed_on_from_id ON note (passed_on_from_id);

CREATE TABLE note_value (
    note_id BYTEA NOT NULL REFERENCES note (id),
    value_id BYTEA NOT NULL REFERENCES organisation_value (id),
    PRIMARY KEY (note_id, value_id)
);
CREATE INDEX note_value_by_value_id ON note_value (value_id);

-- Time read, visibility and thanks belong to the recipient. The place is the one of that day.
CREATE TABLE note_recipient (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    note_id BYTEA NOT NULL REFERENCES note (id),
    person_id BYTEA REFERENCES person (id),
    team_id BYTEA REFERENCES team (id),
    site_id BYTEA NOT NULL REFERENCES site (id),
    department_id BYTEA REFERENCES department (id),
    matched_by_id BYTEA REFERENCES person (id),
    visibility TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    read_at BIGINT,
    read_how TEXT,
    heard_at BIGINT,
    seen_hash BYTEA UNIQUE,
    thanked_at BIGINT,
    thanks TEXT,
    is_withdrawn BOOLEAN NOT NULL
);
CREATE INDEX note_recipient_by_person_id_sent_at ON note_recipient (person_id, sent_at);
CREATE INDEX note_recipient_by_site_id_visibility_sent_at ON note_recipient (site_id, visibility, sent_at);
CREATE INDEX note_recipient_by_visibility_sent_at ON note_recipient (visibility, sent_at);
CREATE INDEX note_recipient_by_note_id ON note_recipient (note_id);
CREATE INDEX note_recipient_by_team_id ON note_recipient (team_id);
CREATE INDEX note_recipient_by_department_id ON note_recipient (department_id);
CREATE INDEX note_recipient_by_matched_by_id ON note_recipient (matched_by_id);

CREATE TABLE note_addition (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    note_id BYTEA NOT NULL REFERENCES note (id),
    text TEXT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX note_addition_by_note_id ON note_addition (note_id);
