-- Who is who.

-- One row: the organisation of this installation.
CREATE TABLE organisation (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    languages TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL
);

-- What the organisation wants to be praised for.
CREATE TABLE organisation_value (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    retired_at BIGINT
);

-- A hotel, hospital, branch.
CREATE TABLE site (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    parent_id BYTEA REFERENCES site (id),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    time_zone TEXT NOT NULL,
    languages TEXT NOT NULL,
    country TEXT NOT NULL,
    working_days INTEGER NOT NULL,
    wall_is_public BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX site_by_parent_id ON site (parent_id);

-- Every slug a site ever had; an old one redirects for ever.
CREATE TABLE site_slug (
    slug TEXT PRIMARY KEY,
    site_id BYTEA NOT NULL REFERENCES site (id)
);
CREATE INDEX site_slug_by_site_id ON site_slug (site_id);

CREATE TABLE site_holiday (
    site_id BYTEA NOT NULL REFERENCES site (id),
    day TEXT NOT NULL,
    PRIMARY KEY (site_id, day)
);

CREATE TABLE department (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    site_id BYTEA NOT NULL REFERENCES site (id),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    UNIQUE (site_id, name_fold)
);

CREATE TABLE team (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    department_id BYTEA NOT NULL REFERENCES department (id),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    UNIQUE (department_id, name_fold)
);

-- A named spot in a site (desk, room, ward) that a code can stand for.
CREATE TABLE place (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    site_id BYTEA NOT NULL REFERENCES site (id),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    retired_at BIGINT,
    UNIQUE (site_id, name_fold)
);

-- The directory. The key others know is the employee number. Lists are ordered by name_fold (family name first) and
-- searched in search_fold (all of names, number, job and address, folded).
CREATE TABLE person (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    employee_number TEXT NOT NULL,
    number_fold TEXT NOT NULL UNIQUE,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    preferred_name TEXT,
    name_fold TEXT COLLATE "C" NOT NULL,
    search_fold TEXT NOT NULL,
    email TEXT,
    job_title TEXT NOT NULL,
    language TEXT,
    site_id BYTEA NOT NULL REFERENCES site (id),
    department_id BYTEA REFERENCES department (id),
    team_id BYTEA REFERENCES team (id),
    manager_id BYTEA REFERENCES person (id),
    started_on TEXT,
    left_on TEXT,
    in_finder BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX person_by_name_fold_id ON person (name_fold, id);
CREATE INDEX person_by_site_id ON person (site_id);
CREATE INDEX person_by_department_id ON person (department_id);
CREATE INDEX person_by_team_id ON person (team_id);
CREATE INDEX person_by_manager_id ON person (manager_id);

-- Dated moves: where each person was, from a day until (not including) another.
CREATE TABLE person_placement (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    person_id BYTEA NOT NULL REFERENCES person (id),
    site_id BYTEA NOT NULL REFERENCES site (id),
    department_id BYTEA REFERENCES department (id),
    team_id BYTEA REFERENCES team (id),
    from_on TEXT,
    until_on TEXT
);
CREATE INDEX person_placement_by_person_id ON person_placement (person_id);
CREATE INDEX person_placement_by_site_id ON person_placement (site_id);
CREATE INDEX person_placement_by_department_id ON person_placement (department_id);
CREATE INDEX person_placement_by_team_id ON person_placement (team_id);

-- Other spellings that mean this person, learnt from assignments.
CREATE TABLE person_alias (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    person_id BYTEA NOT NULL REFERENCES person (id),
    alias TEXT NOT NULL,
    alias_fold TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (person_id, alias_fold)
);

-- employee needs no row; a scope of nothing means the whole organisation.
CREATE TABLE person_role (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    person_id BYTEA NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    site_id BYTEA REFERENCES site (id),
    department_id BYTEA REFERENCES department (id)
);
CREATE INDEX person_role_by_person_id ON person_role (person_id);
CREATE INDEX person_role_by_site_id ON person_role (site_id);
CREATE INDEX person_role_by_department_id ON person_role (department_id);

-- What a QR code stands for: the organisation, a site, a place or a person.
CREATE TABLE qr_code (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL UNIQUE,
    level TEXT NOT NULL,
    site_id BYTEA REFERENCES site (id),
    place_id BYTEA REFERENCES place (id),
    person_id BYTEA REFERENCES person (id),
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX qr_code_by_site_id ON qr_code (site_id);
CREATE INDEX qr_code_by_place_id ON qr_code (place_id);
CREATE INDEX qr_code_by_person_id ON qr_code (person_id);

-- An address somebody without an account left; mailed only after its owner confirmed it.
CREATE TABLE contact (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    address TEXT NOT NULL,
    address_fold TEXT NOT NULL UNIQUE,
    confirm_hash BYTEA UNIQUE,
    confirm_until BIGINT,
    asked_count INTEGER NOT NULL,
    asked_at BIGINT,
    confirmed_at BIGINT,
    stopped_at BIGINT,
    created_at BIGINT NOT NULL
);

-- Somebody without an account, for the length of one message; the hash of the follow link is the key.
CREATE TABLE sender (
    id BYTEA PRIMARY KEY CHECK (length(id) = 16),
    follow_hash BYTEA NOT NULL UNIQUE,
    about TEXT NOT NULL,
    name TEXT,
    language TEXT NOT NULL,
    contact_id BYTEA REFERENCES contact (id),
    created_at BIGINT NOT NULL
);
CREATE INDEX sender_by_contact_id ON sender (contact_id);
