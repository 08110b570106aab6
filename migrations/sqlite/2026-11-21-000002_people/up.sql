-- Who is who.

-- One row: the organisation of this installation.
CREATE TABLE organisation (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    languages TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

-- What the organisation wants to be praised for.
CREATE TABLE organisation_value (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;

-- A hotel, hospital, branch.
CREATE TABLE site (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    parent_id BLOB REFERENCES site (id),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    time_zone TEXT NOT NULL,
    languages TEXT NOT NULL,
    country TEXT NOT NULL,
    working_days INTEGER NOT NULL,
    wall_is_public INTEGER NOT NULL CHECK (wall_is_public IN (0, 1)),
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX site_by_parent_id ON site (parent_id);

-- Every slug a site ever had; an old one redirects for ever.
CREATE TABLE site_slug (
    slug TEXT PRIMARY KEY NOT NULL,
    site_id BLOB NOT NULL REFERENCES site (id)
) STRICT;
CREATE INDEX site_slug_by_site_id ON site_slug (site_id);

CREATE TABLE site_holiday (
    site_id BLOB NOT NULL REFERENCES site (id),
    day TEXT NOT NULL,
    PRIMARY KEY (site_id, day)
) STRICT;

CREATE TABLE department (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    site_id BLOB NOT NULL REFERENCES site (id),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    UNIQUE (site_id, name_fold)
) STRICT;

CREATE TABLE team (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    department_id BLOB NOT NULL REFERENCES department (id),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    UNIQUE (department_id, name_fold)
) STRICT;

-- A named spot in a site (desk, room, ward) that a code can stand for.
CREATE TABLE place (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    site_id BLOB NOT NULL REFERENCES site (id),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    retired_at INTEGER,
    UNIQUE (site_id, name_fold)
) STRICT;

-- The directory. The key others know is the employee number. Lists are ordered by name_fold (family name first) and
-- searched in search_fold (all of names, number, job and address, folded).
CREATE TABLE person (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    employee_number TEXT NOT NULL,
    number_fold TEXT NOT NULL UNIQUE,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    preferred_name TEXT,
    name_fold TEXT NOT NULL,
    search_fold TEXT NOT NULL,
    email TEXT,
    job_title TEXT NOT NULL,
    language TEXT,
    site_id BLOB NOT NULL REFERENCES site (id),
    department_id BLOB REFERENCES department (id),
    team_id BLOB REFERENCES team (id),
    manager_id BLOB REFERENCES person (id),
    started_on TEXT,
    left_on TEXT,
    in_finder INTEGER NOT NULL CHECK (in_finder IN (0, 1)),
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX person_by_name_fold_id ON person (name_fold, id);
CREATE INDEX person_by_site_id ON person (site_id);
CREATE INDEX person_by_department_id ON person (department_id);
CREATE INDEX person_by_team_id ON person (team_id);
CREATE INDEX person_by_manager_id ON person (manager_id);

-- Dated moves: where each person was, from a day until (not including) another.
CREATE TABLE person_placement (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    person_id BLOB NOT NULL REFERENCES person (id),
    site_id BLOB NOT NULL REFERENCES site (id),
    department_id BLOB REFERENCES department (id),
    team_id BLOB REFERENCES team (id),
    from_on TEXT,
    until_on TEXT
) STRICT;
CREATE INDEX person_placement_by_person_id ON person_placement (person_id);
CREATE INDEX person_placement_by_site_id ON person_placement (site_id);
CREATE INDEX person_placement_by_department_id ON person_placement (department_id);
CREATE INDEX person_placement_by_team_id ON person_placement (team_id);

-- Other spellings that mean this person, learnt from assignments.
CREATE TABLE person_alias (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    person_id BLOB NOT NULL REFERENCES person (id),
    alias TEXT NOT NULL,
    alias_fold TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (person_id, alias_fold)
) STRICT;

-- employee needs no row; a scope of nothing means the whole organisation.
CREATE TABLE person_role (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    person_id BLOB NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    site_id BLOB REFERENCES site (id),
    department_id BLOB REFERENCES department (id)
) STRICT;
CREATE INDEX person_role_by_person_id ON person_role (person_id);
CREATE INDEX person_role_by_site_id ON person_role (site_id);
CREATE INDEX person_role_by_department_id ON person_role (department_id);

-- What a QR code stands for: the organisation, a site, a place or a person.
CREATE TABLE qr_code (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    code TEXT NOT NULL UNIQUE,
    level TEXT NOT NULL,
    site_id BLOB REFERENCES site (id),
    place_id BLOB REFERENCES place (id),
    person_id BLOB REFERENCES person (id),
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX qr_code_by_site_id ON qr_code (site_id);
CREATE INDEX qr_code_by_place_id ON qr_code (place_id);
CREATE INDEX qr_code_by_person_id ON qr_code (person_id);

-- An address somebody without an account left; mailed only after its owner confirmed it.
CREATE TABLE contact (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    address TEXT NOT NULL,
    address_fold TEXT NOT NULL UNIQUE,
    confirm_hash BLOB UNIQUE,
    confirm_until INTEGER,
    asked_count INTEGER NOT NULL,
    asked_at INTEGER,
    confirmed_at INTEGER,
    stopped_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

-- Somebody without an account, for the length of one message; the hash of the follow link is the key.
CREATE TABLE sender (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    follow_hash BLOB NOT NULL UNIQUE,
    about TEXT NOT NULL,
    name TEXT,
    language TEXT NOT NULL,
    contact_id BLOB REFERENCES contact (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sender_by_contact_id ON sender (contact_id);
