-- Relations that were severed, suspended or restored, where that may be asked.
SELECT relation_id, state_id, event, name, prose_name, kind, region, subregion, cause, cause_label, ask, date, asked_date, year,
       asked_text, asked_phrase, told_phrase, told, full_phrase, confidence, sources, note
FROM relation_events WHERE event IN ('severed', 'suspended', 'restored')
