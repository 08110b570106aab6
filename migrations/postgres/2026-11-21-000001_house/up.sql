-- The house itself: what nodes share with one another.

-- A number per topic that grows with every change; pages, caches and open streams compare it.
CREATE TABLE generation (
    topic TEXT PRIMARY KEY,
    number BIGINT NOT NULL
);

-- The last time each job was due and done, so that two nodes never run one due time twice.
CREATE TABLE job_run (
    name TEXT PRIMARY KEY,
    due_at BIGINT NOT NULL,
    done_at BIGINT,
    last_error TEXT
);
