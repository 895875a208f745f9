-- The ledger and what belongs to this node alone. Projections stand in projections.sql: they can be made again at any time.
--
-- Truth: ledger_*. A fact is never changed; its body alone may go, and only when a closing of its subject covers it.

-- Who may write a stream. The portal is pinned when the file is made; others come from NodeAdmitted in the portal's stream.
CREATE TABLE ledger_node (
    node         BLOB NOT NULL PRIMARY KEY CHECK (length(node) = 16),
    role         TEXT NOT NULL CHECK (role IN ('portal', 'hub', 'desk', 'booth')),
    label        TEXT NOT NULL DEFAULT '',
    public_key   BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
    -- Place in the portal's stream where it was admitted; NULL for the portal and, until the portal's word arrives, for oneself.
    admitted_seq INTEGER CHECK (admitted_seq > 0),
    -- Place where it was retired. Its facts stay good: they were written before.
    retired_seq  INTEGER CHECK (retired_seq > 0)
) STRICT, WITHOUT ROWID;

-- At most one portal.
CREATE UNIQUE INDEX ledger_node_portal ON ledger_node (role) WHERE role = 'portal';

-- One fact a row, in whatever order it came; its place is (node, seq). The branch is that of local_self.
CREATE TABLE ledger_fact (
    node      BLOB    NOT NULL REFERENCES ledger_node (node) CHECK (length(node) = 16),
    seq       INTEGER NOT NULL CHECK (seq > 0),
    tick      INTEGER NOT NULL CHECK (tick > 0 AND tick <= 9007199254740992),
    at_ms     INTEGER NOT NULL,
    at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -1440 AND 1440),
    by        TEXT    NOT NULL,
    subject   TEXT    NOT NULL CHECK (length(subject) BETWEEN 3 AND 96),
    kind      TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
    version   INTEGER NOT NULL CHECK (version BETWEEN 0 AND 65535),
    -- JSON text, byte for byte; NULL only when a SubjectClosed covers it.
    body      TEXT    CHECK (octet_length(body) <= 65536),
    body_hash BLOB    NOT NULL CHECK (length(body_hash) = 32),
    prev      BLOB    NOT NULL CHECK (length(prev) = 32),
    hash      BLOB    NOT NULL CHECK (length(hash) = 32),
    act_end   INTEGER NOT NULL CHECK (act_end IN (0, 1)),
    sig       BLOB    CHECK (length(sig) = 64),
    -- Why the fold could not use it, as a word; NULL if it counts.
    trouble   TEXT,
    CHECK ((act_end = 1) = (sig IS NOT NULL)),
    CHECK ((seq = 1) = (prev = zeroblob(32)))
) STRICT;

CREATE UNIQUE INDEX ledger_fact_place ON ledger_fact (node, seq);
-- A subject's facts in canonical order.
CREATE INDEX ledger_fact_subject ON ledger_fact (subject, tick, node, seq);
-- Closings, for the stores that fold nothing but must erase all the same.
CREATE INDEX ledger_fact_closing ON ledger_fact (subject) WHERE kind = 'SubjectClosed';
-- What people are shown as not understood.
CREATE INDEX ledger_fact_trouble ON ledger_fact (node, seq) WHERE trouble IS NOT NULL;

-- The highest tick seen or told. One row.
CREATE TABLE ledger_tick (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    tick INTEGER NOT NULL CHECK (tick BETWEEN 0 AND 9007199254740992)
) STRICT;
INSERT INTO ledger_tick (id, tick) VALUES (1, 0);

-- Who this file belongs to. One row, written once.
CREATE TABLE local_self (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    branch      TEXT    NOT NULL CHECK (branch GLOB '[0-9][0-9][0-9][0-9]'),
    node        BLOB    NOT NULL CHECK (length(node) = 16),
    role        TEXT    NOT NULL CHECK (role IN ('portal', 'hub', 'desk', 'booth')),
    key_seed    BLOB    NOT NULL CHECK (length(key_seed) = 32),
    portal      BLOB    NOT NULL CHECK (length(portal) = 32),
    -- Does it fold? A hub only relays.
    projections INTEGER NOT NULL CHECK (projections IN (0, 1))
) STRICT;

-- Choices of this node: small texts by name.
CREATE TABLE local_setting (
    name  TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 128),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Signed documents (addressees, calendar, texts …) by content. Which one counts, the ledger says.
CREATE TABLE local_document (
    sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    bytes  BLOB NOT NULL
) STRICT;

-- Unfinished forms. May hold a person's data, therefore here and nowhere else.
CREATE TABLE local_draft (
    name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 128),
    body TEXT NOT NULL
) STRICT;

-- What a peer said it holds, last time.
CREATE TABLE local_peer (
    peer TEXT    NOT NULL CHECK (length(peer) BETWEEN 1 AND 128),
    node BLOB    NOT NULL CHECK (length(node) = 16),
    seq  INTEGER NOT NULL CHECK (seq > 0),
    PRIMARY KEY (peer, node)
) STRICT, WITHOUT ROWID;
