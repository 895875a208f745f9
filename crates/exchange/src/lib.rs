//! What crosses a wire between the nodes of a branch: facts, orders, parcels, documents, pairing – over mutual TLS with pinned keys.
//!
//! Not here: what a fact means (domain) and how it is kept (store). Everything works over any `domain::Ledger`.
//! Invariant: no ledger is locked and no transaction is open while a socket is waited for, and nobody is trusted but by a pinned key
//! or, once, by a pairing code.
#![deny(missing_docs)]

pub mod client;
pub mod directory;
mod error;
pub mod held;
pub mod message;
pub mod pair;
pub mod parcel;
pub mod seal;
pub mod server;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod tls;

pub use error::ExchangeError;

#[cfg(test)]
mod tests;
