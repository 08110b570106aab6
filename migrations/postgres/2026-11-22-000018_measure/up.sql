-- What customers or operations say of a unit in a period, brought in from a file: review scores, visits, absence. The unit is
-- the site, or a department of it. name_fold is the name of the measure for comparing, n of how many the number is made.
CREATE TABLE outside_number (
    unit_id BYTEA NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT NOT NULL,
    name_fold TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    site_id BYTEA NOT NULL REFERENCES site (id),
    value DOUBLE PRECISION NOT NULL,
    n BIGINT,
    imported_at BIGINT NOT NULL,
    PRIMARY KEY (unit_id, period_from, period_until, name_fold)
);
CREATE INDEX outside_number_by_site_id ON outside_number (site_id);
