-- The lines are found and put in order by a narrow index; only those shown are read whole.
SELECT e.view
FROM (
    SELECT k.id, k.match_key = :match_key AS same, k.tick, k.node
    FROM p_entry_words w
    CROSS JOIN p_entry k INDEXED BY p_entry_found ON k.id = w.rowid
    WHERE w.search_words MATCH :words
    ORDER BY same DESC, k.tick DESC, k.node DESC
    LIMIT :limit
) f
CROSS JOIN p_entry e ON e.id = f.id
ORDER BY f.same DESC, f.tick DESC, f.node DESC
