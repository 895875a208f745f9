SELECT version, body
-- Named, or the planner walks the whole stream of the portal, for each fact taken.
FROM ledger_fact INDEXED BY ledger_fact_closing
WHERE subject = :subject AND kind = 'SubjectClosed' AND node = :portal
ORDER BY seq
