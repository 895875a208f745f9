-- Named, or the planner walks the whole stream of the node.
UPDATE ledger_fact INDEXED BY ledger_fact_subject
SET body = NULL
WHERE subject = :subject AND node = :node AND seq <= :through AND kind <> 'SubjectClosed' AND body IS NOT NULL
