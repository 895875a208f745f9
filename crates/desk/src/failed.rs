//! Why something did not happen, for whoever stands at the desk.

use qabyldau_domain::refusal::Refusal;
use qabyldau_store::{ActFailed, StoreError};

/// A refusal is a value with words; the others are faults. Nothing was written in any case.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// "Not now, because …".
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The disk did not take it. The database is closed until it is opened anew.
    #[error("not written")]
    NotWritten(#[source] StoreError),
    /// Reading failed.
    #[error("the database cannot be read")]
    Store(#[from] StoreError),
}

impl From<ActFailed<Failed>> for Failed {
    fn from(failed: ActFailed<Failed>) -> Self {
        match failed {
            ActFailed::Refused(failed) => failed,
            ActFailed::NotWritten(cause) => Failed::NotWritten(cause),
        }
    }
}

impl Failed {
    /// The refusal a person is told: its own, or that the disk did not take it.
    pub fn refusal(&self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal.clone(),
            Self::NotWritten(_) => Refusal::new("disk-write-failed"),
            Self::Store(_) => Refusal::new("database-unreadable"),
        }
    }
}
