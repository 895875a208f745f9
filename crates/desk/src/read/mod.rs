//! What a desk shows, in the shapes its screens read. Reads say what they show; nothing here writes.

mod appeal;
mod applicant;
mod board;
mod day_list;
mod devices;
mod documents;
mod frame;
mod history;
mod journal;
mod ledger_page;
mod line;
mod opening;
mod plain;
mod receptions;
mod scan;
mod sheets;
mod today;
mod verdict;

use qabyldau_exchange::client::Exchanger;

/// The running exchange of the desk; none if the hub's address is not known.
pub type Exchange<'a> = Option<&'a Exchanger>;

pub use appeal::{AppealSheet, Stage};
pub use applicant::{ApplicantStage, ApplicantView};
pub use board::{Board, BoardRow};
pub use day_list::{Receptions, Room, RosterSheet};
pub use devices::{Devices, JobLine, NodeLine, StaffLine};
pub(crate) use documents::Shelf;
pub use frame::Frame;
pub use history::HistoryLine;
pub use journal::{AppealLine, Capacity, EntrySheet, Field, Found, FoundEntries, Journal, Represented};
pub use ledger_page::{ActLine, LedgerPage, OpenThing, StreamLine, Trouble};
pub use line::{EntryLine, ReceptionLine};
pub use opening::{Check, CheckState, Opening};
pub(crate) use plain::minutes_between;
pub(crate) use plain::short;
pub use plain::{Attention, Clock, Document, Link, Nameplate, Names, RosterState};
pub use receptions::ArrivalVerdict;
pub use scan::{PersonRead, Scanned};
pub use today::{BoothCard, Today, WaitingLine};
pub use verdict::{LastVisit, ReadPerson, ScanAnswer, Verdict, VerdictKind};
