-- Who can sign in.

CREATE TABLE account (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    person_id BYTEA NOT NULL UNIQUE REFERENCES person (id),
    email TEXT,
    email_fold TEXT UNIQUE,
    password_hash TEXT,
    own_code_hash TEXT,
    own_code_is_new BOOLEAN NOT NULL,
    session_version INTEGER NOT NULL,
    disabled_at BIGINT,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE session (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    account_id BYTEA NOT NULL REFERENCES account (id),
    session_version INTEGER NOT NULL,
    label TEXT NOT NULL,
    auth_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX session_by_account_id ON session (account_id);

-- Secrets sent by mail or printed: set-up, invitation, reset. Only the hash is kept.
CREATE TABLE link (
    hash BYTEA PRIMARY KEY,
    purpose TEXT NOT NULL,
    account_id BYTEA REFERENCES account (id),
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX link_by_account_id ON link (account_id);

-- Failed sign-ins by what was typed (hashed), so that the count survives a restart.
CREATE TABLE sign_in_failure (
    who_hash BYTEA PRIMARY KEY,
    failures INTEGER NOT NULL,
    since_at BIGINT NOT NULL,
    blocked_until BIGINT
);
