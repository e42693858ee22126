-- Who acts for whom in Pyongyang, as of a date. Only kind protecting_power is a protecting power.
SELECT p.id, p.protecting AS protecting_id, g.name AS protecting_name, g.prose_name AS protecting_prose,
       p.protected AS protected_id, d.name AS protected_name, d.prose_name AS protected_prose, s.region, s.subregion,
       p.kind, p.scope, p.as_of, t.text AS as_of_text, t.phrase AS as_of_phrase, p.confidence, p.sources, p.note
FROM protecting_powers p
JOIN askable k ON k.evidence = 'protecting_powers/' || p.id
JOIN actors g ON g.id = p.protecting
JOIN actors d ON d.id = p.protected
LEFT JOIN states s ON s.id = p.protected
JOIN dates t ON t.date = p.as_of
