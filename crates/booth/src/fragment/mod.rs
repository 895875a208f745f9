//! A running recording on the disk: fragments of about a second, each sealed, noted in a chained manifest.
//!
//! Not here: the camera (`crate::recorder`), and what becomes of the parcel (exchange). Invariants: nothing unsealed ever touches the
//! disk; this booth holds no key that opens what it writes; what the manifest notes is on the disk, whole; a power cut costs at
//! most the fragment that was not noted yet.

mod folder;
mod manifest;
mod memory;
mod recover;
mod sealing;
mod space;
mod take;

#[cfg(test)]
mod tests;

pub use folder::Recordings;
pub use recover::Recovered;
pub use sealing::Sealing;
pub use space::{SESSION_BYTES, enough_space};
pub use take::{Sealed, Take};

use qabyldau_exchange::ExchangeError;

/// What can go wrong with a recording on its way to the disk.
#[derive(Debug, thiserror::Error)]
pub enum FragmentError {
    /// The disk.
    #[error("the disk failed")]
    Disk(#[from] std::io::Error),
    /// Sealing.
    #[error("sealing failed")]
    Seal(#[source] ExchangeError),
    /// The bytes are no recording.
    #[error("there is no recording in it")]
    NoRecording,
}
