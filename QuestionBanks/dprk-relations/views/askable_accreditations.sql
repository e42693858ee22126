-- Ambassadors to the DPRK who lived elsewhere, as of a date.
SELECT x.id, x.state AS state_id, a.name, a.prose_name, s.region, s.subregion, x.city, x.as_of, d.year AS as_of_year,
       d.text AS as_of_text, d.phrase AS as_of_phrase, x.confidence, x.sources
FROM accredited_from x
JOIN askable k ON k.evidence = 'accredited_from/' || x.id
JOIN actors a ON a.id = x.state
LEFT JOIN states s ON s.id = x.state
JOIN dates d ON d.date = x.as_of
