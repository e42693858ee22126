-- Questions on the claims that may be asked; the statement is cut where the answer stands.
SELECT s.id, s.claim, s.topic, s.kind, s.changes, s.question, s.answer,
       substr(s.statement, 1, instr(s.statement, '___') - 1) AS before_answer,
       substr(s.statement, instr(s.statement, '___') + 3) AS after_answer,
       s.explanation, s.about, s.sources, s.confidence, s.as_of, c.claim AS article_claim, c.correction
FROM statements s
JOIN askable k ON k.evidence = 'statements/' || s.id
LEFT JOIN claims c ON c.id = s.claim
