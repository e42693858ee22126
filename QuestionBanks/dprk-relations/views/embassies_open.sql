-- Embassies that were working in Pyongyang, each as of its own date.
SELECT id, actor_id, name, prose_name, kind, region, subregion, city, status, status_label, as_of, as_of_year, as_of_text, as_of_phrase, confidence, sources, note
FROM foreign_missions WHERE type = 'embassy' AND status = 'open' AND city = 'Pyongyang'
