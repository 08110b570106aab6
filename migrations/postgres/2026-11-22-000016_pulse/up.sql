-- Surveys of the staff. Who was invited and what was answered share no key and no time.

-- One row: what HR decided for all surveys.
CREATE TABLE pulse_rules (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    group_minimum INTEGER NOT NULL,
    invitations_max INTEGER NOT NULL,
    keep_days INTEGER NOT NULL,
    version INTEGER NOT NULL
);
INSERT INTO pulse_rules (id, group_minimum, invitations_max, keep_days, version) VALUES (1, 5, 3, 30, 1);

-- Days only. The period is what its results are compared with, from a day until (not including) another. has_slips: who
-- has no address answers with a slip of paper. mails_wanted counts the invitation and the reminders that everybody who has
-- not answered is to have by now. left_out: who was asked often enough already. wrapped_key seals the answers and goes with
-- them.
CREATE TABLE pulse (
    id BYTEA PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    group_minimum INTEGER NOT NULL,
    is_imported BOOLEAN NOT NULL,
    has_slips BOOLEAN NOT NULL,
    reminders INTEGER NOT NULL,
    mails_wanted INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    enc_v INTEGER NOT NULL,
    wrapped_key BYTEA,
    version INTEGER NOT NULL
);
CREATE INDEX pulse_by_state ON pulse (state);

-- library_key: a question that the house has words for in every language; own ones have rows in pulse_question_words.
CREATE TABLE pulse_question (
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    scale TEXT,
    library_key TEXT,
    PRIMARY KEY (pulse_id, position)
);

CREATE TABLE pulse_question_words (
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    position INTEGER NOT NULL,
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (pulse_id, position, language)
);

-- Who is asked; no row: everybody. A row with a department means that department, else the whole site.
CREATE TABLE pulse_audience (
    id BYTEA PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    site_id BYTEA REFERENCES site (id),
    department_id BYTEA REFERENCES department (id),
    job_title TEXT
);
CREATE INDEX pulse_audience_by_pulse_id ON pulse_audience (pulse_id);
CREATE INDEX pulse_audience_by_site_id ON pulse_audience (site_id);
CREATE INDEX pulse_audience_by_department_id ON pulse_audience (department_id);

