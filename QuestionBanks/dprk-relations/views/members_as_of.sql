-- Organisations of which the DPRK itself was a member, as of a date; 2018 for what newer sources confirm, since the newest "never" are of 2018 and 2020.
-- Without a year of joining, a row counts from 2005 on if the list of 2005 (cia05) has it.
SELECT m.id, m.organisation, m.prose_name, m.joined_date, m.joined_year, m.joined_phrase, m.as_of, d.date AS asked_as_of, d.text AS asked_as_of_text,
       coalesce(m.joined_date, CASE WHEN instr('|' || m.sources || '|', '|cia05|') > 0 THEN '2005' ELSE m.as_of END) AS member_since,
       m.confidence, m.sources
FROM askable_memberships m
JOIN dates d ON d.date = CASE WHEN m.as_of >= '2018' THEN '2018' ELSE m.as_of END
WHERE m.status = 'member' AND m.member = 'the DPRK'
