INSERT INTO p_node
    (id, subject, node, role, label, retired, view)
VALUES
    (:id, :subject, :node, :role, :label, :retired, :view)
ON CONFLICT (id) DO UPDATE
SET node = excluded.node,
    role = excluded.role,
    label = excluded.label,
    retired = excluded.retired,
    view = excluded.view
WHERE subject = excluded.subject
