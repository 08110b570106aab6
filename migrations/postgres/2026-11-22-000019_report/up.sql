-- What reports tell of a unit (a site, a department of it; without a site the whole house or a subject of issues) over the last
-- weeks, counted from what is kept: how many things a figure is made of, its value, and from where to where it likely lies.
CREATE TABLE report_figure (
    unit_id BYTEA NOT NULL,
    name TEXT NOT NULL,
    site_id BYTEA REFERENCES site (id),
    n INTEGER NOT NULL,
    is_few BOOLEAN NOT NULL,
    value DOUBLE PRECISION,
    low DOUBLE PRECISION,
    high DOUBLE PRECISION,
    PRIMARY KEY (unit_id, name)
);
CREATE INDEX report_figure_by_site_id ON report_figure (site_id);

-- What was written in the week that begins on a Monday.
CREATE TABLE report_week (
    unit_id BYTEA NOT NULL,
    monday TEXT NOT NULL,
    site_id BYTEA REFERENCES site (id),
    praise INTEGER NOT NULL,
    colleagues INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    PRIMARY KEY (unit_id, monday)
);
CREATE INDEX report_week_by_site_id ON report_week (site_id);

-- One row: when everything was counted last.
CREATE TABLE report_count (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    counted_at BIGINT NOT NULL
);

-- What most people stand behind is found without reading all that was ever raised.
CREATE INDEX issue_by_support_count ON issue (support_count);

-- Every page says how many notes its reader has not read, however many they have.
CREATE INDEX note_recipient_by_person_id_unread ON note_recipient (person_id) WHERE read_at IS NULL;
