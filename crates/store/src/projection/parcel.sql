INSERT INTO p_parcel
    (id, subject, sha256, stored, delivered, view)
VALUES
    (:id, :subject, :sha256, :stored, :delivered, :view)
ON CONFLICT (id) DO UPDATE
SET sha256 = excluded.sha256,
    stored = excluded.stored,
    delivered = excluded.delivered,
    view = excluded.view
WHERE subject = excluded.subject
