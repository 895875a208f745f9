//! Parcels: sealed bytes named by their SHA-256, kept in a folder, resumable at any offset; and the portal's receipt for them.
//!
//! Not here: the wire (server, client). Invariant: an offset that was told stands on the disk; a parcel under its own name is whole and
//! has that content.

mod append;
mod folder;
mod receipt;

pub use append::Progress;
pub use folder::{MAX_PARCEL_BYTES, ParcelError, ParcelFolder};
pub use receipt::{RECEIPT_TAG, Receipt};

/// The most bytes one request appends.
pub const MAX_APPEND_BYTES: usize = 4 * 1024 * 1024;

#[cfg(test)]
mod tests;
