UPDATE ledger_fact
SET body = :body
WHERE node = :node AND seq = :seq AND body IS NULL
