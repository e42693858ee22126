-- Events against which the beginnings of relations are placed. clause follows "before" or "after".
SELECT l.id, l.clause, e.asked_date AS date, e.year, e.sources
FROM (SELECT '1950-korean-war-begins' AS id, 'the Korean War began in June 1950' AS clause
      UNION ALL SELECT '1972-north-south-joint-statement-on-peaceful', 'the two Koreas issued a joint statement on 4 July 1972'
      UNION ALL SELECT '1991-both-koreas-join-the-united-nations', 'both Koreas joined the United Nations on 17 September 1991'
      UNION ALL SELECT '2000-first-inter-korean-summit-kim-dae-jung', 'the leaders of the two Koreas first met in June 2000') l
JOIN askable_events e ON e.id = l.id
