-- Spells of embassies in Pyongyang around the COVID closure, by month: presence is working or shut, from_month to to_month.
-- A spell is on record from its first to its last month and says nothing of the time before and after.
SELECT m.id, m.actor_id, m.name, m.prose_name, m.region, 'working' AS presence,
       CASE WHEN r.stayed = 'yes' THEN '2020-01' ELSE substr(coalesce(r.away_to, m.as_of), 1, 7) END AS from_month,
       substr(m.as_of, 1, 7) AS to_month, m.as_of_phrase, 
       CASE WHEN r.stayed = 'yes' THEN 'The embassy of ' || m.prose_name || ' stayed at work through the COVID closure and was there ' || m.as_of_phrase || '.'
            WHEN r.away_to IS NOT NULL THEN 'The embassy of ' || m.prose_name || ' was back by ' || b.text || ' and at work ' || m.as_of_phrase || '.'
            ELSE 'The embassy of ' || m.prose_name || ' was at work ' || m.as_of_phrase || '.' END AS why
FROM foreign_missions m
JOIN missions r ON r.id = m.id
LEFT JOIN dates b ON b.date = substr(r.away_to, 1, 7)
WHERE m.type = 'embassy' AND m.status = 'open'
UNION ALL
SELECT m.id, m.actor_id, m.name, m.prose_name, m.region, 'shut',
       substr(r.away_from, 1, 7), substr(coalesce(r.away_to, m.as_of), 1, 7), m.as_of_phrase,
       'The embassy of ' || m.prose_name || ' was shut ' || CASE length(r.away_from) WHEN 4 THEN 'in ' ELSE 'by ' END || a.text
         || CASE WHEN substr(r.away_from, 1, 7) = substr(m.as_of, 1, 7) THEN '.' WHEN r.away_to IS NULL THEN ' and had not reopened ' || m.as_of_phrase || '.' ELSE ' and came back by ' || b.text || '.' END
FROM foreign_missions m
JOIN missions r ON r.id = m.id
JOIN dates a ON a.date = substr(r.away_from, 1, 7)
LEFT JOIN dates b ON b.date = substr(r.away_to, 1, 7)
WHERE m.type = 'embassy' AND r.away_from IS NOT NULL
