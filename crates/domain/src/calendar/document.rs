//! The document of one year: what the portal signs and sends, and what comes with the program.
//!
//! Invariant: every named day lies in the year, stands once, and fits its kind.

use super::day::{DayKind, SpecialDay};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// The special days of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDocument {
    /// The year.
    pub year: i32,
    /// Whether the year is settled.
    pub status: CalendarStatus,
    /// Where the whole comes from.
    pub source: String,
    /// The days that are not simply weekday or weekend, in order.
    pub days: Vec<SpecialDay>,
}

/// Whether the holidays and swaps of a year are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarStatus {
    /// Published.
    Established,
    /// Computed from the law before publication; may shift.
    Forecast,
}

/// Why a document is no calendar.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// Not the JSON of a year.
    #[error("not a calendar document")]
    Unreadable(#[source] serde_json::Error),
    /// The days are not in rising order, each once.
    #[error("calendar {year}: days out of order at {day}")]
    Order {
        /// The year of the document.
        year: i32,
        /// The day that is out of order.
        day: NaiveDate,
    },
    /// A day of another year, or one that cannot be of its kind.
    #[error("calendar {year}: {day} cannot stand there as it does")]
    Kind {
        /// The year of the document.
        year: i32,
        /// The day.
        day: NaiveDate,
    },
    /// Two documents for one year.
    #[error("calendar {year} is given twice")]
    YearTwice {
        /// The year.
        year: i32,
    },
    /// No document at all.
    #[error("no calendar is given")]
    NoYear,
}

impl CalendarDocument {
    /// Reads and judges the document of a year.
    pub fn read(bytes: &[u8]) -> Result<Self, CalendarError> {
        let document: CalendarDocument = serde_json::from_slice(bytes).map_err(CalendarError::Unreadable)?;
        let year = document.year;
        for pair in document.days.windows(2) {
            if pair[0].day >= pair[1].day {
                return Err(CalendarError::Order { year, day: pair[1].day });
            }
        }
        match document
            .days
            .iter()
            .find(|special| special.day.year() != year || !fits_its_kind(special))
        {
            Some(special) => Err(CalendarError::Kind { year, day: special.day }),
            None => Ok(document),
        }
    }

    /// What the document says of a day, if it names it.
    pub fn special(&self, day: NaiveDate) -> Option<&SpecialDay> {
        let at = self.days.binary_search_by_key(&day, |special| special.day).ok()?;
        self.days.get(at)
    }
}

fn fits_its_kind(special: &SpecialDay) -> bool {
    let weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    match (special.kind, special.instead_of) {
        (DayKind::Holiday | DayKind::ReligiousHoliday, other) => other.is_none(),
        (DayKind::Transferred | DayKind::SwappedOff, Some(other)) => !weekend(special.day) && weekend(other),
        (DayKind::WorkingWeekend, Some(other)) => weekend(special.day) && !weekend(other),
        (DayKind::Transferred | DayKind::SwappedOff | DayKind::WorkingWeekend, None) => false,
    }
}
