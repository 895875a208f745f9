INSERT INTO p_job
    (id, subject, node, about, tick, state, view)
VALUES
    (:id, :subject, :node, :about, :tick, :state, :view)
ON CONFLICT (id) DO UPDATE
SET node = excluded.node,
    about = excluded.about,
    tick = excluded.tick,
    state = excluded.state,
    view = excluded.view
WHERE subject = excluded.subject
