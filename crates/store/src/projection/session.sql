INSERT INTO p_session
    (id, subject, desk, booth, entry, day, tick, state, occupies, told, view)
VALUES
    (:id, :subject, :desk, :booth, :entry, :day, :tick, :state, :occupies, :told, :view)
ON CONFLICT (id) DO UPDATE
SET desk = excluded.desk,
    booth = excluded.booth,
    entry = excluded.entry,
    day = excluded.day,
    tick = excluded.tick,
    state = excluded.state,
    occupies = excluded.occupies,
    told = excluded.told,
    view = excluded.view
WHERE subject = excluded.subject
