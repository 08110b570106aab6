-- What staff raise: issues and ideas, named or confidential, and anonymous ones once they were reviewed for the site.

-- What issues are about. A delicate one is shown its proper channel and is seen by confidential handlers only. Those with
-- a code are ours and have their names in every language; an organisation adds its own.
CREATE TABLE issue_category (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    code TEXT UNIQUE,
    name TEXT NOT NULL,
    is_delicate INTEGER NOT NULL CHECK (is_delicate IN (0, 1)),
    acknowledge_days INTEGER NOT NULL,
    answer_days INTEGER NOT NULL,
    decide_days INTEGER NOT NULL,
    keep_days INTEGER NOT NULL,
    position INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;

-- Who receives a category: at one site, or (no site) wherever nobody else does.
CREATE TABLE issue_route (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    category_id BLOB NOT NULL REFERENCES issue_category (id),
    site_id BLOB REFERENCES site (id),
    owner_id BLOB NOT NULL REFERENCES person (id),
    deputy_id BLOB REFERENCES person (id)
) STRICT;
CREATE INDEX issue_route_by_category_id ON issue_route (category_id);
CREATE INDEX issue_route_by_site_id ON issue_route (site_id);
CREATE INDEX issue_route_by_owner_id ON issue_route (owner_id);
CREATE INDEX issue_route_by_deputy_id ON issue_route (deputy_id);

-- The words of a confidential issue are in sealed and nowhere else; an anonymous one has nobody who raised it.
CREATE TABLE issue (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    form_hash BLOB UNIQUE,
    kind TEXT NOT NULL,
    level TEXT NOT NULL,
    scope TEXT NOT NULL,
    category_id BLOB NOT NULL REFERENCES issue_category (id),
    site_id BLOB NOT NULL REFERENCES site (id),
    department_id BLOB REFERENCES department (id),
    team_id BLOB REFERENCES team (id),
    raiser_id BLOB REFERENCES person (id),
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    what TEXT NOT NULL,
    place TEXT NOT NULL,
    fix TEXT NOT NULL,
    wrapped_key BLOB,
    sealed BLOB,
    state TEXT NOT NULL,
    owner_id BLOB REFERENCES person (id),
    deputy_id BLOB REFERENCES person (id),
    joined_to_id BLOB REFERENCES issue (id),
    planned_on TEXT,
    acknowledge_due_on TEXT NOT NULL,
    answer_due_on TEXT NOT NULL,
    decide_due_on TEXT NOT NULL,
    support_count INTEGER NOT NULL,
    raised_at INTEGER NOT NULL,
    acknowledged_at INTEGER,
    answered_at INTEGER,
    decided_at INTEGER,
    closed_at INTEGER,
    version INTEGER NOT NULL,
    CHECK ((level = 'anonymous') = (raiser_id IS NULL)),
    CHECK ((level = 'confidential') = (sealed IS NOT NULL)),
    CHECK (sealed IS NULL OR (title = '' AND what = '' AND place = '' AND fix = '' AND wrapped_key IS NOT NULL))
) STRICT;
CREATE INDEX issue_by_site_id_state_raised_at ON issue (site_id, state, raised_at);
CREATE INDEX issue_by_category_id ON issue (category_id);
CREATE INDEX issue_by_department_id ON issue (department_id);
CREATE INDEX issue_by_team_id ON issue (team_id);
CREATE INDEX issue_by_raiser_id ON issue (raiser_id);
CREATE INDEX issue_by_owner_id ON issue (owner_id);
CREATE INDEX issue_by_deputy_id ON issue (deputy_id);
CREATE INDEX issue_by_joined_to_id ON issue (joined_to_id);

-- "Me too": a person counts once. Whom another issue brought, when it was joined to this one, goes again when it leaves.
CREATE TABLE issue_support (
    issue_id BLOB NOT NULL REFERENCES issue (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    since_at INTEGER NOT NULL,
    from_issue_id BLOB REFERENCES issue (id),
    PRIMARY KEY (issue_id, person_id)
) STRICT;
CREATE INDEX issue_support_by_person_id ON issue_support (person_id);
CREATE INDEX issue_support_by_from_issue_id ON issue_support (from_issue_id);

-- Who never sees, counts or finds an issue: whom its raiser excluded, whom it is about, who stepped aside.
CREATE TABLE issue_barred (
    issue_id BLOB NOT NULL REFERENCES issue (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    why TEXT NOT NULL,
    since_at INTEGER NOT NULL,
    PRIMARY KEY (issue_id, person_id)
) STRICT;
CREATE INDEX issue_barred_by_person_id ON issue_barred (person_id);

-- What was said between who raised it and who handles it. Of a confidential issue the text is empty and sealed is not.
CREATE TABLE issue_message (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    issue_id BLOB NOT NULL REFERENCES issue (id),
    form_hash BLOB UNIQUE,
    side TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    sealed BLOB,
    sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX issue_message_by_issue_id_sent_at ON issue_message (issue_id, sent_at);
CREATE INDEX issue_message_by_person_id ON issue_message (person_id);

-- Internal: never shown to who raised it, so never in the same table as what is.
CREATE TABLE issue_remark (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    issue_id BLOB NOT NULL REFERENCES issue (id),
    form_hash BLOB UNIQUE,
    person_id BLOB NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    sealed BLOB,
    sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX issue_remark_by_issue_id_sent_at ON issue_remark (issue_id, sent_at);
CREATE INDEX issue_remark_by_person_id ON issue_remark (person_id);

-- The dated entries that everybody who sees the issue sees: each state, with the reason or what is planned.
CREATE TABLE issue_event (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    issue_id BLOB NOT NULL REFERENCES issue (id),
    person_id BLOB REFERENCES person (id),
    state TEXT NOT NULL,
    text TEXT NOT NULL,
    sealed BLOB,
    planned_on TEXT,
    happened_at INTEGER NOT NULL
) STRICT;
CREATE INDEX issue_event_by_issue_id_happened_at ON issue_event (issue_id, happened_at);
CREATE INDEX issue_event_by_person_id ON issue_event (person_id);

INSERT INTO issue_category VALUES
    (x'766f6963650040008000000000000001', 'equipment', '', 0, 2, 5, 20, 730, 1, NULL),
    (x'766f6963650040008000000000000002', 'work', '', 0, 2, 5, 20, 730, 2, NULL),
    (x'766f6963650040008000000000000003', 'shifts', '', 0, 2, 5, 20, 730, 3, NULL),
    (x'766f6963650040008000000000000004', 'together', '', 0, 2, 5, 20, 730, 4, NULL),
    (x'766f6963650040008000000000000005', 'guests', '', 0, 2, 5, 20, 730, 5, NULL),
    (x'766f6963650040008000000000000006', 'other', '', 0, 2, 5, 20, 730, 6, NULL),
    (x'766f6963650040008000000000000007', 'harassment', '', 1, 2, 5, 20, 730, 7, NULL),
    (x'766f6963650040008000000000000008', 'customer_harassment', '', 1, 2, 5, 20, 730, 8, NULL),
    (x'766f6963650040008000000000000009', 'danger', '', 1, 1, 2, 10, 730, 9, NULL),
    (x'766f696365004000800000000000000a', 'safeguarding', '', 1, 1, 2, 10, 730, 10, NULL),
    (x'766f696365004000800000000000000b', 'wrongdoing', '', 1, 5, 20, 60, 730, 11, NULL);
