-- Who can sign in.

CREATE TABLE account (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    person_id BLOB NOT NULL UNIQUE REFERENCES person (id),
    email TEXT,
    email_fold TEXT UNIQUE,
    password_hash TEXT,
    own_code_hash TEXT,
    own_code_is_new INTEGER NOT NULL CHECK (own_code_is_new IN (0, 1)),
    session_version INTEGER NOT NULL,
    disabled_at INTEGER,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    account_id BLOB NOT NULL REFERENCES account (id),
    session_version INTEGER NOT NULL,
    label TEXT NOT NULL,
    auth_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX session_by_account_id ON session (account_id);

-- Secrets sent by mail or printed: set-up, invitation, reset. Only the hash is kept.
CREATE TABLE link (
    hash BLOB PRIMARY KEY NOT NULL,
    purpose TEXT NOT NULL,
    account_id BLOB REFERENCES account (id),
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX link_by_account_id ON link (account_id);

-- Failed sign-ins by what was typed (hashed), so that the count survives a restart.
CREATE TABLE sign_in_failure (
    who_hash BLOB PRIMARY KEY NOT NULL,
    failures INTEGER NOT NULL,
    since_at INTEGER NOT NULL,
    blocked_until INTEGER
) STRICT;
