-- Openings and closings of missions that may be asked, with words for them. direction: in (to the DPRK) or out (of the DPRK).
-- maybe_earlier: there was or may have been an earlier one. noun: without article; plain: yes where no other mission of the pair can be meant, so that a question may measure others by it.
WITH dated AS (
  SELECT 'opened' AS event, * FROM mission_openings
  UNION ALL
  SELECT 'closed' AS event, * FROM mission_closings
), worded AS (
  SELECT d.*,
    CASE WHEN mission_id = 'in-kor-kaesong' THEN 'inter-Korean liaison office in Kaesong'
      WHEN direction = 'in' THEN type_label || ' of ' || prose_name || ' in ' || city
      WHEN mission_id IN ('out-mng-emb-1', 'out-aus-emb-1', 'out-ago-emb-1') THEN 'first embassy in ' || prose_name
      WHEN mission_id = 'out-nic-emb' THEN 'earlier embassy in ' || prose_name
      WHEN mission_id IN ('out-mng-emb-2', 'out-aus-emb-2', 'out-ago-emb-2') THEN 'second embassy in ' || prose_name
      WHEN mission_id = 'out-chn-shenyang-1' THEN 'first consulate general in Shenyang'
      WHEN mission_id = 'out-chn-changchun' AND event = 'opened' THEN 'consulate in Changchun'
      WHEN mission_id = 'out-fra-rep' THEN 'general delegation in France'
      WHEN mission_id = 'out-un-nyc' THEN 'observer mission in New York'
      WHEN type = 'embassy' THEN type_label || ' in ' || prose_name
      ELSE type_label || ' in ' || city END AS noun
  FROM dated d
)
SELECT event, direction, mission_id, actor_id, noun,
       CASE direction WHEN 'in' THEN 'the ' || noun WHEN 'out' THEN replace(replace(replace('the ' || CASE WHEN noun LIKE 'first %' OR noun LIKE 'second %' OR noun LIKE 'earlier %' THEN '' ELSE 'DPRK ' END || noun, 'first ', 'first DPRK '), 'second ', 'second DPRK '), 'earlier ', 'earlier DPRK ') END AS label, name, prose_name, region, type, ask, year, asked_phrase, told_phrase,
       'mission_dates/' || mission_id || '/' || event AS evidence, confidence, sources,
       CASE WHEN mission_id IN ('out-mng-emb-1', 'out-aus-emb-1', 'out-ago-emb-1', 'out-nic-emb', 'out-mng-emb-2', 'out-aus-emb-2', 'out-ago-emb-2',
                                'out-chn-shenyang-1', 'out-deu-emb', 'out-khm-emb', 'out-ven-emb', 'out-mmr-emb', 'out-ddr-emb', 'out-nam-emb',
                                'in-cze-emb', 'in-deu-emb', 'in-ind-cg', 'in-ind-emb', 'in-chn-chongjin', 'in-nic-emb')
              OR (event = 'opened' AND mission_id IN ('in-ddr-emb', 'in-csk-emb')) THEN 'no' ELSE 'yes' END AS plain,
       CASE WHEN mission_id IN ('out-deu-emb', 'out-khm-emb', 'out-ven-emb', 'in-cze-emb', 'in-deu-emb', 'in-nic-emb') THEN 'yes' ELSE 'no' END AS maybe_earlier
FROM worded
WHERE mission_id <> 'out-jpn-chongryon'
