SELECT e.view
FROM p_entry_words w
CROSS JOIN p_entry e ON e.id = w.rowid
WHERE w.search_words MATCH :words
ORDER BY e.match_key = :match_key DESC, e.tick DESC, e.node DESC
LIMIT :limit
