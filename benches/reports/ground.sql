-- 400 sites of four departments of five people, who have been there for ever. All sites keep UTC, because the SQL that
-- pages are held against knows no calendars. What stands in braces is put in by filling.rs, for each engine as it wants
-- it.

INSERT INTO site (id, name, name_fold, slug, time_zone, languages, country, working_days, wall_is_public, created_at,
    version)
SELECT {key site n}, 'Site ' || n, 'site ' || n, 'site-' || n, 'UTC', 'en', 'GB', 31, false, {now}, 1
FROM {series 0 400};

INSERT INTO site_slug (slug, site_id) SELECT slug, id FROM site;

INSERT INTO department (id, site_id, name, name_fold)
SELECT {key department n}, {key site n / 4}, 'Department ' || n, 'department ' || n
FROM {series 0 1600};

INSERT INTO person (id, employee_number, number_fold, given_name, family_name, name_fold, search_fold, job_title,
    site_id, department_id, in_finder, created_at, version)
SELECT {key person n}, 'n' || n, 'n' || n, 'Given' || n, 'Family' || n, 'family' || n, 'given' || n || ' family' || n,
    'Porter', {key site n / 20}, {key department n / 5}, true, {now}, 1
FROM {series 0 8000};

INSERT INTO person_placement (id, person_id, site_id, department_id)
SELECT {key placement n}, {key person n}, {key site n / 20}, {key department n / 5}
FROM {series 0 8000};
