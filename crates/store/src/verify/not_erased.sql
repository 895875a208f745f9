SELECT min(seq)
FROM ledger_fact
WHERE subject = :subject AND node = :node AND seq <= :through AND kind <> 'SubjectClosed' AND body IS NOT NULL
