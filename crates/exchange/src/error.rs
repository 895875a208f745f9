//! What can go wrong between nodes. Never personal data, never a secret, in a message.

use std::io;
use std::time::Duration;

use crate::pair::PairRefusal;

/// What went wrong between two nodes.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// The peer could not be reached, did not answer in time, or its key was not the pinned one.
    #[error("the peer cannot be reached")]
    Unreachable(#[source] reqwest::Error),
    /// The peer answered with a refusal by name.
    #[error("the peer refused ({status}): {code}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// The stable code of the refusal.
        code: String,
        /// How long the peer asks to wait.
        retry_after: Option<Duration>,
    },
    /// What came is not what was promised.
    #[error("the peer's answer is not in order: {0}")]
    Garbled(&'static str),
    /// More came than may come.
    #[error("a message is larger than it may be")]
    TooLarge,
    /// The ledger underneath failed.
    #[error("the ledger failed")]
    Ledger(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A file could not be read or written.
    #[error("a file could not be read or written")]
    Disk(#[from] io::Error),
    /// A key or certificate is not usable.
    #[error("a key or certificate is not usable")]
    Key(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Sealed bytes could not be sealed or opened.
    #[error("sealed bytes could not be made or opened")]
    Seal,
    /// Pairing was refused.
    #[error("pairing refused: {0}")]
    Pairing(#[from] PairRefusal),
    /// The portal's receipt does not hold; the parcel is kept.
    #[error("the receipt does not hold")]
    BadReceipt,
    /// The program is ending.
    #[error("the program is ending")]
    Ending,
}

impl ExchangeError {
    /// The stable code at the edge; words for it live in `locales`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreachable(_) => "peer-unreachable",
            Self::Refused { .. } => "peer-refused",
            Self::Garbled(_) => "peer-garbled",
            Self::TooLarge => "peer-too-large",
            Self::Ledger(_) => "ledger-failed",
            Self::Disk(_) => "disk-failed",
            Self::Key(_) => "key-unusable",
            Self::Seal => "seal-failed",
            Self::Pairing(refusal) => refusal.code(),
            Self::BadReceipt => "receipt-bad",
            Self::Ending => "ending",
        }
    }

    pub(crate) fn key(source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Key(Box::new(source))
    }
}
