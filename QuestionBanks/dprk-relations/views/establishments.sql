-- The first time that each state established relations, where it may be asked, with where relations stand today, if that may be asked.
WITH numbered AS (
  SELECT e.*, row_number() OVER (PARTITION BY e.state_id ORDER BY e.date, e.relation_id) AS place,
         (SELECT min(r.date) FROM relations r WHERE r.state_id = e.state_id AND r.event = 'established') AS first_date
  FROM relation_events e WHERE e.event = 'established'
)
SELECT n.state_id, n.relation_id, n.name, n.prose_name, n.kind, n.region, n.subregion, n.opened_as, n.opened_as_prose, n.partner, n.cause,
       n.ask, n.date, n.asked_date, n.year, n.asked_text, n.asked_phrase, n.told_phrase, n.told, n.full_phrase,
       n.confidence, n.sources, n.note,
       t.status, t.as_of AS status_as_of, t.as_of_text AS status_as_of_text
FROM numbered n
LEFT JOIN relations_today t ON t.state_id = n.state_id
WHERE n.place = 1 AND n.date = n.first_date
