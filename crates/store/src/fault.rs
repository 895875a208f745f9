//! What can go wrong underneath. No message holds a person's data, a key or a path.

use qabyldau_domain::fact::ActError;

/// Why nothing can be written to a file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ReadOnly {
    /// The head noted outside the data folder lies further than the file: an old copy was put back.
    #[error("the file is older than the head noted outside: {held} of {noted}")]
    BehindNote {
        /// The last place of the own stream in the file.
        held: u64,
        /// The place noted outside.
        noted: u64,
    },
    /// At the noted place stands another fact: the stream went on twice.
    #[error("another fact stands at the noted head {noted}")]
    OtherAtNote {
        /// The place noted outside.
        noted: u64,
    },
    /// Another node holds more of the own stream than the file.
    #[error("a peer holds {theirs} facts of the own stream, the file {held}")]
    PeerKnowsMore {
        /// The last place of the own stream in the file.
        held: u64,
        /// What the peer holds.
        theirs: u64,
    },
}

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no database in the data folder.
    #[error("there is no database in the data folder")]
    Missing,
    /// There is a database already; it is left alone.
    #[error("there is a database in the data folder already")]
    Exists,
    /// The file does not open with this key: another key, damage, or not a database. It stays where it is.
    #[error("the database does not open: another key, a damaged file, or no database; the file was left where it is")]
    Unreadable(#[source] rusqlite::Error),
    /// Something in the file contradicts itself. It stays where it is.
    #[error("the database is damaged ({0}); the file was left where it is")]
    Damaged(&'static str),
    /// The file was written by a newer program.
    #[error("the database was written by a newer program: schema {found}, known {known}")]
    FromTheFuture {
        /// The schema found.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// The engine linked in is too old to be trusted with WAL.
    #[error("SQLite {0} is older than this program demands")]
    EngineTooOld(String),
    /// The engine does not hold to a setting that durability or secrecy stand on.
    #[error("the database engine did not take the setting {0}")]
    Setting(&'static str),
    /// An earlier write failed; the database was closed and must be reopened.
    #[error("the database was closed after a failed write and must be reopened")]
    Poisoned,
    /// Nothing may be written until the stream is repaired.
    #[error("the database is read-only: {0}")]
    ReadOnly(ReadOnly),
    /// A tick beyond what numbers may be: no honest node has counted that far.
    #[error("a tick beyond the limit")]
    TickBeyond,
    /// Facts that cannot be one act.
    #[error("not an act")]
    Act(#[from] ActError),
    /// Two subjects share the number their row stands under.
    #[error("two subjects fall on one row")]
    RowTaken,
    /// There is no place outside the data folder for the note of the head.
    #[error("no state folder: set XDG_STATE_HOME")]
    NoStateFolder,
    /// The database engine.
    #[error("database")]
    Database(#[from] rusqlite::Error),
    /// A file.
    #[error("file")]
    File(#[from] std::io::Error),
}

impl StoreError {
    /// Did the disk or the file fail, so that this connection may not be trusted any more?
    pub(crate) fn breaks_connection(&self) -> bool {
        use rusqlite::ErrorCode as C;
        matches!(self, Self::Database(error) if matches!(
            error.sqlite_error_code(),
            Some(
                C::SystemIoFailure
                    | C::DiskFull
                    | C::DatabaseCorrupt
                    | C::NotADatabase
                    | C::CannotOpen
                    | C::ReadOnly
                    | C::OutOfMemory
            )
        ))
    }

    /// Does what stands in the file contradict itself, or not read as what should stand there?
    pub(crate) const fn is_of_content(&self) -> bool {
        use rusqlite::Error as E;
        matches!(
            self,
            Self::Damaged(_)
                | Self::Database(
                    E::FromSqlConversionFailure(..) | E::IntegralValueOutOfRange(..) | E::InvalidColumnType(..)
                )
        )
    }
}
