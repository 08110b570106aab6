-- The house itself: what nodes share with one another.

-- A number per topic that grows with every change; pages, caches and open streams compare it.
CREATE TABLE generation (
    topic TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL
) STRICT;

-- The last time each job was due and done, so that two nodes never run one due time twice.
CREATE TABLE job_run (
    name TEXT PRIMARY KEY NOT NULL,
    due_at INTEGER NOT NULL,
    done_at INTEGER,
    last_error TEXT
) STRICT;
