//! The pure rules behind the door: what was asked and what stands → the facts to write, or a refusal.
//!
//! Not here: who may (`crate::staff`), reading what stands (the store), writing (the door). Invariant: a rule never
//! refuses the intake of a person who showed a document (Order 213/НҚ p. 16): it warns, notes, and goes on.

mod appeal;
mod booth;
mod check_in;
mod day;
mod journal;
mod print;
mod register;

#[cfg(test)]
mod tests;

pub use appeal::hand_over;
pub use booth::{Asking, ask_booth, tell_booth, withdraw};
pub use check_in::{EARLY_MINUTES, arrive, mark_no_show, punctuality, step, undo};
pub use day::{DayBefore, close_day, open_day};
pub use journal::{annul, correct, show_iin};
pub use print::{PrintWish, move_print, queue_print};
pub use register::{IinGiven, Registration, Statements, register};
