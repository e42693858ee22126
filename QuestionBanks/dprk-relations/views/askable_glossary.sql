-- Words that may be asked.
SELECT g.id, g.term, g.short_definition, g.category, g.sources
FROM glossary g JOIN askable k ON k.evidence = 'glossary/' || g.id
