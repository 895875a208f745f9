INSERT INTO p_appeal
    (id, subject, number, node, entry, session, day, tick, due, parcel, handed_over, view)
VALUES
    (:id, :subject, :number, :node, :entry, :session, :day, :tick, :due, :parcel, :handed_over, :view)
ON CONFLICT (id) DO UPDATE
SET number = excluded.number,
    node = excluded.node,
    entry = excluded.entry,
    session = excluded.session,
    day = excluded.day,
    tick = excluded.tick,
    due = excluded.due,
    parcel = excluded.parcel,
    handed_over = excluded.handed_over,
    view = excluded.view
WHERE subject = excluded.subject
