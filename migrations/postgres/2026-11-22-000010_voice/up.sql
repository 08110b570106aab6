-- What staff raise: issues and ideas, named or confidential, and anonymous ones once they were reviewed for the site.

-- What issues are about. A delicate one is shown its proper channel and is seen by confidential handlers only. Those with
-- a code are ours and have their names in every language; an organisation adds its own.
CREATE TABLE issue_category (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    code TEXT UNIQUE,
    name TEXT NOT NULL,
    is_delicate BOOLEAN NOT NULL,
    acknowledge_days INTEGER NOT NULL,
    answer_days INTEGER NOT NULL,
    decide_days INTEGER NOT NULL,
    keep_days INTEGER NOT NULL,
    position INTEGER NOT NULL,
    retired_at BIGINT
);

-- Who receives a category: at one site, or (no site) wherever nobody else does.
CREATE TABLE issue_route (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    category_id BYTEA NOT NULL REFERENCES issue_category (id),
    site_id BYTEA REFERENCES site (id),
    owner_id BYTEA NOT NULL REFERENCES person (id),
    deputy_id BYTEA REFERENCES person (id)
);
CREATE INDEX issue_route_by_category_id ON issue_route (category_id);
CREATE INDEX issue_route_by_site_id ON issue_route (site_id);
CREATE INDEX issue_route_by_owner_id ON issue_route (owner_id);
CREATE INDEX issue_route_by_deputy_id ON issue_route (deputy_id);

-- The words of a confidential issue are in sealed and nowhere else; an anonymous one has nobody who raised it.
CREATE TABLE issue (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    form_hash BYTEA UNIQUE,
    kind TEXT NOT NULL,
    level TEXT NOT NULL,
    scope TEXT NOT NULL,
    category_id BYTEA NOT NULL REFERENCES issue_category (id),
    site_id BYTEA NOT NULL REFERENCES site (id),
    department_id BYTEA REFERENCES department (id),
    team_id BYTEA REFERENCES team (id),
    raiser_id BYTEA REFERENCES person (id),
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    what TEXT NOT NULL,
    place TEXT NOT NULL,
    fix TEXT NOT NULL,
    wrapped_key BYTEA,
    sealed BYTEA,
    state TEXT NOT NULL,
    owner_id BYTEA REFERENCES person (id),
    deputy_id BYTEA REFERENCES person (id),
    joined_to_id BYTEA REFERENCES issue (id),
    planned_on TEXT,
    acknowledge_due_on TEXT NOT NULL,
    answer_due_on TEXT NOT NULL,
    decide_due_on TEXT NOT NULL,
    support_count INTEGER NOT NULL,
    raised_at BIGINT NOT NULL,
    acknowledged_at BIGINT,
    answered_at BIGINT,
    decided_at BIGINT,
    closed_at BIGINT,
    version INTEGER NOT NULL,
    CHECK ((level = 'anonymous') = (raiser_id IS NULL)),
    CHECK ((level = 'confidential') = (sealed IS NOT NULL)),
    CHECK (sealed IS NULL OR (title = '' AND what = '' AND place = '' AND fix = '' AND wrapped_key IS NOT NULL))
);
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
    issue_id BYTEA NOT NULL REFERENCES issue (id),
    person_id BYTEA NOT NULL REFERENCES person (id),
    since_at BIGINT NOT NULL,
    from_issue_id BYTEA REFERENCES issue (id),
    PRIMARY KEY (issue_id, person_id)
);
CREATE INDEX issue_support_by_person_id ON issue_support (person_id);
CREATE INDEX issue_support_by_from_issue_id ON issue_support (from_issue_id);

-- Who never sees, counts or finds an issue: whom its raiser excluded, whom it is about, who stepped aside.
CREATE TABLE issue_barred (
    issue_id BYTEA NOT NULL REFERENCES issue (id),
    person_id BYTEA NOT NULL REFERENCES person (id),
    why TEXT NOT NULL,
    since_at BIGINT NOT NULL,
    PRIMARY KEY (issue_id, person_id)
);
CREATE INDEX issue_barred_by_person_id ON issue_barred (person_id);

-- What was said between who raised it and who handles it. Of a confidential issue the text is empty and sealed is not.
CREATE TABLE issue_message (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    issue_id BYTEA NOT NULL REFERENCES issue (id),
    form_hash BYTEA UNIQUE,
    side TEXT NOT NULL,
    person_id BYTEA NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    sealed BYTEA,
    sent_at BIGINT NOT NULL
);
CREATE INDEX issue_message_by_issue_id_sent_at ON issue_message (issue_id, sent_at);
CREATE INDEX issue_message_by_person_id ON issue_message (person_id);

-- Internal: never shown to who raised it, so never in the same table as what is.
CREATE TABLE issue_remark (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    issue_id BYTEA NOT NULL REFERENCES issue (id),
    form_hash BYTEA UNIQUE,
    person_id BYTEA NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    sealed BYTEA,
    sent_at BIGINT NOT NULL
);
CREATE INDEX issue_remark_by_issue_id_sent_at ON issue_remark (issue_id, sent_at);
CREATE INDEX issue_remark_by_person_id ON issue_remark (person_id);

-- The dated entries that everybody who sees the issue sees: each state, with the reason or what is planned.
CREATE TABLE issue_event (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    issue_id BYTEA NOT NULL REFERENCES issue (id),
    person_id BYTEA REFERENCES person (id),
    state TEXT NOT NULL,
    text TEXT NOT NULL,
    sealed BYTEA,
    planned_on TEXT,
    happened_at BIGINT NOT NULL
);
CREATE INDEX issue_event_by_issue_id_happened_at ON issue_event (issue_id, happened_at);
CREATE INDEX issue_event_by_person_id ON issue_event (person_id);

INSERT INTO issue_category VALUES
    ('\x766f6963650040008000000000000001', 'equipment', '', FALSE, 2, 5, 20, 730, 1, NULL),
    ('\x766f6963650040008000000000000002', 'work', '', FALSE, 2, 5, 20, 730, 2, NULL),
    ('\x766f6963650040008000000000000003', 'shifts', '', FALSE, 2, 5, 20, 730, 3, NULL),
    ('\x766f6963650040008000000000000004', 'together', '', FALSE, 2, 5, 20, 730, 4, NULL),
    ('\x766f6963650040008000000000000005', 'guests', '', FALSE, 2, 5, 20, 730, 5, NULL),
    ('\x766f6963650040008000000000000006', 'other', '', FALSE, 2, 5, 20, 730, 6, NULL),
    ('\x766f6963650040008000000000000007', 'harassment', '', TRUE, 2, 5, 20, 730, 7, NULL),
    ('\x766f6963650040008000000000000008', 'customer_harassment', '', TRUE, 2, 5, 20, 730, 8, NULL),
    ('\x766f6963650040008000000000000009', 'danger', '', TRUE, 1, 2, 10, 730, 9, NULL),
    ('\x766f696365004000800000000000000a', 'safeguarding', '', TRUE, 1, 2, 10, 730, 10, NULL),
    ('\x766f696365004000800000000000000b', 'wrongdoing', '', TRUE, 5, 20, 60, 730, 11, NULL);
