//! Lines of lists: a journal line, a reception.

use chrono::{Duration, NaiveDateTime};
use qabyldau_domain::fact::{Instant, NodeId};
use qabyldau_domain::facts::PunctualityV1;
use qabyldau_domain::fold::{EntryRow, NodeRow, ReceptionRow, RoomRow, SessionRow};
use qabyldau_domain::language::Language;
use qabyldau_store::Reader;
use serde::Serialize;

use super::plain::{dmy, hm, iso};
use super::sheets::surname_initials;
use crate::failed::Failed;

/// A line of the journal, as lists show it.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct EntryLine {
    /// The number.
    pub number: String,
    /// The day, «дд.мм.гггг».
    pub day: String,
    /// `14:07`.
    pub time: String,
    /// Surname and initials.
    pub name: String,
    /// The applicant's language.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// `registered`, `annulled`, or the state of its newest session.
    #[cfg_attr(feature = "contract", ts(type = "EntryState"))]
    pub state: String,
    /// Help is needed.
    pub needs_help: bool,
}

/// An online reception, as lists show it.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct ReceptionLine {
    /// The reference (14 digits).
    pub reference: String,
    /// ISO day.
    pub day: String,
    /// The appointed time.
    pub time: String,
    /// The room's label.
    pub room: String,
    /// The room's name.
    pub room_kk: String,
    /// The room's name.
    pub room_ru: String,
    /// Surname and initials.
    pub name: String,
    /// The state body.
    pub body: String,
    /// Who receives.
    pub official: Option<String>,
    /// The applicant's language.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// Where it stands.
    #[cfg_attr(feature = "contract", ts(type = "ReceptionState"))]
    pub state: String,
    /// Whole minutes until the appointed time; negative after it.
    pub minutes_left: i32,
    /// When the arrival was marked.
    pub arrived_at: Option<String>,
    /// At which desk.
    pub arrived_desk: Option<String>,
    /// The judgement of the arrival.
    #[cfg_attr(feature = "contract", ts(type = "Punctuality | null"))]
    pub punctuality: Option<PunctualityV1>,
    /// When led to the room.
    pub escorted_at: Option<String>,
    /// When it began.
    pub started_at: Option<String>,
    /// When it was over.
    pub finished_at: Option<String>,
    /// Why the body changed it, if it did.
    pub changed: Option<String>,
    /// Desks that marked the same arrival too.
    pub also_marked_at: Vec<String>,
}

/// The state of a journal line: annulled, or of its newest session, or only registered.
pub(crate) fn state_of(entry: &EntryRow, sessions: &[SessionRow]) -> &'static str {
    match (&entry.annulled, newest_of(entry, sessions)) {
        (Some(_), _) => "annulled",
        (None, Some(session)) => session.state.word(),
        (None, None) => "registered",
    }
}

/// The newest session of a journal line.
pub(crate) fn newest_of<'a>(entry: &EntryRow, sessions: &'a [SessionRow]) -> Option<&'a SessionRow> {
    let own = sessions.iter().filter(|session| session.entry == entry.number);
    own.max_by_key(|session| session.asked_tick)
}

impl EntryLine {
    pub(crate) fn of(entry: &EntryRow, sessions: &[SessionRow]) -> Self {
        Self {
            number: entry.number.clone(),
            day: dmy(entry.day),
            time: hm(entry.at),
            name: surname_initials(&entry.person),
            language: entry.language,
            state: state_of(entry, sessions).to_owned(),
            needs_help: entry.needs_help,
        }
    }
}

/// Names of rooms and labels of nodes, read once for a whole list.
pub(crate) struct Places {
    rooms: Vec<RoomRow>,
    nodes: Vec<NodeRow>,
}

impl Places {
    pub(crate) fn read(reader: &Reader<'_>) -> Result<Self, Failed> {
        Ok(Self {
            rooms: reader.rooms()?,
            nodes: reader.nodes()?,
        })
    }

    /// The label of a node; empty if the directory does not know it.
    pub(crate) fn label(&self, node: &NodeId) -> String {
        let known = self.nodes.iter().find(|row| row.node == *node);
        known.map_or_else(String::new, |row| row.label.clone())
    }

    /// The room's names; its label where the directory does not know it.
    pub(crate) fn room(&self, label: &str) -> (String, String) {
        match self.rooms.iter().find(|room| room.label == label) {
            Some(room) => (room.name_kk.clone(), room.name_ru.clone()),
            None => (label.to_owned(), label.to_owned()),
        }
    }

    pub(crate) fn reception(&self, row: &ReceptionRow, now: Instant) -> ReceptionLine {
        let (room_kk, room_ru) = self.room(&row.room);
        ReceptionLine {
            reference: row.reference.clone(),
            day: iso(row.day),
            time: row.time.format("%H:%M").to_string(),
            room: row.room.clone(),
            room_kk,
            room_ru,
            name: surname_initials(&row.person),
            body: row.body.clone(),
            official: row.official.clone(),
            language: row.language,
            state: row.state.word().to_owned(),
            minutes_left: minutes_left(row, now),
            arrived_at: row.arrival.as_ref().map(|arrival| hm(arrival.at)),
            arrived_desk: row.arrival.as_ref().map(|arrival| self.label(&arrival.node)),
            punctuality: row.arrival.as_ref().map(|arrival| arrival.punctuality),
            escorted_at: row.escorted_at.map(hm),
            started_at: row.started_at.map(hm),
            finished_at: row.finished_at.map(hm),
            changed: row.changed.clone(),
            also_marked_at: row.other_arrivals.iter().map(|other| self.label(&other.node)).collect(),
        }
    }
}

/// Whole minutes from now until the appointed time.
pub(crate) fn minutes_left(row: &ReceptionRow, now: Instant) -> i32 {
    let appointed = NaiveDateTime::new(row.day, row.time);
    let left: Duration = appointed - now.local().naive_local();
    i32::try_from(left.num_seconds().div_euclid(60)).unwrap_or(i32::MAX)
}
