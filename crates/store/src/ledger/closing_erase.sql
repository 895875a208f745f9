UPDATE ledger_fact
SET body = NULL
WHERE subject = :subject AND node = :node AND seq <= :through AND kind <> 'SubjectClosed' AND body IS NOT NULL
