-- Who established relations first and when, one row each, for questions that offer states: who is the state as an option names it,
-- partner the body as an explanation names it. bare: the name takes no article, so that it also fits a statement.
-- Without the European Union, and without Palestine, whose relations the lists count from two different events.
SELECT e.state_id, e.relation_id, 'relations/' || e.relation_id AS evidence, coalesce(a.name, e.name) AS who,
       coalesce(a.prose_name, e.prose_name) NOT LIKE 'the %' AS bare, e.partner, e.region, e.subregion, e.ask, e.year, e.asked_date,
       e.asked_phrase, e.told_phrase, coalesce(' ' || e.told, '') AS more, e.confidence, e.sources, e.status_as_of
FROM establishments e
LEFT JOIN actors a ON a.id = e.opened_as
WHERE e.kind <> 'union' AND e.state_id <> 'pse'
