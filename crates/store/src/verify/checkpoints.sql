SELECT version, body
FROM ledger_fact
WHERE node = :portal AND kind = 'CheckpointTaken'
ORDER BY seq
