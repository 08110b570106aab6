-- Notes {from} until {until}, one every {step} microseconds. Fifteen in a hundred are by a colleague at the site; of
-- the others three in a hundred wait for a name, a few of them flagged.

INSERT INTO note (id, source, site_id, from_person_id, language, did, difference, typed_name, state, flags, sent_at,
    version)
SELECT {key note n}, CASE WHEN is_colleagues THEN 'colleague' ELSE 'door' END, {key site who / 20},
    CASE WHEN is_colleagues THEN {key person (who / 20 * 20 + (who + 7) % 20)} END,
    'en', 'Found the bag that I had left in the tram, on trip ' || n || '.', 'We caught our flight.',
    CASE WHEN is_unmatched THEN 'the night porter' END, CASE WHEN is_unmatched THEN 'unmatched' ELSE 'delivered' END,
    CASE WHEN is_unmatched AND luck % 10 = 0 THEN 'link' ELSE '' END, sent_at, 1
FROM (
    SELECT n, {first} + n * {step} AS sent_at, {dice 1} % 8000 AS who, {dice 4} AS luck,
        {dice 2} % 100 < 15 AS is_colleagues, {dice 2} % 100 >= 15 AND {dice 3} % 100 < 3 AS is_unmatched
    FROM {series {from} {until}}
) AS drawn;

-- Nine in ten are read: half of them within half a day, some after days. One in fifty is for the whole company to see,
-- one in two hundred was taken back.
INSERT INTO note_recipient (id, note_id, person_id, site_id, department_id, visibility, sent_at, received_at, read_at,
    read_how, is_withdrawn)
SELECT {key recipient n}, {key note n}, {key person who}, {key site who / 20}, {key department who / 5},
    CASE WHEN luck % 50 = 1 THEN 'company' ELSE 'me' END, sent_at, sent_at,
    CASE WHEN read_at <= {now} THEN read_at END, CASE WHEN read_at <= {now} THEN 'opened' END, luck % 200 = 2
FROM (
    SELECT n, sent_at, who, luck,
        CASE WHEN luck % 10 > 0 THEN sent_at + 120000000 + slow * slow * slow * 5 + luck % 1000003 END AS read_at
    FROM (
        SELECT n, {first} + n * {step} AS sent_at, {dice 1} % 8000 AS who, {dice 5} AS luck, {dice 6} % 4096 AS slow,
            {dice 2} % 100 >= 15 AND {dice 3} % 100 < 3 AS is_unmatched
        FROM {series {from} {until}}
    ) AS drawn
    WHERE NOT is_unmatched
) AS told;
