-- Every dated event in the relations of a state that may be asked. asked_*: cut to what a question may use (NULL for order),
-- told_phrase: what an explanation may say without a word about disputes, full_phrase: the date as the sources give it.
SELECT r.id AS relation_id, r.state_id, r.event, a.name, a.prose_name, a.kind, s.region, s.subregion,
       r.opened_as, o.prose_name AS opened_as_prose, coalesce(o.prose_name, r.partner, a.prose_name) AS partner, r.cause, r.cause_label,
       k.precision AS ask, r.date, asked.date AS asked_date, told_year.year AS year,
       asked.text AS asked_text, asked.phrase AS asked_phrase,
       coalesce(asked.phrase, told_year.phrase) AS told_phrase, r.told, full_date.phrase AS full_phrase,
       r.confidence, r.sources, r.note
FROM relations r
JOIN askable k ON k.evidence = 'relations/' || r.id
JOIN actors a ON a.id = r.state_id
LEFT JOIN states s ON s.id = r.state_id
LEFT JOIN actors o ON o.id = r.opened_as
JOIN dates told_year ON told_year.date = substr(r.date, 1, 4)
JOIN dates full_date ON full_date.date = r.date
LEFT JOIN dates asked ON asked.date = CASE k.precision WHEN 'day' THEN substr(r.date, 1, 10) WHEN 'month' THEN substr(r.date, 1, 7) WHEN 'year' THEN substr(r.date, 1, 4) END
WHERE r.event <> 'never'
