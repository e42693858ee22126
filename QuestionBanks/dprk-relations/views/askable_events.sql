-- Events that may be asked, their dates cut to what a question may use. actor_names: the actors in their order, joined by commas.
SELECT e.id, e.title, e.clause, e.anchor, e.one_year, e.kind, e.topic, e.place, e.cause, e.result, k.precision AS ask,
       f.date AS asked_date, f.year AS year, f.text AS asked_text, f.phrase AS asked_phrase,
       t.date AS asked_to, t.text AS to_text, e.actors,
       (SELECT group_concat(x.prose_name, ', ') FROM (
          SELECT a.prose_name FROM events_actors ea JOIN actors a ON a.id = ea.value
          WHERE ea.id = e.id ORDER BY ea.position) x) AS actor_names,
       e.confidence, e.sources, e.note
FROM events e
JOIN askable k ON k.evidence = 'events/' || e.id
JOIN dates f ON f.date = CASE k.precision WHEN 'day' THEN substr(e."from", 1, 10) WHEN 'month' THEN substr(e."from", 1, 7) WHEN 'year' THEN substr(e."from", 1, 4) END
LEFT JOIN dates t ON t.date = CASE k.precision WHEN 'day' THEN substr(e."to", 1, 10) WHEN 'month' THEN substr(e."to", 1, 7) WHEN 'year' THEN substr(e."to", 1, 4) END
