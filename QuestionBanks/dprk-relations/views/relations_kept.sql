-- States that had relations without a break from 2016 to a date, as far as the tables say. Contested breaks keep a state out,
-- and so do Dominica (no undisputed row at all) and the Comoros (a break that stands, a return in one list alone).
SELECT t.state_id, t.name, t.prose_name, t.kind, t.region, t.subregion, t.as_of, t.as_of_text, t.as_of_phrase, t.confidence, t.sources, t.note
FROM relations_today t
WHERE t.status = 'relations' AND t.kind <> 'union' AND t.state_id NOT IN ('dma', 'com')
  AND EXISTS (SELECT 1 FROM relations r WHERE r.state_id = t.state_id AND r.event = 'established' AND r.date < '2016')
  AND NOT EXISTS (SELECT 1 FROM relations r WHERE r.state_id = t.state_id AND r.event IN ('severed', 'suspended', 'restored') AND r.date >= '2016')
