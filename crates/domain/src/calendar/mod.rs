//! The working-day calendar of the five-day week, as data: one document per year, each special day with its source.
//!
//! Not the opening hours of a branch: work on Saturday does not make Saturday a working day for legal terms.
//! Invariant: a date outside the loaded years is refused by name, never guessed.

mod count;
mod day;
mod document;

pub use count::{Count, SkippedDay};
pub use day::{DayJudgement, DayKind, SpecialDay, Why};
pub use document::{CalendarDocument, CalendarError, CalendarStatus};

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// The calendar of all loaded years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, CalendarDocument>,
}

/// The day lies in a year that is not loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("calendar for {} not loaded (loaded: {first}-{last})", day.year())]
pub struct OutsideCalendar {
    /// The day asked for.
    pub day: NaiveDate,
    /// The first loaded year.
    pub first: i32,
    /// The last loaded year.
    pub last: i32,
}

impl OutsideCalendar {
    /// The stable code, for words and scripts.
    pub const fn code(&self) -> &'static str {
        "outside_calendar"
    }
}

/// The years that come with the program; the portal's signed documents replace them.
const BUILT_IN: [&[u8]; 4] = [
    include_bytes!("../../data/calendar/2024.json"),
    include_bytes!("../../data/calendar/2025.json"),
    include_bytes!("../../data/calendar/2026.json"),
    include_bytes!("../../data/calendar/2027.json"),
];

impl Calendar {
    /// A calendar from the documents of its years, in any order; each year once.
    pub fn from_documents<'a>(documents: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, CalendarError> {
        let mut years = BTreeMap::new();
        for bytes in documents {
            let document = CalendarDocument::read(bytes)?;
            let year = document.year;
            if years.insert(year, document).is_some() {
                return Err(CalendarError::YearTwice { year });
            }
        }
        if years.is_empty() {
            return Err(CalendarError::NoYear);
        }
        Ok(Calendar { years })
    }

    /// The years that come with the program: 2024–2026 established, 2027 a forecast.
    pub fn built_in() -> Self {
        #[expect(
            clippy::expect_used,
            reason = "the documents are part of the program and a test reads them"
        )]
        Calendar::from_documents(BUILT_IN).expect("the built-in calendar is well formed")
    }

    /// The documents by which this calendar judges, year by year.
    pub fn documents(&self) -> impl Iterator<Item = &CalendarDocument> {
        self.years.values()
    }

    /// Whether the day is a working day, and why.
    pub fn working_day(&self, day: NaiveDate) -> Result<DayJudgement, OutsideCalendar> {
        let document = self.years.get(&day.year()).ok_or_else(|| self.outside(day))?;
        let why = match document.special(day) {
            Some(special) => Why::Special(special.clone()),
            None if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) => Why::Weekend,
            None => Why::Weekday,
        };
        Ok(DayJudgement {
            day,
            working: why.is_working(),
            why,
            forecast: document.status == CalendarStatus::Forecast,
        })
    }

    fn outside(&self, day: NaiveDate) -> OutsideCalendar {
        let first = self.years.keys().next().copied().unwrap_or_default();
        let last = self.years.keys().next_back().copied().unwrap_or_default();
        OutsideCalendar { day, first, last }
    }
}

#[cfg(test)]
mod tests;
