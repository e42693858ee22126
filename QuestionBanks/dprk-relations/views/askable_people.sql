-- People who may be asked, with the dates of their roles cut to what a question may use.
SELECT p.id, p.name, p.prose_name, p.role, p.state AS state_id, a.name AS state_name, a.prose_name AS state_prose, p.topic, p.significance, p.deed, p.office, p.circle,
       k.precision AS ask, f.date AS from_date, f.year AS from_year, f.text AS from_text, t.date AS to_date, t.year AS to_year, t.text AS to_text,
       o.date AS office_as_of, o.text AS office_as_of_text, p.confidence, p.sources
FROM people p
JOIN askable k ON k.evidence = 'people/' || p.id
JOIN actors a ON a.id = p.state
LEFT JOIN dates f ON f.date = CASE WHEN p.confidence = 'high' THEN p."from" ELSE substr(p."from", 1, 4) END
LEFT JOIN dates t ON t.date = CASE WHEN p.confidence = 'high' THEN p."to" ELSE substr(p."to", 1, 4) END
LEFT JOIN dates o ON o.date = p.office_as_of
