//! The fact: the one unit everything is made of, its header, its hash and its signature.
//!
//! Not here: what a fact *means* (`crate::facts`), what it adds up to (`crate::fold`) and where it is kept (the store).
//! Invariant: a fact's hash covers every header field and the hash of its body, so that a body may be erased later
//! without breaking the chain, and nothing else may be changed.

mod act;
mod chain;
mod header;
mod key;
mod plain;
mod primitive;

#[cfg(test)]
mod tests;

pub use act::{Act, ActError, Draft, MAX_ACT_BYTES, MAX_ACT_FACTS, MAX_BODY_BYTES, seal};
pub use chain::{BrokenStream, Head, check_stream};
pub use header::{ACT_TAG, FACT_TAG, Fact};
pub use key::{NodeKey, PublicKey, Signature};
pub use primitive::{By, Digest, Instant, NodeId, StaffId};
