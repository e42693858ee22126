-- Where relations stand, as of a date that every question has to name. A state that is missing here is not known well enough.
SELECT t.state_id, a.name, a.prose_name, a.kind, s.region, s.subregion, t.status, t.as_of,
       d.year AS as_of_year, d.text AS as_of_text, d.phrase AS as_of_phrase, t.confidence, t.sources, t.note
FROM status t
JOIN askable k ON k.evidence = 'status/' || t.state_id
JOIN actors a ON a.id = t.state_id
LEFT JOIN states s ON s.id = t.state_id
JOIN dates d ON d.date = t.as_of
