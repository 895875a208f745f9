SELECT view
FROM p_entry
WHERE iin = :iin AND annulled = 0
ORDER BY tick DESC, node DESC
LIMIT 1
