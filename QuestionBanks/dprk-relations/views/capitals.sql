-- Capitals on which a key or a distractor may rest.
SELECT s.id AS state_id, a.name, a.prose_name, a.kind, s.region, s.subregion, s.capital
FROM states s JOIN actors a ON a.id = s.id
WHERE s.capital_ask = 'yes'
