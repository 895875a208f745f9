//! The escort board: who is to be led where in the next half hour. No IIN, no subject.

use qabyldau_domain::fold::ReceptionRow;
use qabyldau_domain::language::Language;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::staff::{Deed, may};
use qabyldau_domain::state::ReceptionState;
use qabyldau_store::Reader;
use serde::Serialize;

use super::history::worker;
use super::line::{Places, minutes_left};
use super::plain::{Attention, Clock, Link, hm, short};
use super::sheets::surname_initials;
use crate::desk::Desk;
use crate::failed::Failed;
use crate::read::Exchange;

/// Somebody to be led.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct BoardRow {
    /// The reception.
    pub reference: String,
    /// Surname and initials.
    pub name: String,
    /// The applicant's language.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// Help is needed.
    pub needs_help: bool,
    /// The appointed time.
    pub time: String,
    /// The room's label.
    pub room: String,
    /// The room's name.
    pub room_kk: String,
    /// The room's name.
    pub room_ru: String,
    /// Whole minutes until the appointed time.
    pub minutes_left: i32,
    /// Where it stands.
    #[cfg_attr(feature = "contract", ts(type = "ReceptionState"))]
    pub state: String,
    /// Who leads the person.
    pub taken_by: Option<String>,
    /// Since when.
    pub taken_at: Option<String>,
}

/// The board.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Board {
    /// The clock.
    pub clock: Clock,
    /// The exchange with the hub.
    pub link: Link,
    /// The nearest first.
    pub rows: Vec<BoardRow>,
    /// What who escorts should do, the most urgent first.
    pub attention: Vec<Attention>,
}

/// What concerns who escorts: people, and the list they are led by. Paper and the exchange are the desk's.
const OF_ESCORTS: [&str; 5] = [
    "staff-called",
    "booth-held",
    "marked-twice",
    "no-show-due",
    "roster-missing",
];

/// How far ahead the board looks.
const AHEAD_MINUTES: i32 = 30;

impl Desk {
    /// What the board shows.
    pub fn board(&self, exchange: Exchange<'_>) -> Result<Board, Failed> {
        if !may(self.worker.role, Deed::ReadBoard) {
            return Err(Refusal::new("role-may-not").into());
        }
        let link = self.link(exchange)?;
        let mut attention = self.today()?.attention;
        attention.retain(|one| OF_ESCORTS.contains(&one.code.as_str()));
        let now = self.surroundings.clock.now();
        let store = self.store();
        let reader = store.reader()?;
        let places = Places::read(&reader)?;
        let mut rows = Vec::new();
        for row in reader.receptions_of_day(now.date())? {
            let left = minutes_left(&row, now);
            let near = left <= AHEAD_MINUTES;
            let to_lead = match row.state {
                ReceptionState::Expected => near && left >= -AHEAD_MINUTES,
                ReceptionState::Arrived(_) => near,
                ReceptionState::Escorted => true,
                _ => false,
            };
            if to_lead {
                rows.push(board_row(&reader, &places, &row, left)?);
            }
        }
        Ok(Board {
            clock: Clock::at(now),
            link,
            rows,
            attention,
        })
    }
}

fn board_row(reader: &Reader<'_>, places: &Places, row: &ReceptionRow, left: i32) -> Result<BoardRow, Failed> {
    let (room_kk, room_ru) = places.room(&row.room);
    let taken_by = match row.escorted_at {
        Some(at) => {
            let facts = reader.facts_about(&row.subject)?;
            let step = facts
                .iter()
                .rev()
                .find(|fact| fact.kind == "ReceptionStepped" && fact.at == at);
            match step {
                Some(fact) => worker(reader, &fact.by)?.as_deref().map(short),
                None => None,
            }
        }
        None => None,
    };
    Ok(BoardRow {
        reference: row.reference.clone(),
        name: surname_initials(&row.person),
        language: row.language,
        needs_help: false,
        time: row.time.format("%H:%M").to_string(),
        room: row.room.clone(),
        room_kk,
        room_ru,
        minutes_left: left,
        state: row.state.word().to_owned(),
        taken_by,
        taken_at: row.escorted_at.map(hm),
    })
}
