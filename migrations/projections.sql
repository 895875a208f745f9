-- The projections: what the facts of each subject add up to (domain::fold). Not truth, and no migration ever touches them:
-- when a fold or this file changes, all of it is dropped and folded again from the ledger in one transaction.
--
-- Every table alike: id = first 8 bytes of SHA-256(subject) as a signed number, so that nothing depends on the order of
-- arrival; the columns that are searched; view = the whole row as JSON. No local time, no counter. Equal facts, equal tables.

-- The journal.
CREATE TABLE p_entry (
    id              INTEGER PRIMARY KEY,
    subject         TEXT    NOT NULL,
    number          TEXT    NOT NULL,
    node            BLOB    NOT NULL,
    day             TEXT    NOT NULL,
    -- Tick of the subject's first fact: newest means by this, never by a clock.
    tick            INTEGER NOT NULL,
    iin             TEXT,
    document_kind   TEXT    NOT NULL,
    document_number TEXT    NOT NULL,
    match_key       TEXT    NOT NULL,
    search_words    TEXT    NOT NULL,
    annulled        INTEGER NOT NULL CHECK (annulled IN (0, 1)),
    view            TEXT    NOT NULL
) STRICT;
CREATE INDEX p_entry_day ON p_entry (day, number);
CREATE INDEX p_entry_iin ON p_entry (iin, tick) WHERE iin IS NOT NULL;
CREATE INDEX p_entry_document ON p_entry (document_number, document_kind, tick);
-- What a search puts in order, apart from the wide rows.
CREATE INDEX p_entry_found ON p_entry (id, match_key, tick, node);

-- Beginnings of words over p_entry.search_words, which are folded already (domain::names); the tokenizer only splits.
CREATE VIRTUAL TABLE p_entry_words USING fts5 (
    search_words,
    content = 'p_entry',
    content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 0',
    prefix = '2 3 4'
);
INSERT INTO p_entry_words (p_entry_words, rank) VALUES ('secure-delete', 1);

-- Going to a booth.
CREATE TABLE p_session (
    id       INTEGER PRIMARY KEY,
    subject  TEXT    NOT NULL,
    desk     BLOB    NOT NULL,
    booth    BLOB    NOT NULL,
    entry    TEXT    NOT NULL,
    day      TEXT    NOT NULL,
    tick     INTEGER NOT NULL,
    state    TEXT    NOT NULL,
    -- 1 while it holds its booth.
    occupies INTEGER NOT NULL CHECK (occupies IN (0, 1)),
    -- 1 while staff gave it a word that the booth has not answered.
    told     INTEGER NOT NULL CHECK (told IN (0, 1)),
    view     TEXT    NOT NULL
) STRICT;
CREATE INDEX p_session_day ON p_session (day, tick);
CREATE INDEX p_session_entry ON p_session (entry);
CREATE INDEX p_session_asked ON p_session (desk, tick) WHERE state = 'asked';
CREATE INDEX p_session_occupies ON p_session (booth, tick) WHERE occupies = 1;
CREATE INDEX p_session_told ON p_session (tick) WHERE told = 1;

-- Filed appeals.
CREATE TABLE p_appeal (
    id          INTEGER PRIMARY KEY,
    subject     TEXT    NOT NULL,
    number      TEXT    NOT NULL,
    node        BLOB    NOT NULL,
    entry       TEXT    NOT NULL,
    session     TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    tick        INTEGER NOT NULL,
    -- The day the answer is promised for; NULL where none could be counted.
    due         TEXT,
    parcel      BLOB    NOT NULL,
    handed_over INTEGER NOT NULL CHECK (handed_over IN (0, 1)),
    view        TEXT    NOT NULL
) STRICT;
CREATE INDEX p_appeal_day ON p_appeal (day, number);
CREATE INDEX p_appeal_entry ON p_appeal (entry);
CREATE INDEX p_appeal_session ON p_appeal (session);

