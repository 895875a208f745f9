//! The store: one file of one node, opened, kept, closed. Writing goes through `act` and `take`; reading through [`Reader`].
//!
//! Invariants: after a failed write the connection is closed and nothing is answered until it is reopened; a file that is older
//! than what is known of it elsewhere is read, never written.

use std::cell::Cell;
use std::fs;
use std::io::ErrorKind;

use qabyldau_domain::fact::{Head, NodeId, PublicKey};
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::number::BranchCode;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::connection::{self, EngineFacts};
use crate::fault::{ReadOnly, StoreError};
use crate::head_note::{self, HeadNote};
use crate::keys::DatabaseKey;
use crate::own::{self, NewNode, Own};
use crate::place::{Place, make_private};
use crate::projection::{self, Topics};
use crate::reader::Reader;
use crate::{ledger, migration};

/// What may be done with the store now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Read and write.
    Good,
    /// Read only, until `repair` opens a new stream.
    ReadOnly(ReadOnly),
    /// Neither, until [`Store::reopen`].
    Poisoned,
}

/// What the database is called until it is whole.
const MAKING: &str = "ledger.db.making";

/// Told, after a commit, what changed.
pub type Listener = Box<dyn Fn(&Topics) + Send>;

/// The encrypted file of one node.
pub struct Store {
    /// `None` once poisoned.
    conn: Option<Connection>,
    key: Option<DatabaseKey>,
    place: Place,
    own: Own,
    read_only: Cell<Option<ReadOnly>>,
    note: HeadNote,
    listener: Option<Listener>,
    /// A closing was taken, but a reader kept the WAL from being cut.
    pub(crate) owes_checkpoint: bool,
}

impl Store {
    /// Makes the file of a new node in `place`. Fails if there is one already.
    pub fn create(place: impl Into<Place>, key: &DatabaseKey, new: &NewNode) -> Result<Self, StoreError> {
        Self::create_inner(place.into(), Some(key), new)
    }

    /// Opens the file in `place`. One that is damaged, has another key or comes from a newer program is named and left untouched.
    pub fn open(place: impl Into<Place>, key: &DatabaseKey) -> Result<Self, StoreError> {
        Self::open_inner(place.into(), Some(key))
    }

    pub(crate) fn create_inner(place: Place, key: Option<&DatabaseKey>, new: &NewNode) -> Result<Self, StoreError> {
        if (new.role == NodeRoleV1::Portal) != (new.key.public() == new.portal) {
            return Err(StoreError::Damaged("a portal pins itself, and nobody else does"));
        }
        make_private(place.data())?;
        if place.database().exists() {
            return Err(StoreError::Exists);
        }
        // Made whole beside its place and then moved there: killed in the middle, there is no half a database.
        let making = place.data().join(MAKING);
        for rest in ["", "-wal", "-shm"] {
            match fs::remove_file(place.data().join(format!("{MAKING}{rest}"))) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        let conn = connection::create(&making, key)?;
        let tx = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
        migration::steps(&tx)?;
        own::write(&tx, new)?;
        projection::create(&tx)?;
        tx.commit()?;
        conn.close().map_err(|(_, error)| error)?;
        fs::rename(&making, place.database())?;
        connection::sync_folder(place.data())?;
        Self::open_inner(place, key)
    }

    pub(crate) fn open_inner(place: Place, key: Option<&DatabaseKey>) -> Result<Self, StoreError> {
        let (conn, own) = connect(&place, key)?;
        let path = place.head_note(&own.node)?;
        let noted = head_note::read(&path);
        let compared = noted.map(|noted| compare(&conn, &own.node, noted)).transpose();
        let read_only = compared.map_err(connection::unreadable)?.flatten();
        Ok(Self {
            conn: Some(conn),
            key: key.cloned(),
            read_only: Cell::new(read_only),
            note: HeadNote::start(path)?,
            place,
            own,
            listener: None,
            owes_checkpoint: false,
        })
    }

    /// Closes what is left of the connection and opens the file again, after a failed write. What was not acknowledged may or
    /// may not stand in it: look before doing it again.
    pub fn reopen(&mut self) -> Result<(), StoreError> {
        self.conn = None;
        let (conn, own) = connect(&self.place, self.key.as_ref())?;
        if own.node != self.own.node {
            return Err(StoreError::Damaged("the file belongs to another node"));
        }
        self.conn = Some(conn);
        self.own = own;
        Ok(())
    }

    /// What may be done now.
    pub fn condition(&self) -> Condition {
        match (&self.conn, self.read_only.get()) {
            (None, _) => Condition::Poisoned,
            (Some(_), Some(why)) => Condition::ReadOnly(why),
            (Some(_), None) => Condition::Good,
        }
    }

    /// The branch.
    pub fn branch(&self) -> BranchCode {
        self.own.branch
    }

    /// The node whose file this is.
    pub fn node(&self) -> NodeId {
        self.own.node
    }

    /// What the node is.
    pub fn role(&self) -> NodeRoleV1 {
        self.own.role
    }

    /// The pinned portal.
    pub fn portal(&self) -> PublicKey {
        self.own.portal
    }

    /// The node's signing key, for the words it signs beside its facts.
    pub fn node_key(&self) -> &qabyldau_domain::fact::NodeKey {
        &self.own.key
    }

    /// Where its things lie.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Reads what stands now.
    pub fn reader(&self) -> Result<Reader<'_>, StoreError> {
        Ok(Reader::new(self.conn()?, &self.own))
    }