-- The one tree on which results are released, as it was when the survey was launched. slips: how many of the people
-- attached here answer with a slip of paper.
CREATE TABLE pulse_group (
    id BYTEA PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    parent_id BYTEA REFERENCES pulse_group (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    site_id BYTEA REFERENCES site (id),
    department_id BYTEA REFERENCES department (id),
    team_id BYTEA REFERENCES team (id),
    headcount INTEGER NOT NULL,
    slips INTEGER NOT NULL
);
CREATE INDEX pulse_group_by_pulse_id ON pulse_group (pulse_id);
CREATE INDEX pulse_group_by_parent_id ON pulse_group (parent_id);
CREATE INDEX pulse_group_by_site_id ON pulse_group (site_id);
CREATE INDEX pulse_group_by_department_id ON pulse_group (department_id);
CREATE INDEX pulse_group_by_team_id ON pulse_group (team_id);

-- That somebody is asked, and whether they have answered: so that nobody answers twice and reminders end. No time.
-- token_hash is null for those who answer on paper; of them nobody knows whether they have. After the end is_used is 0 for all.
CREATE TABLE pulse_invitation (
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    person_id BYTEA NOT NULL REFERENCES person (id),
    group_id BYTEA NOT NULL REFERENCES pulse_group (id),
    token_hash BYTEA UNIQUE,
    is_used BOOLEAN NOT NULL,
    mails_sent INTEGER NOT NULL,
    PRIMARY KEY (pulse_id, person_id)
);
CREATE INDEX pulse_invitation_by_person_id ON pulse_invitation (person_id);
CREATE INDEX pulse_invitation_by_group_id ON pulse_invitation (group_id);
CREATE INDEX pulse_invitation_by_pulse_id_mails_sent ON pulse_invitation (pulse_id, is_used, mails_sent);

-- Codes on paper: a department's, nobody's.
CREATE TABLE pulse_slip (
    code_hash BYTEA PRIMARY KEY NOT NULL,
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    group_id BYTEA NOT NULL REFERENCES pulse_group (id),
    is_used BOOLEAN NOT NULL
);
CREATE INDEX pulse_slip_by_pulse_id ON pulse_slip (pulse_id);
CREATE INDEX pulse_slip_by_group_id ON pulse_slip (group_id);

-- What was answered. It refers to nothing outside itself; keys are random; rows lie in the order of their keys. The group
-- and every choice are sealed, all seals of one length.
CREATE TABLE pulse_answer (
    id BYTEA PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    pulse_id BYTEA NOT NULL,
    sealed BYTEA NOT NULL
);
CREATE INDEX pulse_answer_by_pulse_id ON pulse_answer (pulse_id);

-- What was written in answer to a question for words, apart from all other answers of the same person. group_id: where it
-- may be read, once the survey is closed; null before, and where nobody may. place: the order it is shown in, drawn by lot.
CREATE TABLE pulse_comment (
    id BYTEA PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    pulse_id BYTEA NOT NULL,
    group_id BYTEA,
    place INTEGER,
    sealed BYTEA NOT NULL
);
CREATE INDEX pulse_comment_by_pulse_id ON pulse_comment (pulse_id);
CREATE INDEX pulse_comment_by_group_id ON pulse_comment (group_id);

-- What somebody who may read a comment says to it: an acknowledgement (no words) or an answer. To nobody they know.
CREATE TABLE pulse_comment_reply (
    comment_id BYTEA PRIMARY KEY NOT NULL CHECK (length(comment_id) = 16),
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    person_id BYTEA NOT NULL REFERENCES person (id),
    words TEXT,
    said_on TEXT NOT NULL
);
CREATE INDEX pulse_comment_reply_by_pulse_id ON pulse_comment_reply (pulse_id);
CREATE INDEX pulse_comment_reply_by_person_id ON pulse_comment_reply (person_id);

-- The released results: only groups that may be seen have rows, written once, when the survey is closed.
CREATE TABLE pulse_cell (
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    group_id BYTEA NOT NULL REFERENCES pulse_group (id),
    answers INTEGER NOT NULL,
    response INTEGER,
    PRIMARY KEY (pulse_id, group_id)
);
CREATE INDEX pulse_cell_by_group_id ON pulse_cell (group_id);

-- measure: the name of a scale, or q and the position of a question. total and total_of_squares: of the scores on a scale as
-- they are, for how reliable a figure is; on no page and in no export. shares: per choice in percent, with commas.
CREATE TABLE pulse_figure (
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    group_id BYTEA NOT NULL REFERENCES pulse_group (id),
    measure TEXT NOT NULL,
    answers INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    total DOUBLE PRECISION,
    total_of_squares DOUBLE PRECISION,
    shares TEXT,
    PRIMARY KEY (pulse_id, group_id, measure)
);
CREATE INDEX pulse_figure_by_group_id ON pulse_figure (group_id);

-- How far the figures of a whole survey can be trusted: Cronbach's alpha, null where too few answered, and how much the
-- groups shown on one level of the tree differ.
CREATE TABLE pulse_quality (
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    scale TEXT NOT NULL,
    alpha DOUBLE PRECISION,
    PRIMARY KEY (pulse_id, scale)
);

CREATE TABLE pulse_level (
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    scale TEXT NOT NULL,
    depth INTEGER NOT NULL,
    groups INTEGER NOT NULL,
    icc1 DOUBLE PRECISION NOT NULL,
    icc2 DOUBLE PRECISION NOT NULL,
    f DOUBLE PRECISION NOT NULL,
    p DOUBLE PRECISION NOT NULL,
    within DOUBLE PRECISION NOT NULL,
    hardly_differ BOOLEAN NOT NULL,
    PRIMARY KEY (pulse_id, scale, depth)
);

-- The one thing that a site will do about what it heard.
CREATE TABLE pulse_promise (
    pulse_id BYTEA NOT NULL REFERENCES pulse (id),
    group_id BYTEA NOT NULL REFERENCES pulse_group (id),
    due_on TEXT NOT NULL,
    words TEXT,
    person_id BYTEA REFERENCES person (id),
    said_on TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (pulse_id, group_id)
);
CREATE INDEX pulse_promise_by_group_id ON pulse_promise (group_id);
CREATE INDEX pulse_promise_by_person_id ON pulse_promise (person_id);
