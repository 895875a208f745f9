INSERT INTO p_staff
    (id, subject, staff, removed, view)
VALUES
    (:id, :subject, :staff, :removed, :view)
ON CONFLICT (id) DO UPDATE
SET staff = excluded.staff,
    removed = excluded.removed,
    view = excluded.view
WHERE subject = excluded.subject
