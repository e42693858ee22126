-- When the DPRK, or a national body of it, joined. join_words, joined_words: what it did, without and with its tense.
SELECT m.id, m.organisation, m.prose_name, m.member, m.status, m.joined_year AS year, m.joined_phrase, m.as_of, m.confidence, m.sources,
       CASE m.status WHEN 'observer' THEN 'become an observer at' WHEN 'participant' THEN 'first take part in' ELSE 'join' END AS join_words,
       CASE m.status WHEN 'observer' THEN 'became an observer at' WHEN 'participant' THEN 'first took part in' ELSE 'joined' END AS joined_words,
       m.member = 'the DPRK' AND m.status NOT IN ('observer', 'participant') AS by_state
FROM askable_memberships m
WHERE m.joined_year IS NOT NULL
