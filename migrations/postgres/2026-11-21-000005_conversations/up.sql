-- What could be better, and questions.

CREATE TABLE conversation (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    form_hash BYTEA UNIQUE,
    kind TEXT NOT NULL,
    site_id BYTEA NOT NULL REFERENCES site (id),
    place_id BYTEA REFERENCES place (id),
    code_id BYTEA REFERENCES qr_code (id),
    sender_id BYTEA UNIQUE REFERENCES sender (id),
    owner_id BYTEA REFERENCES person (id),
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    flags TEXT NOT NULL,
    rating INTEGER,
    source_name TEXT,
    sent_at BIGINT NOT NULL,
    acknowledge_by BIGINT,
    answer_by BIGINT,
    decide_by BIGINT,
    answered_at BIGINT,
    closed_at BIGINT,
    version INTEGER NOT NULL
);
CREATE INDEX conversation_by_site_id_state_sent_at ON conversation (site_id, state, sent_at);
CREATE INDEX conversation_by_place_id ON conversation (place_id);
CREATE INDEX conversation_by_code_id ON conversation (code_id);
CREATE INDEX conversation_by_owner_id ON conversation (owner_id);

CREATE TABLE conversation_message (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    conversation_id BYTEA NOT NULL REFERENCES conversation (id),
    form_hash BYTEA UNIQUE,
    side TEXT NOT NULL,
    person_id BYTEA REFERENCES person (id),
    text TEXT NOT NULL,
    sent_at BIGINT NOT NULL
);
CREATE INDEX conversation_message_by_conversation_id_sent_at ON conversation_message (conversation_id, sent_at);
CREATE INDEX conversation_message_by_person_id ON conversation_message (person_id);

-- The timeline that its parties see.
CREATE TABLE conversation_event (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    conversation_id BYTEA NOT NULL REFERENCES conversation (id),
    person_id BYTEA REFERENCES person (id),
    what TEXT NOT NULL,
    detail TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX conversation_event_by_conversation_id ON conversation_event (conversation_id);
CREATE INDEX conversation_event_by_person_id ON conversation_event (person_id);

-- Internal: never shown to the customer, so never in the same table as what is.
CREATE TABLE conversation_remark (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    conversation_id BYTEA NOT NULL REFERENCES conversation (id),
    person_id BYTEA NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX conversation_remark_by_conversation_id ON conversation_remark (conversation_id);
CREATE INDEX conversation_remark_by_person_id ON conversation_remark (person_id);
