-- Wrong options for the questions about events: answers of the same pool, then those of the row itself. why: what is true.
SELECT q.id AS question, o.answer AS text, o.answer_id, o.lead || ' ' || o.answer || '.' AS why, abs(o.year - q.year) AS rank
FROM asked_questions q
JOIN asked_questions o ON o.kind = q.kind AND o.pool = q.pool AND o.answer_id <> q.answer_id
WHERE q.pool <> ''
UNION ALL
SELECT q.id, coalesce(a.prose_name, p.prose_name, v.value), v.value,
       coalesce(
         CASE WHEN q.kind = 'state' AND q.event_kind = 'recognition' AND q.topic = 'when-they-began' THEN (SELECT x.prose_name || ' and the DPRK established diplomatic relations ' || x.told_phrase || '.' FROM establishments x WHERE x.state_id = v.value) END,
         (SELECT k.prose_name || ' ' || k.deed || '.' FROM askable_people k WHERE k.id = v.value AND k.deed <> '' AND q.kind = 'person'),
         q.lead || ' ' || q.answer || '.'),
       5
FROM asked_questions q
JOIN event_questions_options v ON v.id = q.id
LEFT JOIN actors a ON a.id = v.value
LEFT JOIN people p ON p.id = v.value
WHERE v.value <> q.answer_id
  AND NOT EXISTS (SELECT 1 FROM asked_questions o WHERE o.kind = q.kind AND o.pool = q.pool AND q.pool <> '' AND o.answer_id = v.value)
