//! The receptions of a day: the list, and what a roster of it would be.

use chrono::NaiveDate;
use qabyldau_domain::fold::RoomRow;
use serde::Serialize;

use super::line::{Places, ReceptionLine};
use super::plain::{RosterState, iso};
use crate::desk::Desk;
use crate::failed::Failed;

/// A room.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Room {
    /// The label.
    pub label: String,
    /// The name.
    pub name_kk: String,
    /// The name.
    pub name_ru: String,
}

/// The receptions of a day, in order of time and room.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Receptions {
    /// ISO.
    pub day: String,
    /// The branch's rooms.
    pub rooms: Vec<Room>,
    /// The receptions.
    pub rows: Vec<ReceptionLine>,
    /// The roster, if one came.
    pub roster: Option<RosterState>,
}

/// A roster, before it is printed.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct RosterSheet {
    /// ISO.
    pub day: String,
    /// Days with a roster from today on, ISO; the day shown among them.
    pub days: Vec<String>,
    /// The receptions.
    pub rows: Vec<ReceptionLine>,
    /// The branch's rooms.
    pub rooms: Vec<Room>,
    /// The roster, if one came.
    pub roster: Option<RosterState>,
    /// Pages it has.
    pub pages: u32,
    /// How often it was printed.
    pub printed: u32,
}

/// How many days ahead rosters are looked for.
const DAYS_AHEAD: u64 = 7;

impl Room {
    pub(crate) fn of(row: RoomRow) -> Self {
        Self {
            label: row.label,
            name_kk: row.name_kk,
            name_ru: row.name_ru,
        }
    }
}

impl Desk {
    /// The receptions of a day, of today without one.
    pub fn receptions(&self, day: Option<NaiveDate>) -> Result<Receptions, Failed> {
        let now = self.surroundings.clock.now();
        let day = day.unwrap_or_else(|| now.date());
        let store = self.store();
        let reader = store.reader()?;
        let places = Places::read(&reader)?;
        let rows = reader.receptions_of_day(day)?;
        Ok(Receptions {
            day: iso(day),
            rooms: reader.rooms()?.into_iter().map(Room::of).collect(),
            rows: rows.iter().map(|row| places.reception(row, now)).collect(),
            roster: reader.rosters_of_day(day)?.last().map(RosterState::of),
        })
    }

    /// What a roster of the day would be; of today without one.
    pub fn roster_sheet(&self, day: Option<NaiveDate>) -> Result<RosterSheet, Failed> {
        let list = self.receptions(day)?;
        let today = self.surroundings.clock.now().date();
        let day = day.unwrap_or(today);
        let pages = match list.rows.is_empty() {
            true => 0,
            false => self
                .roster(day, self.worker.language)?
                .lay_out()
                .map_err(|_| words())?
                .pages
                .len(),
        };
        let store = self.store();
        let reader = store.reader()?;
        let mut days = vec![day];
        for ahead in 0..DAYS_AHEAD {
            let other = today + chrono::Days::new(ahead);
            if other != day && !reader.rosters_of_day(other)?.is_empty() {
                days.push(other);
            }
        }
        days.sort_unstable();
        let printed = match reader.rosters_of_day(day)?.last() {
            Some(roster) => reader.jobs_about(roster.subject.as_str())?.len(),
            None => 0,
        };
        Ok(RosterSheet {
            day: list.day,
            days: days.into_iter().map(iso).collect(),
            rows: list.rows,
            rooms: list.rooms,
            roster: list.roster,
            pages: u32::try_from(pages).unwrap_or(u32::MAX),
            printed: u32::try_from(printed).unwrap_or(u32::MAX),
        })
    }
}

fn words() -> qabyldau_domain::refusal::Refusal {
    qabyldau_domain::refusal::Refusal::new("words-missing")
}
