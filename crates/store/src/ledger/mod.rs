//! The ledger itself: facts as rows, streams and their heads, and the engine of the domain's one port.
//!
//! Invariants: a stream is kept without gaps and only as its writer signed it; nothing is taken in halves; a body goes only when a
//! closing covers it.

pub(crate) mod append;
pub(crate) mod closing;
pub(crate) mod export;
pub(crate) mod fact_row;
pub(crate) mod head;
pub(crate) mod lack;
pub(crate) mod node;
mod port;
pub(crate) mod take;
pub(crate) mod tick;