    /// What the engine says of itself, read back from this connection.
    pub fn engine(&self) -> Result<EngineFacts, StoreError> {
        connection::facts(self.conn()?)
    }

    /// Who is told what changed, after each commit of an act or a take. One listener; a second replaces the first.
    pub fn listen(&mut self, listener: Listener) {
        self.listener = Some(listener);
    }

    pub(crate) fn database_key(&self) -> Option<&DatabaseKey> {
        self.key.as_ref()
    }

    pub(crate) fn own(&self) -> &Own {
        &self.own
    }

    pub(crate) fn conn(&self) -> Result<&Connection, StoreError> {
        self.conn.as_ref().ok_or(StoreError::Poisoned)
    }

    /// The connection, if facts may be written to it.
    pub(crate) fn writable(&self) -> Result<&Connection, StoreError> {
        match self.read_only.get() {
            Some(why) => Err(StoreError::ReadOnly(why)),
            None => self.conn(),
        }
    }

    pub(crate) fn refuse_writing(&self, why: ReadOnly) {
        if self.read_only.get().is_none() {
            self.read_only.set(Some(why));
        }
    }

    /// Closes the connection if the failure says that it cannot be trusted any more.
    pub(crate) fn judge(&mut self, failure: &StoreError) {
        if failure.breaks_connection() {
            self.poison();
        }
    }

    /// Closes the connection; only [`Store::reopen`] helps.
    pub(crate) fn poison(&mut self) {
        self.conn = None;
    }

    /// After a commit: notes the head, cuts the WAL if a closing asked for it, tells the listener.
    pub(crate) fn committed(&mut self, head: Option<Head>, topics: &Topics) {
        if let Some(head) = head {
            self.note.note(head);
        }
        if self.owes_checkpoint {
            self.owes_checkpoint = !self.conn().and_then(ledger::closing::cut_wal).unwrap_or(false);
        }
        if let (Some(listener), false) = (&self.listener, topics.is_empty()) {
            listener(topics);
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.own.node)
    }
}

fn connect(place: &Place, key: Option<&DatabaseKey>) -> Result<(Connection, Own), StoreError> {
    let conn = connection::open(&place.database(), key)?;
    let own = prepare(&conn).map_err(connection::unreadable)?;
    Ok((conn, own))
}

fn prepare(conn: &Connection) -> Result<Own, StoreError> {
    migration::migrate(conn)?;
    let own = own::read(conn)?;
    projection::bring_up_to_date(conn, &own)?;
    Ok(own)
}

/// Does the file know what was noted outside it?
fn compare(conn: &Connection, own: &NodeId, noted: Head) -> Result<Option<ReadOnly>, StoreError> {
    let held = ledger::head::of(conn, own)?.map_or(0, |(head, _)| head.seq);
    if held < noted.seq {
        return Ok(Some(ReadOnly::BehindNote { held, noted: noted.seq }));
    }
    Ok(match ledger::head::hash_at(conn, own, noted.seq)? {
        Some(hash) if hash != noted.hash => Some(ReadOnly::OtherAtNote { noted: noted.seq }),
        _ => None,
    })
}
