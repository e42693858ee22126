-- Embassies in Pyongyang that were closed or had suspended their work, each as of its own date: evidence against "was working" for that date only.
SELECT id, actor_id, name, prose_name, kind, region, subregion, city, status, status_label, as_of, as_of_year, as_of_text, as_of_phrase, confidence, sources, note
FROM foreign_missions WHERE type = 'embassy' AND status IN ('closed', 'suspended') AND city = 'Pyongyang'
