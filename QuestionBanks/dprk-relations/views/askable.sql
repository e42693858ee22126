-- One row for each row of a table that a question may rest on, and how much of its date the question may use.
-- day, month, year: the date cut to that, order: before or after, at least two years apart, row: what the row says apart from dates.
WITH rated(evidence, date, confidence, source_count) AS (
  SELECT 'events/' || id, "from", confidence, length(sources) - length(replace(sources, '|', '')) + 1 FROM events
  UNION ALL
  SELECT 'people/' || id, coalesce("from", "to"), confidence, length(sources) - length(replace(sources, '|', '')) + 1 FROM people
  UNION ALL
  SELECT 'organisations/' || id, founded, confidence, length(sources) - length(replace(sources, '|', '')) + 1 FROM organisations
  UNION ALL
  SELECT 'memberships/' || id, coalesce("from", "to"), confidence, length(sources) - length(replace(sources, '|', '')) + 1 FROM memberships
  UNION ALL
  SELECT 'protecting_powers/' || id, NULL, confidence, length(sources) - length(replace(sources, '|', '')) + 1 FROM protecting_powers
  UNION ALL
  SELECT 'accredited_from/' || id, NULL, confidence, length(sources) - length(replace(sources, '|', '')) + 1 FROM accredited_from
  UNION ALL
  SELECT 'missions/' || id, NULL, confidence, length(sources) - length(replace(sources, '|', '')) + 1
  FROM missions WHERE status <> 'unclear'
)
SELECT evidence,
       CASE WHEN date IS NULL THEN 'row'
            WHEN confidence = 'medium' THEN 'year'
            ELSE CASE length(date) WHEN 10 THEN 'day' WHEN 7 THEN 'month' WHEN 4 THEN 'year' ELSE 'row' END END AS precision
FROM rated
WHERE confidence = 'high' OR (confidence = 'medium' AND source_count >= 2)
UNION ALL
SELECT 'mission_dates/' || id || '/' || field,
       CASE WHEN confidence = 'high' THEN CASE length(value) WHEN 10 THEN 'day' WHEN 7 THEN 'month' WHEN 4 THEN 'year' ELSE 'row' END
            WHEN instr(sources, '|') > 0 THEN 'year'
            ELSE 'order' END
FROM mission_dates WHERE confidence <> 'contested'
UNION ALL
SELECT 'relations/' || id, CASE event WHEN 'never' THEN 'row' ELSE ask END
FROM relations
WHERE (event = 'never' AND confidence <> 'contested') OR (event <> 'never' AND ask <> 'none')
UNION ALL
SELECT 'status/' || state_id, 'row' FROM status WHERE confidence <> 'contested'
UNION ALL
SELECT 'claims/' || id, 'row' FROM claims WHERE verdict <> 'opinion' AND confidence <> 'contested'
UNION ALL
SELECT 'statements/' || s.id, 'row' FROM statements s LEFT JOIN claims c ON c.id = s.claim
WHERE s.confidence <> 'contested' AND (s.claim IS NULL OR c.confidence <> 'contested')
  AND (s.confidence = 'high' OR instr(s.sources, '|') > 0)
UNION ALL
SELECT 'glossary/' || id, 'row' FROM glossary
UNION ALL
SELECT 'sources/' || id, 'row' FROM sources
UNION ALL
SELECT 'actors/' || id, 'row' FROM actors
UNION ALL
SELECT 'states/' || id, 'row' FROM states
