-- Closings of missions that may be asked. direction: in (to the DPRK) or out (of the DPRK). told_phrase may be told where only the order is asked.
SELECT md.id || '/' || md.field AS id, md.id AS mission_id, CASE m.host WHEN 'prk' THEN 'in' ELSE 'out' END AS direction,
       a.id AS actor_id, a.name, a.prose_name, a.kind, s.region, s.subregion, m.city, m.type, tl.label AS type_label, tl.phrase AS type_phrase,
       k.precision AS ask, md.value AS date, asked.date AS asked_date, y.year AS year, asked.text AS asked_text, asked.phrase AS asked_phrase,
       coalesce(asked.phrase, y.phrase) AS told_phrase, md.confidence, md.sources, m.note
FROM mission_dates md
JOIN askable k ON k.evidence = 'mission_dates/' || md.id || '/' || md.field
JOIN missions m ON m.id = md.id
JOIN actors a ON a.id = CASE m.host WHEN 'prk' THEN m.sender ELSE m.host END
LEFT JOIN states s ON s.id = a.id
JOIN labels tl ON tl.field = 'type' AND tl.value = m.type
JOIN dates y ON y.date = substr(md.value, 1, 4)
LEFT JOIN dates asked ON asked.date = CASE k.precision WHEN 'day' THEN substr(md.value, 1, 10) WHEN 'month' THEN substr(md.value, 1, 7) WHEN 'year' THEN substr(md.value, 1, 4) END
WHERE md.field = 'closed'
