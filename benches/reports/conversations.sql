-- {until} conversations, one every {step} microseconds. Most are answered after hours or days and closed a week later;
-- a few are closed without an answer, or taken back.

INSERT INTO conversation (id, kind, site_id, language, state, flags, sent_at, answer_by, answered_at, closed_at,
    version)
SELECT {key conversation n}, CASE WHEN luck % 3 = 0 THEN 'question' ELSE 'concern' END, {key site place}, 'en',
    CASE
        WHEN luck % 100 = 0 THEN 'withdrawn' WHEN closed_at <= {now} THEN 'closed'
        WHEN answered_at <= {now} THEN 'answered' ELSE 'received'
    END,
    '', sent_at, sent_at + 604800000000,
    CASE WHEN answered_at <= {now} THEN answered_at END, CASE WHEN closed_at <= {now} THEN closed_at END, 1
FROM (
    SELECT n, place, luck, sent_at, answered_at,
        CASE WHEN luck % 100 < 96 THEN answered_at + 604800000000 ELSE sent_at + 1296000000000 END AS closed_at
    FROM (
        SELECT n, place, luck, sent_at,
            CASE WHEN luck % 100 < 92 THEN sent_at + 1800000000 + slow * slow * 60000 + luck % 1000003 END
                AS answered_at
        FROM (
            SELECT n, {first} + n * {step} AS sent_at, {dice 8} % 400 AS place, {dice 9} AS luck,
                {dice 7} % 4096 AS slow
            FROM {series {from} {until}}
        ) AS drawn
    ) AS answered
) AS told;
