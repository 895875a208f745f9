//! The bytes of a recording: a streamed WebM made seekable, and the sealed fragments of one that was cut off.
//!
//! Not here: recording, encoding, sealing. Bytes in, bytes out; shared by the booth, which does it at the normal end, and the
//! portal, which does it after a crash. Invariant: no input makes it panic, and what a cut-off tail holds whole is kept.

mod ebml;
mod fragments;
mod read;
mod write;

#[cfg(test)]
mod tests;

pub use fragments::{FORM_FRAGMENTS, FORM_WHOLE, pack, unpack};
pub use read::NotWebm;
pub use write::seekable;
