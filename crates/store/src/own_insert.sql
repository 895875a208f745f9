INSERT INTO local_self (id, branch, node, role, key_seed, portal, projections)
VALUES (1, :branch, :node, :role, :key_seed, :portal, :projections)
