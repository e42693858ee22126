-- Who took part in the events that may be asked, one row each, the DPRK left out.
SELECT ea.id AS event_id, ea.position, a.id AS actor_id, a.name, a.prose_name, a.kind, s.region, s.subregion
FROM events_actors ea
JOIN askable k ON k.evidence = 'events/' || ea.id
JOIN actors a ON a.id = ea.value
LEFT JOIN states s ON s.id = a.id
WHERE a.id <> 'prk'
