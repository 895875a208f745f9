INSERT INTO p_checkpoint
    (id, subject, view)
VALUES
    (:id, :subject, :view)
ON CONFLICT (id) DO UPDATE
SET view = excluded.view
WHERE subject = excluded.subject
