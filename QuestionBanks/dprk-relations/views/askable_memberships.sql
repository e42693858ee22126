-- Memberships that may be asked, dates cut to what a question may use. as_of: what a "never" and a "member" hold for.
SELECT m.id, m.organisation, m.prose_name, m.member, m.status, k.precision AS ask,
       j.date AS joined_date, j.year AS joined_year, j.text AS joined_text, j.phrase AS joined_phrase,
       l.date AS left_date, l.year AS left_year, l.text AS left_text, l.phrase AS left_phrase,
       m.as_of, d.text AS as_of_text, d.phrase AS as_of_phrase, m.confidence, m.sources, m.note
FROM memberships m
JOIN askable k ON k.evidence = 'memberships/' || m.id
LEFT JOIN dates j ON j.date = CASE WHEN m.confidence = 'high' THEN m."from" ELSE substr(m."from", 1, 4) END
LEFT JOIN dates l ON l.date = CASE WHEN m.confidence = 'high' THEN m."to" ELSE substr(m."to", 1, 4) END
LEFT JOIN dates d ON d.date = m.as_of
