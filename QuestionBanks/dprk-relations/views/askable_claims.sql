-- Claims of the travel article that may be asked: no opinions, nothing contested.
SELECT c.id, c.section, c.claim, c.verdict, c.correction, c.period, c.confidence, c.sources, c.note
FROM claims c JOIN askable k ON k.evidence = 'claims/' || c.id
