//! Opening and closing a node's day. Numbers take year and date from the open day, never from the clock.

use chrono::NaiveDate;

use crate::fact::{Draft, Instant, NodeId};
use crate::facts::{DayClosed, DayOpened};
use crate::fold::DayRow;
use crate::refusal::Refusal;
use crate::subject::Subject;

/// A day opens by itself at most this many days after the last one.
const LEAP_DAYS: i64 = 4;
/// … and with the clock at most this far from what was last heard of others, in milliseconds.
const CLOCK_MS: i64 = 5 * 60 * 1000;

/// What is known before a day is opened.
#[derive(Debug, Clone, Copy)]
pub struct DayBefore {
    /// The node's last day, if any.
    pub last: Option<NaiveDate>,
    /// Our clock minus the clock of the hub or portal last heard, in milliseconds, if anybody was heard.
    pub drift_ms: Option<i64>,
    /// The date a person confirmed, if one did.
    pub confirmed: Option<NaiveDate>,
}

impl DayBefore {
    /// Is the clock believed, so that the day opens without a person's word for its date?
    pub fn believes_the_clock(&self, date: NaiveDate) -> bool {
        let near = self.last.is_some_and(|last| (date - last).num_days() <= LEAP_DAYS);
        let agreed = self.drift_ms.is_some_and(|drift| drift.abs() <= CLOCK_MS);
        near && agreed
    }
}

/// Opens the day of the clock, by itself if the clock is to be believed, else with a person's word for the date.
pub fn open_day(node: &NodeId, now: Instant, before: &DayBefore) -> Result<Vec<Draft>, Refusal> {
    let date = now.date();
    if let Some(last) = before.last
        && date < last
    {
        return Err(Refusal::new("day-before-last").with("day", last.format("%d.%m.%Y")));
    }
    if before.last == Some(date) {
        return Err(Refusal::new("day-open").with("day", date.format("%d.%m.%Y")));
    }
    let how = match before.confirmed {
        _ if before.believes_the_clock(date) => "clock",
        Some(confirmed) if confirmed == date => "person",
        _ => return Err(Refusal::new("day-to-confirm").with("day", date.format("%d.%m.%Y"))),
    };
    Ok(vec![Draft::new(
        Subject::day(node, date),
        &DayOpened {
            date,
            how: how.to_owned(),
        },
    )])
}

/// Closes an open day with its count of journal lines.
pub fn close_day(day: &DayRow, entries: u32) -> Result<Vec<Draft>, Refusal> {
    if day.closed_at.is_some() {
        return Err(Refusal::new("day-closed").with("day", day.date.format("%d.%m.%Y")));
    }
    Ok(vec![Draft::new(
        day.subject.clone(),
        &DayClosed {
            date: day.date,
            entries,
        },
    )])
}
