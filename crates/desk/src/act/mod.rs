//! Everything a desk can write, by name. Each act's reading and rule is one function here or in a file beside.

mod booth;
mod journal;
mod print;
mod reception;
mod shift;
mod visit;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qabyldau_domain::facts::{PrintStateV1, ReceptionStepV1, StaffWordV1};
use qabyldau_domain::number::EntryNumber;
use qabyldau_domain::rule::{PrintWish, Registration};
use qabyldau_domain::staff::Deed;
use serde::{Deserialize, Serialize};

use crate::door::{Moment, Plan};
use crate::failed::Failed;
use qabyldau_store::Reader;

pub(crate) use shift::{CLOCK_DRIFT, opens_by_itself};
pub use visit::{StatementsAgo, Visit};

/// What a member of staff does.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Opens the day; `confirmed` is the date a person read aloud, where the clock alone is not believed.
    OpenDay {
        /// The date confirmed.
        confirmed: Option<NaiveDate>,
    },
    /// Closes the open day.
    CloseDay,
    /// Registers a person in the journal.
    Register(Box<Registration>),
    /// Corrects a journal line.
    Correct {
        /// Its number.
        number: String,
        /// Field → new value.
        fields: BTreeMap<String, Option<String>>,
        /// Why.
        reason: String,
    },
    /// Annuls a journal line.
    Annul {
        /// Its number.
        number: String,
        /// Why.
        reason: String,
    },
    /// The whole IIN of a journal line is shown.
    ShowIin {
        /// Its number.
        number: String,
    },
    /// Asks a booth to take the person of a journal line.
    AskBooth {
        /// The line.
        number: String,
        /// The booth's label.
        booth: String,
        /// The appeal to be continued.
        continues: Option<String>,
    },
    /// Takes an unanswered request back.
    Withdraw {
        /// The session.
        session: String,
        /// Why.
        reason: String,
    },
    /// Tells the booth a word about the session it serves, at any desk of the branch.
    TellBooth {
        /// The session.
        session: String,
        /// The word.
        word: StaffWordV1,
    },
    /// Marks an arrival at a reception.
    Arrive {
        /// The reception's reference.
        reference: String,
        /// Another document than the roster names was shown.
        other_document: bool,
        /// Words to it.
        words: Option<String>,
    },
    /// Escort, start, finish.
    Step {
        /// The reception's reference.
        reference: String,
        /// Which.
        step: ReceptionStepV1,
    },
    /// Marks as not come.
    NoShow {
        /// The reception's reference.
        reference: String,
    },
    /// Takes the last step back, if it is still the one that the person saw.
    Undo {
        /// The reception's reference.
        reference: String,
        /// The word of the state that the step led to.
        from: String,
        /// Why.
        reason: String,
    },
    /// Queues a print.
    Print(PrintWish),
    /// A job moved on: the printer's word, or a person's.
    MovePrint {
        /// The job.
        job: String,
        /// Where to.
        state: PrintStateV1,
    },
    /// Hands an answer over.
    HandOver {
        /// The appeal's registration number.
        appeal: String,
        /// How the person was identified.
        identified_by: String,
    },
    /// Leaves the desk (also: lock).
    SignOut {
        /// `person`, `idle`, `system`.
        why: String,
    },
}

/// What came of it, for the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "done", rename_all = "snake_case")]
pub enum Done {
    /// Written; nothing to name.
    Written,
    /// Registered under this number.
    Registered {
        /// The number.
        number: EntryNumber,
    },
    /// The booth was asked; the session's id.
    Asked {
        /// The session.
        session: String,
    },
    /// Queued as this job.
    Queued {
        /// The job.
        job: String,
    },
}

impl Act {
    /// What the role must allow; `None` is everybody's right.
    pub(crate) fn deed(&self) -> Option<Deed> {
        match self {
            Self::OpenDay { .. } => Some(Deed::OpenDay),
            Self::CloseDay => Some(Deed::CloseDay),
            Self::Register(_) | Self::Correct { .. } | Self::ShowIin { .. } => Some(Deed::Register),
            Self::Annul { .. } => Some(Deed::Annul),
            Self::AskBooth { .. } | Self::Withdraw { .. } => Some(Deed::AskBooth),
            Self::TellBooth {
                word: StaffWordV1::End { .. },
                ..
            } => Some(Deed::EndSession),
            Self::TellBooth { .. } => Some(Deed::TellBooth),
            Self::Arrive { .. } => Some(Deed::CheckIn),
            Self::Step { .. } => Some(Deed::Escort),
            Self::NoShow { .. } => Some(Deed::MarkNoShow),
            // Whoever may do it may take it back.
            Self::Undo { from, .. } => Some(match from.as_str() {
                "escorted" | "started" | "finished" => Deed::Escort,
                "no_show" => Deed::MarkNoShow,
                _ => Deed::CheckIn,
            }),
            Self::Print(_) | Self::MovePrint { .. } => Some(Deed::Print),
            Self::HandOver { .. } => Some(Deed::HandOver),
            Self::SignOut { .. } => None,
        }
    }

    /// Reads what the rule needs and asks it.
    pub(crate) fn plan(&self, reader: &Reader<'_>, moment: &Moment<'_>) -> Result<Plan, Failed> {
        match self {
            Self::OpenDay { confirmed } => shift::open_day(reader, moment, *confirmed),
            Self::CloseDay => shift::close_day(reader, moment),
            Self::SignOut { why } => Ok(shift::sign_out(moment, why)),
            Self::Register(asked) => journal::register(reader, moment, asked),
            Self::Correct { number, fields, reason } => journal::correct(reader, number, fields, reason),
            Self::Annul { number, reason } => journal::annul(reader, number, reason),
            Self::ShowIin { number } => journal::show_iin(reader, number),
            Self::HandOver { appeal, identified_by } => journal::hand_over(reader, appeal, identified_by),
            Self::AskBooth {
                number,
                booth,
                continues,
            } => booth::ask(reader, moment, number, booth, continues.clone()),
            Self::Withdraw { session, reason } => booth::withdraw(reader, moment, session, reason),
            Self::TellBooth { session, word } => booth::tell(reader, moment, session, word),
            Self::Arrive {
                reference,
                other_document,
                words,
            } => reception::arrive(reader, moment, reference, *other_document, words.clone()),
            Self::Step { reference, step } => reception::step(reader, reference, *step),
            Self::NoShow { reference } => reception::no_show(reader, moment, reference),
            Self::Undo {
                reference,
                from,
                reason,
            } => reception::undo(reader, reference, from, reason),
            Self::Print(wish) => print::queue(reader, moment, wish),
            Self::MovePrint { job, state } => print::step(reader, job, *state),
        }
    }
}
