INSERT INTO p_day
    (id, subject, node, date, closed, view)
VALUES
    (:id, :subject, :node, :date, :closed, :view)
ON CONFLICT (id) DO UPDATE
SET node = excluded.node,
    date = excluded.date,
    closed = excluded.closed,
    view = excluded.view
WHERE subject = excluded.subject
