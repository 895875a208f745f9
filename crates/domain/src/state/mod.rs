//! States of the things of the branch, each one `next(state, event)` written as one match.
//!
//! Not here: who may do it (`crate::staff`) and the booth's pages (`crate::booth`). Invariant: an event that is impossible in a state
//! is an answer (`None`), never a panic, so that a fold can mark the fact and go on.

mod job;
mod reception;
mod session;

#[cfg(test)]
mod tests;

pub use job::JobState;
pub use reception::{ReceptionEvent, ReceptionState};
pub use session::{SessionEvent, SessionState};
