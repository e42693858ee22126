-- Events whose year is asked here. Left out: those that only repeat a row of relations, whose year is asked as established, severed and so on.
SELECT e.id, e.clause, e.anchor, e.one_year, e.kind, e.topic, e.ask, e.asked_date, e.year, e.asked_phrase, e.actors, e.confidence, e.sources
FROM askable_events e
WHERE e.clause IS NOT NULL AND e.clause <> '' AND e.topic IS NOT NULL AND e.topic <> ''
  AND NOT (e.kind IN ('recognition', 'closure') AND e.topic IN ('when-they-began', 'ruptures') AND EXISTS (
    SELECT 1 FROM relation_events r JOIN events_actors ea ON ea.id = e.id AND ea.value IN (r.state_id, r.opened_as)
    WHERE r.year = e.year))
