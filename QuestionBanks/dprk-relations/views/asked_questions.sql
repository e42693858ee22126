-- Questions about events that may be asked, with the text of the answer.
SELECT q.id, q.event, q.kind, q.pool, q.question, q.one_answer, q.lead, q.answer AS answer_id, coalesce(a.prose_name, p.prose_name, q.answer) AS answer,
       e.kind AS event_kind, e.topic, e.ask, e.year, e.actors, e.confidence, e.sources
FROM event_questions q
JOIN askable_events e ON e.id = q.event
LEFT JOIN actors a ON a.id = q.answer
LEFT JOIN people p ON p.id = q.answer
