//! The session in the booth, page by page: a pure table `next(state, event) -> (state, instructions)`.
//!
//! Not here: cameras, printers, facts and the ledger (crate `booth` carries the instructions out), nor what staff see of a
//! session (`crate::state`). Invariants: nothing is filed without the press «Жазуды аяқтау және жіберу»; a recording that is
//! not filed goes only when a person says so, and a fact tells it; never more than three minutes are recorded; every state
//! answers every event; every fact ordered here is possible for `crate::state::SessionState`.

mod answer;
mod camera;
mod event;
mod filing;
mod instruction;
mod next;
mod prepare;
mod presence;
mod record;
pub mod recording;
mod restore;
mod session;
mod state;
mod word;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Holder, Standing, answer};
pub use camera::Camera;
pub use event::{Event, Letters, Press, Report, Restored, StaffWord, What};
pub use instruction::{Author, Call, Filing, Instruction};
pub use next::next;
pub use session::{Answers, Brought, Kept, Own, Recording, Session};
pub use state::{Fault, Held, Page, Presence, Receipt, State, Voice};
pub use word::{WordAnswer, WordStanding, answer_word};

/// One recording lasts three minutes (Order 213/НҚ p. 14).
pub const RECORD_LIMIT_MS: u32 = 180_000;
/// So long without a touch, and the booth asks whether to go on.
pub const ASK_AFTER_MS: u64 = 90_000;
/// So long without an answer to that question, and the session is held.
pub const HOLD_AFTER_MS: u64 = 60_000;
/// So long a held session waits before the desk is alarmed again. Only a person ends it.
pub const HELD_MS: u64 = 600_000;
/// The count 3-2-1 before a recording runs.
pub const COUNT_MS: u64 = 3_000;
/// No picture for so long while recording: the camera is taken for frozen.
pub const FROZEN_MS: u64 = 5_000;
/// The secret code is covered after so long without a touch, and staff are called.
pub const CODE_SHOWN_MS: u64 = 180_000;
/// The question for a rating goes by itself.
pub const RATING_MS: u64 = 60_000;
/// The last page is wiped after so long.
pub const BYE_MS: u64 = 10_000;
