SELECT version, body
FROM ledger_fact
WHERE subject = :subject AND kind = 'SubjectClosed' AND node = :portal
ORDER BY seq
