//! Pairing: how a new node comes to be trusted, by a one-time code of 80 bits told from person to person.
//!
//! Node and portal prove the code to each other by HMAC over both TLS keys and everything they say, so nobody between them can take
//! part, and the hub that carries the words has no say in them. Why no PAKE is needed: docs/decisions. Not here: sockets (`join` uses
//! the client's). Invariant: a code admits one node, once; five wrong proofs or 15 minutes end it.

mod book;
mod code;
mod join;
mod keys;
mod membership;
mod proof;
mod refusal;

pub use book::{Asked, Book, CODE_VALID_MS, Issued, MAX_WRONG};
pub use code::{NotACode, PairingCode, Secret};
pub use join::{Joined, join, join_blocking};
pub use keys::NodeKeys;
pub use membership::Membership;
pub use proof::{Admission, Answer, Certified, HubPlace, Join};
pub use refusal::PairRefusal;

#[cfg(test)]
mod tests;