-- The way of a parcel: held by the portal, let go by its sender.
CREATE TABLE p_parcel (
    id        INTEGER PRIMARY KEY,
    subject   TEXT    NOT NULL,
    sha256    BLOB    NOT NULL,
    stored    INTEGER NOT NULL CHECK (stored IN (0, 1)),
    delivered INTEGER NOT NULL CHECK (delivered IN (0, 1)),
    view      TEXT    NOT NULL
) STRICT;

-- Online receptions. A row shows only under a roster that is published and complete: a matter of the query.
CREATE TABLE p_reception (
    id        INTEGER PRIMARY KEY,
    subject   TEXT    NOT NULL,
    reference TEXT    NOT NULL,
    roster    TEXT    NOT NULL,
    row       INTEGER NOT NULL,
    -- SHA-256 of the body that appointed it: what the roster's hash is made of.
    body_hash BLOB    NOT NULL,
    day       TEXT    NOT NULL,
    time      TEXT    NOT NULL,
    iin       TEXT,
    match_key TEXT    NOT NULL,
    state     TEXT    NOT NULL,
    view      TEXT    NOT NULL
) STRICT;
CREATE INDEX p_reception_roster ON p_reception (roster, row);
CREATE INDEX p_reception_day ON p_reception (day, time);
CREATE INDEX p_reception_iin ON p_reception (iin, day) WHERE iin IS NOT NULL;
CREATE INDEX p_reception_match_key ON p_reception (match_key, day);

-- Published rosters.
CREATE TABLE p_roster (
    id        INTEGER PRIMARY KEY,
    subject   TEXT    NOT NULL,
    roster    TEXT    NOT NULL,
    first_day TEXT    NOT NULL,
    last_day  TEXT    NOT NULL,
    rows      INTEGER NOT NULL,
    rows_hash BLOB    NOT NULL,
    version   INTEGER NOT NULL,
    view      TEXT    NOT NULL
) STRICT;
CREATE INDEX p_roster_days ON p_roster (last_day, first_day);

-- Print jobs.
CREATE TABLE p_job (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    node    BLOB    NOT NULL,
    about   TEXT    NOT NULL,
    tick    INTEGER NOT NULL,
    state   TEXT    NOT NULL,
    view    TEXT    NOT NULL
) STRICT;
CREATE INDEX p_job_open ON p_job (node, tick) WHERE state IN ('queued', 'sent', 'uncertain');
CREATE INDEX p_job_about ON p_job (about, tick);

-- Days of nodes.
CREATE TABLE p_day (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    node    BLOB    NOT NULL,
    date    TEXT    NOT NULL,
    closed  INTEGER NOT NULL CHECK (closed IN (0, 1)),
    view    TEXT    NOT NULL
) STRICT;
CREATE INDEX p_day_node ON p_day (node, date);

-- Staff of the branch, and their shifts.
CREATE TABLE p_staff (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    staff   BLOB    NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    view    TEXT    NOT NULL
) STRICT;
CREATE TABLE p_shift (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    view    TEXT    NOT NULL
) STRICT;

-- The directory: nodes, rooms, the branch, documents.
CREATE TABLE p_node (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    node    BLOB    NOT NULL,
    role    TEXT    NOT NULL CHECK (role IN ('portal', 'hub', 'desk', 'booth')),
    label   TEXT    NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    view    TEXT    NOT NULL
) STRICT;
CREATE INDEX p_node_label ON p_node (role, label);
CREATE TABLE p_room (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    label   TEXT    NOT NULL,
    view    TEXT    NOT NULL
) STRICT;
CREATE TABLE p_branch (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    view    TEXT    NOT NULL
) STRICT;
CREATE TABLE p_document (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    sha256  BLOB    NOT NULL,
    view    TEXT    NOT NULL
) STRICT;

-- What the portal held of every stream at a moment.
CREATE TABLE p_checkpoint (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    view    TEXT    NOT NULL
) STRICT;

-- What remains of closed subjects.
CREATE TABLE p_closed (
    id      INTEGER PRIMARY KEY,
    subject TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    day     TEXT,
    view    TEXT    NOT NULL
) STRICT;
CREATE INDEX p_closed_kind ON p_closed (kind, day);
