-- Missions of the DPRK that may be asked. actor_id: the state or organisation where it works.
SELECT m.id, m.host AS actor_id, a.name, a.prose_name, a.kind, s.region, s.subregion, m.city,
       m.type, tl.label AS type_label, tl.phrase AS type_phrase, m.status, sl.label AS status_label, sl.phrase AS status_phrase,
       m.as_of, d.year AS as_of_year, d.text AS as_of_text, d.phrase AS as_of_phrase, m.confidence, m.sources, m.note
FROM missions m
JOIN askable k ON k.evidence = 'missions/' || m.id
JOIN actors a ON a.id = m.host
LEFT JOIN states s ON s.id = m.host
JOIN labels tl ON tl.field = 'type' AND tl.value = m.type
JOIN labels sl ON sl.field = 'status' AND sl.value = m.status
JOIN dates d ON d.date = m.as_of
WHERE m.sender = 'prk'
