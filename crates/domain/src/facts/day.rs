//! The day of a node: numbers take year and date from it, never from the clock.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::bodies;

/// A node opened a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOpened {
    /// The date.
    pub date: NaiveDate,
    /// `clock` (0–4 days after the last and within 5 minutes of what was heard), `person` or `order` (a booth).
    pub how: String,
}

/// A node closed its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayClosed {
    /// The date.
    pub date: NaiveDate,
    /// Journal lines of the day.
    pub entries: u32,
}

bodies!(DayOpened = 1, DayClosed = 1);
