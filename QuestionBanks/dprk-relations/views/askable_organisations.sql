-- Organisations that may be asked.
SELECT o.id, o.name, o.prose_name, o.kind, o.state AS state_id, a.prose_name AS state_prose, o.topic, o.relation, o.deed, o.label,
       k.precision AS ask, f.date AS founded_date, f.year AS founded_year, f.text AS founded_text, f.phrase AS founded_phrase, o.confidence, o.sources
FROM organisations o
JOIN askable k ON k.evidence = 'organisations/' || o.id
LEFT JOIN actors a ON a.id = o.state
LEFT JOIN dates f ON f.date = CASE WHEN o.confidence = 'high' THEN o.founded ELSE substr(o.founded, 1, 4) END
