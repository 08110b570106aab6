-- Which numbers are compared. The newest row is in force; the others stay, because a report says what was chosen before.
CREATE TABLE link_choice (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    person_id BLOB REFERENCES person (id),
    unit_level TEXT NOT NULL,
    customers TEXT NOT NULL,
    chosen_on TEXT NOT NULL
) STRICT;
CREATE INDEX link_choice_by_person_id ON link_choice (person_id);

-- What was written about a unit, and who worked there, in the period of a survey: counted from notes, conversations and
-- placements, at any time with the same result. The unit is the site, or a department of it. total and total_of_squares
-- are those of the scores from 0 to 100, where what is counted has one.
CREATE TABLE link_count (
    unit_id BLOB NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT NOT NULL,
    measure TEXT NOT NULL,
    site_id BLOB NOT NULL REFERENCES site (id),
    n INTEGER NOT NULL,
    total REAL NOT NULL,
    total_of_squares REAL NOT NULL,
    PRIMARY KEY (unit_id, period_from, period_until, measure)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_count_by_site_id ON link_count (site_id);

-- The periods that are counted at every site, each with the survey that speaks of it: written when a counting is complete, so
-- that nobody sees half of one.
CREATE TABLE link_period (
    period_from TEXT NOT NULL,
    period_until TEXT NOT NULL,
    pulse_id BLOB NOT NULL REFERENCES pulse (id),
    counted_at INTEGER NOT NULL,
    PRIMARY KEY (period_from, period_until)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_period_by_pulse_id ON link_period (pulse_id);

-- Which surveys have a figure at all is asked every minute.
CREATE INDEX pulse_figure_by_measure ON pulse_figure (measure, pulse_id);
