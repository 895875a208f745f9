INSERT INTO p_closed
    (id, subject, kind, day, view)
VALUES
    (:id, :subject, :kind, :day, :view)
ON CONFLICT (id) DO UPDATE
SET kind = excluded.kind,
    day = excluded.day,
    view = excluded.view
WHERE subject = excluded.subject
