SELECT subject
FROM ledger_fact
WHERE subject > :from AND subject < :to AND kind = :kind AND node = :node
ORDER BY subject DESC
LIMIT 1
