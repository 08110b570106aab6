-- The anonymous zone. Nothing here refers to a person, a session, an address or a time of day, and no reference leads out
-- of it: a test walks all of them. Keys are random, rows lie in the order of their keys and not of their arrival, days are
-- days. What a writer wrote is sealed with a key of the thread, and that with a key that no database holds.

-- What was written and is not collected yet: a first message, or a further one of a thread. No site: the writer of a small
-- one would rather not say which.
CREATE TABLE anon_intake (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    form_hash BLOB UNIQUE,
    lookup_hash BLOB NOT NULL,
    is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
    site_id BLOB,
    enc_v INTEGER NOT NULL,
    wrapped_key BLOB NOT NULL,
    sealed BLOB NOT NULL,
    arrived_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX anon_intake_by_lookup_hash ON anon_intake (lookup_hash);

-- header seals the category, the kind and whom the writer excludes; is_news: handlers were not told of its newest words yet.
-- Whether its writer has read anything is kept nowhere.
CREATE TABLE anon_thread (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    lookup_hash BLOB NOT NULL UNIQUE,
    site_id BLOB,
    handle TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    review TEXT NOT NULL,
    published_id BLOB,
    is_news INTEGER NOT NULL CHECK (is_news IN (0, 1)),
    enc_v INTEGER NOT NULL,
    wrapped_key BLOB NOT NULL,
    header BLOB NOT NULL,
    received_on TEXT NOT NULL,
    acknowledge_due_on TEXT NOT NULL,
    feedback_due_on TEXT NOT NULL,
    acknowledged_on TEXT,
    answered_on TEXT,
    closed_on TEXT,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX anon_thread_by_site_id_state ON anon_thread (site_id, state);
CREATE INDEX anon_thread_by_published_id ON anon_thread (published_id);

-- Who of the handlers speaks stands inside the seal.
CREATE TABLE anon_message (
    thread_id BLOB NOT NULL REFERENCES anon_thread (id),
    seq INTEGER NOT NULL,
    form_hash BLOB UNIQUE,
    side TEXT NOT NULL,
    sealed BLOB NOT NULL,
    sent_on TEXT NOT NULL,
    PRIMARY KEY (thread_id, seq)
) STRICT, WITHOUT ROWID;

-- Internal: never shown to the writer, so never in the same table as what is.
CREATE TABLE anon_remark (
    thread_id BLOB NOT NULL REFERENCES anon_thread (id),
    seq INTEGER NOT NULL,
    form_hash BLOB UNIQUE,
    sealed BLOB NOT NULL,
    sent_on TEXT NOT NULL,
    PRIMARY KEY (thread_id, seq)
) STRICT, WITHOUT ROWID;
