//! The encrypted file of one node: its ledger, what the ledger adds up to, and the node's own small things.
//!
//! Not here: rules (domain), who may do what (desk), anything that crosses a wire (exchange). Invariants: facts and the rows
//! they add up to are written in one transaction or not at all; nothing is acknowledged before it is on the disk; a file that
//! cannot be read stays where it is.
#![deny(missing_docs)]

mod act;
mod connection;
mod fault;
mod head_note;
pub mod keys;
mod ledger;
mod local;
mod migration;
mod own;
mod place;
mod projection;
#[cfg(feature = "raw")]
mod raw;
mod reader;
mod sql;
mod store;
pub mod surroundings;
#[cfg(test)]
mod tests;
mod transaction;
mod verify;

pub use act::{ActFailed, Acted};
pub use connection::{EngineFacts, MIN_SQLITE};
pub use fault::{ReadOnly, StoreError};
pub use keys::DatabaseKey;
pub use ledger::export::Facts;
pub use own::NewNode;
pub use place::{Place, make_private};
pub use projection::Topics;
pub use reader::{Marked, OwnDay, Reader};
pub use store::{Condition, Listener, Store};
pub use verify::{Fault, Finding, Verdict};
