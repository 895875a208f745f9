//! Online receptions: appointed by the portal's roster, arrived and escorted at the branch (Order № 50 p. 11–16).

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::bodies;
use super::entry::PersonV1;
use crate::fact::Digest;
use crate::language::Language;

/// One row of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionAppointed {
    /// The roster it belongs to; shown only once that is published.
    pub roster: String,
    /// Place in the roster, from 1.
    pub row: u32,
    /// Day.
    pub day: NaiveDate,
    /// Appointed time.
    pub time: NaiveTime,
    /// Room label.
    pub room: String,
    /// Who is expected.
    pub person: PersonV1,
    /// The state body, as the roster names it.
    pub body: String,
    /// Who receives.
    pub official: Option<String>,
    /// The applicant's language.
    pub language: Language,
}

/// A later change by the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionChanged {
    /// New day and time, or none if cancelled.
    pub to: Option<(NaiveDate, NaiveTime)>,
    /// New room, if changed.
    pub room: Option<String>,
    /// Why.
    pub reason: String,
    /// Was the applicant told?
    pub told: bool,
}

/// Against the appointed time. Minutes are a choice of the branch where the pack names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PunctualityV1 {
    /// At least as early as asked.
    Early,
    /// In time.
    OnTime,
    /// After the appointed time.
    Late,
}

/// The person is there. Two desks may write it about the same reception; the first in canonical order stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionArrived {
    /// Whole minutes against the appointed time; negative is early.
    pub minutes: i32,
    /// The judgement.
    pub punctuality: PunctualityV1,
    /// Another document than the roster names was shown.
    pub other_document: bool,
    /// Words to it, if any.
    pub words: Option<String>,
}

/// A step at the branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceptionStepV1 {
    /// A member of staff leads the person to the room.
    Escorted,
    /// The talk began.
    Started,
    /// The talk is over.
    Finished,
    /// Did not come.
    NoShow,
}

/// The reception took a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionStepped {
    /// Which.
    pub step: ReceptionStepV1,
}

/// The last step (or the arrival) was pressed by mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionUndone {
    /// «қате басылды / нажато по ошибке» or another reason.
    pub reason: String,
}

/// The rows of a roster are complete: only now do they show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterPublished {
    /// First day covered.
    pub from: NaiveDate,
    /// Last day covered.
    pub to: NaiveDate,
    /// How many rows.
    pub rows: u32,
    /// SHA-256 over the row bodies' hashes, in order of row.
    pub rows_hash: Digest,
    /// Version of the roster for these days, from 1.
    pub version: u32,
}

bodies!(
    ReceptionAppointed = 1,
    ReceptionChanged = 1,
    ReceptionArrived = 1,
    ReceptionStepped = 1,
    ReceptionUndone = 1,
    RosterPublished = 1,
);
