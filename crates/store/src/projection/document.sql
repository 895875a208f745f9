INSERT INTO p_document
    (id, subject, name, sha256, view)
VALUES
    (:id, :subject, :name, :sha256, :view)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name,
    sha256 = excluded.sha256,
    view = excluded.view
WHERE subject = excluded.subject
