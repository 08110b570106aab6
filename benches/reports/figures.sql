-- What a page tells, worked out from every row that is kept, in words that PostgreSQL and DuckDB both understand.
--
-- The bench puts in: {from} and {at}, the ends of the window in microseconds; {here}, which sites; {with_house},
-- whether all of them together are a unit too, and {house}, its key. One row for each figure: unit, name, of how many
-- things, value.
--
-- Kaplan and Meier's curve is a product, which SQL has no aggregate for: logarithms are added. Those who waited equally
-- long come one by one, the answered before the others, which gives the same curve and saves a GROUP BY.

WITH counted AS (
    SELECT id, site_id, source, state, source = 'colleague' AND relayed_by_id IS NULL AS is_colleagues
    FROM note
    WHERE {here} AND sent_at >= {from} AND sent_at <= {at}
        AND (state = 'delivered' OR state = 'unmatched' AND flags = '')
),
by_site AS (
    SELECT site_id AS unit,
        COUNT(*) FILTER (WHERE NOT is_colleagues) AS praise,
        COUNT(*) FILTER (WHERE is_colleagues) AS colleagues,
        COUNT(*) FILTER (WHERE NOT is_colleagues AND state = 'unmatched') AS nameless
    FROM counted GROUP BY site_id
),
written AS (
    SELECT unit, praise, colleagues, nameless FROM by_site
    UNION ALL
    SELECT {house}, CAST(SUM(praise) AS BIGINT), CAST(SUM(colleagues) AS BIGINT), CAST(SUM(nameless) AS BIGINT)
    FROM by_site HAVING {with_house}
),
received AS (
    SELECT note_id, site_id, person_id, sent_at, CASE WHEN read_at <= {at} THEN read_at END AS done_at
    FROM note_recipient
    WHERE {here} AND sent_at >= {from} AND sent_at <= {at} AND NOT is_withdrawn AND person_id IS NOT NULL
),
asked AS (
    SELECT site_id, sent_at,
        CASE WHEN answered_at <= {at} THEN answered_at END AS done_at,
        CASE WHEN closed_at <= {at} THEN closed_at END AS given_up_at
    FROM conversation
    WHERE {here} AND sent_at >= {from} AND sent_at <= {at} AND state <> 'withdrawn' AND source_name IS NULL
        AND (flags = '' OR answered_at IS NOT NULL)
),
waits AS (
    SELECT received.site_id AS unit, 'heard' AS kind, person_id,
        GREATEST(COALESCE(done_at, {at}) - sent_at, 0) AS waited, done_at IS NOT NULL AS is_over
    FROM received JOIN counted ON counted.id = received.note_id AND counted.site_id = received.site_id
    WHERE source <> 'import'
    UNION ALL
    SELECT site_id, 'asked', NULL,
        GREATEST(COALESCE(done_at, given_up_at, {at}) - sent_at, 0), done_at IS NOT NULL
    FROM asked
),
everybody AS (
    SELECT unit, kind, person_id, waited, is_over FROM waits
    UNION ALL
    SELECT {house}, kind, person_id, waited, is_over FROM waits WHERE {with_house}
),
in_order AS (
    SELECT unit, kind, person_id, waited, is_over,
        COUNT(*) OVER (PARTITION BY unit, kind) + 1
            - ROW_NUMBER() OVER (PARTITION BY unit, kind ORDER BY waited, is_over DESC) AS at_risk
    FROM everybody
),
curve AS (
    SELECT unit, kind, person_id, waited, is_over,
        -- After the last one nobody waits; a logarithm of nothing there is not.
        EXP(SUM(CASE WHEN NOT is_over THEN 0 WHEN at_risk > 1 THEN LN(1 - 1 / CAST(at_risk AS FLOAT8)) ELSE -100 END)
            OVER (PARTITION BY unit, kind ORDER BY waited, is_over DESC ROWS UNBOUNDED PRECEDING)) AS still
    FROM in_order
),
told AS (
    SELECT unit, kind, COUNT(*) AS n, COUNT(DISTINCT person_id) AS people,
        MIN(waited) FILTER (WHERE is_over AND still <= 0.5 + 1e-12) AS median,
        1 - COALESCE(MIN(still) FILTER (WHERE is_over AND waited <= {in_time}), 1) AS in_time,
        -- Before anybody's time is over, nobody can be late.
        BOOL_OR(is_over AND waited <= {in_time} OR waited >= {in_time}) AS is_known
    FROM curve GROUP BY unit, kind
),
figures AS (
    SELECT unit, 'praise' AS name, praise AS n, CAST(NULL AS FLOAT8) AS value FROM written
    UNION ALL
    SELECT unit, 'colleagues', colleagues, NULL FROM written
    UNION ALL
    SELECT unit, 'nameless', praise, CASE WHEN praise >= {least} THEN 100 * CAST(nameless AS FLOAT8) / praise END
    FROM written
    UNION ALL
    SELECT unit, 'heard', n,
        CASE WHEN n >= {least} AND people >= {least_people} THEN CAST(median AS FLOAT8) / 1000000 END
    FROM told WHERE kind = 'heard'
    UNION ALL
    SELECT unit, 'asked', n, NULL FROM told WHERE kind = 'asked'
    UNION ALL
    SELECT unit, 'in_time', n, CASE WHEN n >= {least} AND is_known THEN 100 * in_time END FROM told WHERE kind = 'asked'
)
SELECT unit, name, n, value FROM figures WHERE n > 0
