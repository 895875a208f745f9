SELECT view
FROM p_entry
WHERE document_number = :number AND document_kind = :kind AND annulled = 0
ORDER BY tick DESC, node DESC
LIMIT 1
