SELECT branch, node, role, key_seed, portal, projections
FROM local_self
WHERE id = 1
