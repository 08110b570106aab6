-- What could be better, and questions.

CREATE TABLE conversation (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    form_hash BLOB UNIQUE,
    kind TEXT NOT NULL,
    site_id BLOB NOT NULL REFERENCES site (id),
    place_id BLOB REFERENCES place (id),
    code_id BLOB REFERENCES qr_code (id),
    sender_id BLOB UNIQUE REFERENCES sender (id),
    owner_id BLOB REFERENCES person (id),
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    flags TEXT NOT NULL,
    rating INTEGER,
    source_name TEXT,
    sent_at INTEGER NOT NULL,
    acknowledge_by INTEGER,
    answer_by INTEGER,
    decide_by INTEGER,
    answered_at INTEGER,
    closed_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_by_site_id_state_sent_at ON conversation (site_id, state, sent_at);
CREATE INDEX conversation_by_place_id ON conversation (place_id);
CREATE INDEX conversation_by_code_id ON conversation (code_id);
CREATE INDEX conversation_by_owner_id ON conversation (owner_id);

CREATE TABLE conversation_message (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    conversation_id BLOB NOT NULL REFERENCES conversation (id),
    form_hash BLOB UNIQUE,
    side TEXT NOT NULL,
    person_id BLOB REFERENCES person (id),
    text TEXT NOT NULL,
    sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_message_by_conversation_id_sent_at ON conversation_message (conversation_id, sent_at);
CREATE INDEX conversation_message_by_person_id ON conversation_message (person_id);

-- The timeline that its parties see.
CREATE TABLE conversation_event (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    conversation_id BLOB NOT NULL REFERENCES conversation (id),
    person_id BLOB REFERENCES person (id),
    what TEXT NOT NULL,
    detail TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_event_by_conversation_id ON conversation_event (conversation_id);
CREATE INDEX conversation_event_by_person_id ON conversation_event (person_id);

-- Internal: never shown to the customer, so never in the same table as what is.
CREATE TABLE conversation_remark (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    conversation_id BLOB NOT NULL REFERENCES conversation (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_remark_by_conversation_id ON conversation_remark (conversation_id);
CREATE INDEX conversation_remark_by_person_id ON conversation_remark (person_id);
