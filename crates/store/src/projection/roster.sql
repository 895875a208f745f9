INSERT INTO p_roster
    (id, subject, roster, first_day, last_day, rows, rows_hash, version, view)
VALUES
    (:id, :subject, :roster, :first_day, :last_day, :rows, :rows_hash, :version, :view)
ON CONFLICT (id) DO UPDATE
SET roster = excluded.roster,
    first_day = excluded.first_day,
    last_day = excluded.last_day,
    rows = excluded.rows,
    rows_hash = excluded.rows_hash,
    version = excluded.version,
    view = excluded.view
WHERE subject = excluded.subject
