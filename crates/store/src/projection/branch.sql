INSERT INTO p_branch
    (id, subject, view)
VALUES
    (:id, :subject, :view)
ON CONFLICT (id) DO UPDATE
SET view = excluded.view
WHERE subject = excluded.subject
