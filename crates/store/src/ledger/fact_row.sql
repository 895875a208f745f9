INSERT INTO ledger_fact
    (node, seq, tick, at_ms, at_offset, by, subject, kind, version, body, body_hash, prev, hash, act_end, sig)
VALUES
    (:node, :seq, :tick, :at_ms, :at_offset, :by, :subject, :kind, :version, :body, :body_hash, :prev, :hash, :act_end, :sig)
