//! What can go wrong in a booth. Never personal data, never a secret, in a message.

use qabyldau_exchange::ExchangeError;
use qabyldau_paper::PaperError;
use qabyldau_store::StoreError;

use crate::fragment::FragmentError;

/// What went wrong in a booth.
#[derive(Debug, thiserror::Error)]
pub enum BoothError {
    /// The ledger could not be read or written.
    #[error("the ledger failed")]
    Store(#[from] StoreError),
    /// The recording could not be kept or sealed.
    #[error("the recording failed")]
    Fragment(#[from] FragmentError),
    /// Parcels or orders.
    #[error("the exchange failed")]
    Exchange(#[from] ExchangeError),
    /// A receipt could not be drawn.
    #[error("the receipt could not be drawn")]
    Paper(#[source] PaperError),
    /// The disk.
    #[error("the disk failed")]
    Disk(#[from] std::io::Error),
    /// The portal has not told the booth yet who it is, or to whom it seals.
    #[error("the booth is not known to the portal yet")]
    NotAdmitted,
    /// No session stands that this could be done in.
    #[error("no such session stands")]
    NoSession,
    /// The addressee is not on the list.
    #[error("no such addressee")]
    NoAddressee,
    /// All numbers of the year are given.
    #[error("all numbers of the year are given")]
    NumbersExhausted,
    /// The dice or the arithmetic of a secret code failed.
    #[error("no secret code could be made")]
    NoCode,
}

impl BoothError {
    /// The stable code at the edge; words for it live in `locales`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(_) => "ledger-failed",
            Self::Fragment(_) => "recording-failed",
            Self::Exchange(error) => error.code(),
            Self::Paper(_) => "paper-failed",
            Self::Disk(_) => "disk-failed",
            Self::NotAdmitted => "not-admitted",
            Self::NoSession => "no-session",
            Self::NoAddressee => "no-addressee",
            Self::NumbersExhausted => "numbers-exhausted",
            Self::NoCode => "no-code",
        }
    }
}
