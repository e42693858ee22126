-- Words that may be asked. core: the definition up to a semicolon, without its full stop. options_of: words with the same value make options for one another.
SELECT g.id, g.term, g.short_definition,
       rtrim(CASE WHEN instr(g.short_definition, ';') > 0 THEN substr(g.short_definition, 1, instr(g.short_definition, ';') - 1)
                  ELSE g.short_definition END, '.') AS core,
       g.category, g.sort, CASE WHEN g.sort IN ('person', 'office') THEN 'who' ELSE g.sort END AS options_of, g.example, g.sources
FROM glossary g JOIN askable k ON k.evidence = 'glossary/' || g.id
