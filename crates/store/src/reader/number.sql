SELECT subject
-- Named, or the planner walks the whole stream of the node.
FROM ledger_fact INDEXED BY ledger_fact_subject
WHERE subject > :from AND subject < :to AND kind = :kind AND node = :node
ORDER BY subject DESC
LIMIT 1
