-- How much hangs on it, as a handler says: from 1 to 5 (somebody is in danger); what nobody said it of has 0. From 4 on,
-- alert_due_on is the day by which it has to be acknowledged, whatever its category gives.
CREATE TABLE issue_criticality (
    issue_id BYTEA PRIMARY KEY REFERENCES issue (id),
    criticality INTEGER NOT NULL CHECK (criticality BETWEEN 0 AND 5),
    alert_due_on TEXT
);

-- Of a thread too it is a day, like all that is known of it.
ALTER TABLE anon_thread ADD COLUMN criticality INTEGER NOT NULL DEFAULT 0 CHECK (criticality BETWEEN 0 AND 5);
ALTER TABLE anon_thread ADD COLUMN alert_due_on TEXT;
-- In the zone no value is ever made by the database.
ALTER TABLE anon_thread ALTER COLUMN criticality DROP DEFAULT;
