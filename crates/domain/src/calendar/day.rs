//! One day and what the calendar says of it.

use crate::bilingual::Bilingual;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A day that the calendar names, with the source of what it says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SpecialDay {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// The day it was exchanged with, or whose rest it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<NaiveDate>,
    /// The name of the holiday or the decision.
    pub name: Bilingual,
    /// Where it stands: law and article, decision, news item.
    pub source: String,
}

/// What a special day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A national or state holiday; on a weekend it gives the next working day off (Law on holidays, art. 5).
    Holiday,
    /// 7 January and the first day of Kurban Ait: off, without transfer (Labour Code, art. 85).
    ReligiousHoliday,
    /// Off in place of a holiday that fell on a weekend.
    Transferred,
    /// A weekday off by a Government swap.
    SwappedOff,
    /// A Saturday or Sunday worked by a Government swap.
    WorkingWeekend,
}

/// Why a day is a working day or not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Monday to Friday, nothing special.
    Weekday,
    /// Saturday or Sunday, nothing special.
    Weekend,
    /// The calendar names the day.
    Special(SpecialDay),
}

/// The calendar's judgement of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayJudgement {
    /// The day.
    pub day: NaiveDate,
    /// Whether it counts for legal terms.
    pub working: bool,
    /// Why.
    pub why: Why,
    /// True while the year's calendar is only a forecast.
    pub forecast: bool,
}

impl Why {
    /// The stable code, for words and scripts.
    pub const fn code(&self) -> &'static str {
        match self {
            Why::Weekday => "weekday",
            Why::Weekend => "weekend",
            Why::Special(special) => match special.kind {
                DayKind::Holiday => "holiday",
                DayKind::ReligiousHoliday => "religious_holiday",
                DayKind::Transferred => "transferred",
                DayKind::SwappedOff => "swapped_off",
                DayKind::WorkingWeekend => "working_weekend",
            },
        }
    }

    /// Whether such a day counts for legal terms.
    pub const fn is_working(&self) -> bool {
        match self {
            Why::Weekday => true,
            Why::Weekend => false,
            Why::Special(special) => matches!(special.kind, DayKind::WorkingWeekend),
        }
    }
}
