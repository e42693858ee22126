-- What people read for the ids of kinds and states of missions.
SELECT 'type' AS field, 'embassy' AS value, 'embassy' AS label, 'an embassy' AS phrase
UNION ALL SELECT 'type', 'consulate_general', 'consulate general', 'a consulate general'
UNION ALL SELECT 'type', 'consulate', 'consulate', 'a consulate'
UNION ALL SELECT 'type', 'consular_office', 'consular office', 'a consular office'
UNION ALL SELECT 'type', 'cooperation_office', 'cooperation office', 'a cooperation office'
UNION ALL SELECT 'type', 'representative_office', 'representative office', 'a representative office'
UNION ALL SELECT 'type', 'liaison_office', 'liaison office', 'a liaison office'
UNION ALL SELECT 'type', 'permanent_mission', 'permanent mission', 'a permanent mission'
UNION ALL SELECT 'type', 'de_facto', 'de facto embassy', 'a de facto embassy'
UNION ALL SELECT 'status', 'open', 'open', 'was working'
UNION ALL SELECT 'status', 'closed', 'closed', 'was closed'
UNION ALL SELECT 'status', 'suspended', 'suspended', 'had suspended its work'
UNION ALL SELECT 'status', 'local_staff_only', 'working with national staff only', 'was working with national staff only'
