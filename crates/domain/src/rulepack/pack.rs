//! One pack: the rules of one order while it is in force.

use super::kind::AppealKind;
use crate::bilingual::Bilingual;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where a value stands: the document, and the article or paragraph in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    /// The order or code.
    pub document: Bilingual,
    /// The article or paragraph.
    pub place: Bilingual,
}

/// A value with its source and its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub source: Source,
    /// The first day it holds.
    pub from: NaiveDate,
    /// The last day it holds; `None` is without end.
    pub until: Option<NaiveDate>,
}

impl<T> Ruled<T> {
    /// Whether the value holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// The rules of one order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePack {
    /// The stable name, `2021-213`: what a printed promise is frozen with.
    pub id: String,
    /// The order.
    pub document: Bilingual,
    /// The title of the rules it approved.
    pub title: Bilingual,
    /// The first day in force.
    pub from: NaiveDate,
    /// The last day in force; `None` is without end.
    pub until: Option<NaiveDate>,
    /// What is known and not known of these days.
    pub note: Bilingual,
    /// Whether the procedure of video appeals is in force at all.
    pub video_appeal: VideoAppeal,
    /// The values; what the order does not name is `None`.
    pub values: Values,
}

/// Whether the procedure of video appeals stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum VideoAppeal {
    /// It does.
    InForce,
    /// A later edition no longer shows it; whether it stands is not confirmed. Warns staff, stops nothing.
    Unconfirmed {
        /// The first day of doubt.
        since: NaiveDate,
        /// The order that raises the doubt.
        document: Bilingual,
        /// Why.
        note: Bilingual,
    },
}

/// What the rules in force should warn staff of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesWarning {
    /// The procedure of video appeals is not confirmed since a day.
    VideoAppealUnconfirmed {
        /// The first day of doubt.
        since: NaiveDate,
    },
}

impl RulesWarning {
    /// The stable code, for words.
    pub const fn code(self) -> &'static str {
        match self {
            RulesWarning::VideoAppealUnconfirmed { .. } => "video_appeal_unconfirmed",
        }
    }
}

/// What an order may fix. Each field that the order does not name is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    /// The kinds of appeal that may be made by video.
    pub kinds: Option<Ruled<Vec<AppealKind>>>,
    /// How long one recording lasts, in seconds.
    pub recording_seconds: Option<Ruled<u32>>,
    /// An appeal that does not set out its matter is not considered.
    pub essence_required: Option<Ruled<bool>>,
    /// The fact of sending is fixed when the applicant finishes the recording.
    pub sent_by_finishing: Option<Ruled<bool>>,
    /// Where staff lead the applicant to record.
    pub escort_to_recording: Option<Ruled<Place>>,
    /// Where staff lead the applicant for an online reception.
    pub escort_to_reception: Option<Ruled<Place>>,
    /// How long a body that is not competent has to forward an appeal.
    pub forwarding: Option<Ruled<Lead>>,
    /// How long ahead a hearing is announced.
    pub hearing_notice: Option<Ruled<Lead>>,
    /// How long before the quarter its reception schedule is sent for publication.
    pub schedule_lead: Option<Ruled<Lead>>,
    /// How soon a signed answer to a request for a reception is passed on.
    pub request_answer: Option<Ruled<Lead>>,
    /// How long before the month its roster is handed over.
    pub roster_lead: Option<Ruled<Lead>>,
    /// How soon the operator publishes a roster.
    pub roster_publication: Option<Ruled<Lead>>,
    /// How long before a reception a change of the roster is announced.
    pub change_notice: Option<Ruled<Lead>>,
    /// How long before a reception the equipment is checked.
    pub equipment_check: Option<Ruled<Lead>>,
    /// How many minutes early the applicant comes to a reception.
    pub early_arrival_minutes: Option<Ruled<u32>>,
}

/// A number of days and what kind of day the order says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: DayUnit,
}

/// The kind of day an order counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayUnit {
    /// Жұмыс күні / рабочий день.
    WorkingDays,
    /// Күнтізбелік күн / календарный день.
    CalendarDays,
    /// The order says «days» and no more.
    Days,
}

/// Where an order places the applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Бөлме, үй-жай / помещение.
    Room,
    /// Бейнекабина / видеокабинка.
    Booth,
}
