-- The outbox.

CREATE TABLE mail (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    kind TEXT NOT NULL,
    to_address TEXT NOT NULL,
    to_name TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_body TEXT NOT NULL,
    html_body TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    once_key TEXT UNIQUE,
    person_id BLOB REFERENCES person (id),
    contact_id BLOB REFERENCES contact (id),
    stop_url TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    claimed_until INTEGER,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    sent_at INTEGER
) STRICT;
CREATE INDEX mail_by_state_due_at ON mail (state, due_at);
CREATE INDEX mail_by_person_id ON mail (person_id);
CREATE INDEX mail_by_contact_id ON mail (contact_id);
