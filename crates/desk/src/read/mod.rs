//! What a desk shows. Reads say what they show; nothing here writes.

mod documents;
mod journal;
mod receptions;
mod scan;
mod sheets;
mod today;

pub(crate) use documents::Shelf;
pub use journal::Found;
pub use receptions::ArrivalVerdict;
pub use scan::{PersonRead, Scanned};
pub use today::{BoothView, EntryLine, Today, WaitingLine};
