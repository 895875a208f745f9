INSERT INTO p_entry
    (id, subject, number, node, day, tick, iin, document_kind, document_number, match_key, search_words, annulled, view)
VALUES
    (:id, :subject, :number, :node, :day, :tick, :iin, :document_kind, :document_number, :match_key, :search_words, :annulled, :view)
ON CONFLICT (id) DO UPDATE
SET number = excluded.number,
    node = excluded.node,
    day = excluded.day,
    tick = excluded.tick,
    iin = excluded.iin,
    document_kind = excluded.document_kind,
    document_number = excluded.document_number,
    match_key = excluded.match_key,
    search_words = excluded.search_words,
    annulled = excluded.annulled,
    view = excluded.view
WHERE subject = excluded.subject
