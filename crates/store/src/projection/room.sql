INSERT INTO p_room
    (id, subject, label, view)
VALUES
    (:id, :subject, :label, :view)
ON CONFLICT (id) DO UPDATE
SET label = excluded.label,
    view = excluded.view
WHERE subject = excluded.subject
