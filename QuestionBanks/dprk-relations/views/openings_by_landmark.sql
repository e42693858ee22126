-- For each beginning of relations and each landmark on which side it surely lies: what is asked by order needs two years between.
SELECT o.*, l.id AS landmark, l.clause, l.year AS landmark_year, l.date AS landmark_date, l.sources AS landmark_sources,
       CASE WHEN o.ask = 'order' THEN CASE WHEN o.year <= l.year - 3 THEN 'before' WHEN o.year >= l.year + 3 THEN 'after' END
            WHEN o.asked_date < substr(l.date, 1, length(o.asked_date)) THEN 'before'
            WHEN o.asked_date > substr(l.date, 1, length(o.asked_date)) THEN 'after' END AS side
FROM openings o, landmarks l
