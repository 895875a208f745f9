INSERT INTO ledger_node (node, role, label, public_key, admitted_seq)
VALUES (:node, :role, :label, :public_key, :seq)
ON CONFLICT (node) DO UPDATE
SET role = excluded.role, label = excluded.label, admitted_seq = excluded.admitted_seq
-- Only oneself is known before the portal's word; the portal itself is pinned, and a first admission stands.
WHERE admitted_seq IS NULL AND role <> 'portal'
