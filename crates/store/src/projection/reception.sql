INSERT INTO p_reception
    (id, subject, reference, roster, row, body_hash, day, time, iin, match_key, state, view)
VALUES
    (:id, :subject, :reference, :roster, :row, :body_hash, :day, :time, :iin, :match_key, :state, :view)
ON CONFLICT (id) DO UPDATE
SET reference = excluded.reference,
    roster = excluded.roster,
    row = excluded.row,
    body_hash = excluded.body_hash,
    day = excluded.day,
    time = excluded.time,
    iin = excluded.iin,
    match_key = excluded.match_key,
    state = excluded.state,
    view = excluded.view
WHERE subject = excluded.subject
