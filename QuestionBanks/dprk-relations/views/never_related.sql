-- States without relations on record, by both tables. source_count: five rows outside the United Nations rest on a single source.
SELECT r.state_id, r.id AS relation_id, t.name, t.prose_name, t.kind, t.region, t.subregion, t.as_of, t.as_of_text, t.as_of_phrase,
       CASE WHEN r.confidence = 'medium' OR t.confidence = 'medium' THEN 'medium' ELSE 'high' END AS confidence,
       t.sources, length(t.sources) - length(replace(t.sources, '|', '')) + 1 AS source_count, coalesce(r.note, t.note) AS note
FROM relations r
JOIN askable k ON k.evidence = 'relations/' || r.id
JOIN relations_today t ON t.state_id = r.state_id
WHERE r.event = 'never' AND t.status = 'no_relations'
