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
use super::plain::{Attention, Clock, Link, hm, minutes_between, short};
use super::sheets::surname_initials;
use super::today::NO_SHOW_AFTER;
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
    /// Help is needed, by the person's newest line in the journal.
    pub needs_help: bool,
    /// The desk that marked the arrival: there it is known where the person sits.
    pub from_desk: Option<String>,
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
    /// The person is here, it is time, and nobody has taken them.
    pub to_lead: bool,
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
    /// All of them, who is to be led first at the top.
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
/// So long before the appointed time a person is led to the door.
const LEAD_MINUTES: i32 = 5;
/// Whoever still stands as arrived so long after the appointed time was led without the board.
const SITS_MINUTES: i32 = 120;
/// Whoever was taken so long ago is in the room.
const WALK_MINUTES: u32 = 30;

/// The order of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// Here, and it is time: the soonest first.
    ToLead,
    /// Here, and the time is past: who waits longest first.
    Waits,
    /// Their time comes within half an hour: the soonest first.
    Near,
    /// Not here, and the time is past: who is least late first.
    Late,
    /// Taken: the newest first.
    Taken,
}

/// Where a reception stands on the board, and its place among those; none where nobody will act on it here.
fn turn(state: ReceptionState, left: i32, taken: Option<u32>) -> Option<(Turn, i32)> {
    match (state, taken) {
        (ReceptionState::Arrived(_), _) if (0..=LEAD_MINUTES).contains(&left) => Some((Turn::ToLead, left)),
        (ReceptionState::Arrived(_), _) if (-SITS_MINUTES..0).contains(&left) => Some((Turn::Waits, left)),
        (ReceptionState::Arrived(_) | ReceptionState::Expected, _) if (0..=AHEAD_MINUTES).contains(&left) => {
            Some((Turn::Near, left))
        }
        (ReceptionState::Expected, _) if (NO_SHOW_AFTER..0).contains(&left) => Some((Turn::Late, -left)),
        (ReceptionState::Escorted, Some(taken)) if left >= 0 || taken <= WALK_MINUTES => {
            Some((Turn::Taken, i32::try_from(taken).unwrap_or(i32::MAX)))
        }
        _ => None,
    }
}

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
            if let Some(turn) = turn(row.state, left, row.escorted_at.map(|at| minutes_between(at, now))) {
                rows.push((turn, board_row(&reader, &places, &row, turn.0, left)?));
            }
        }
        rows.sort_by_key(|(turn, _)| *turn);
        Ok(Board {
            clock: Clock::at(now),
            link,
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            attention,
        })
    }
}

fn board_row(
    reader: &Reader<'_>,
    places: &Places,
    row: &ReceptionRow,
    turn: Turn,
    left: i32,
) -> Result<BoardRow, Failed> {
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
    let line = match &row.person.iin {
        Some(iin) => reader.newest_entry_by_iin(iin)?,
        None => None,
    };
    let desk = row.arrival.as_ref().map(|arrival| places.label(&arrival.node));
    Ok(BoardRow {
        reference: row.reference.clone(),
        name: surname_initials(&row.person),
        language: row.language,
        needs_help: line.is_some_and(|line| line.needs_help),
        from_desk: desk.filter(|label| !label.is_empty()),
        time: row.time.format("%H:%M").to_string(),
        room: row.room.clone(),
        room_kk,
        room_ru,
        minutes_left: left,
        state: row.state.word().to_owned(),
        to_lead: matches!(turn, Turn::ToLead | Turn::Waits),
        taken_by,
        taken_at: row.escorted_at.map(hm),
    })
}

#[cfg(test)]
mod tests {
    use qabyldau_domain::facts::PunctualityV1;

    use super::*;

    const ARRIVED: ReceptionState = ReceptionState::Arrived(PunctualityV1::OnTime);

    #[test]
    fn who_is_to_be_led_now_stands_first_and_who_was_taken_last() {
        use ReceptionState as R;
        let mut day = [
            ("taken long before the time", R::Escorted, 1, Some(40)),
            ("taken", R::Escorted, -4, Some(6)),
            ("taken just now", R::Escorted, 4, Some(0)),
            ("not here, late", R::Expected, -14, None),
            ("not here, just late", R::Expected, -1, None),
            ("not here yet", R::Expected, 2, None),
            ("may still sit", ARRIVED, 29, None),
            ("waits", ARRIVED, -3, None),
            ("waits longest", ARRIVED, -50, None),
            ("in five minutes", ARRIVED, 5, None),
            ("in three minutes", ARRIVED, 3, None),
        ];
        day.sort_by_key(|(_, state, left, taken)| turn(*state, *left, *taken).expect("on the board"));
        let order = day.map(|(who, ..)| who);
        let expected = [
            "in three minutes",
            "in five minutes",
            "waits longest",
            "waits",
            "not here yet",
            "may still sit",
            "not here, just late",
            "not here, late",
            "taken just now",
            "taken",
            "taken long before the time",
        ];
        assert_eq!(order, expected);
    }

    #[test]
    fn what_nobody_will_act_on_any_more_leaves_the_board() {
        use ReceptionState as R;
        for (state, left, taken, shown) in [
            (ARRIVED, 30, None, true),
            (ARRIVED, 31, None, false),
            (ARRIVED, -120, None, true),
            (ARRIVED, -121, None, false),
            (R::Expected, 31, None, false),
            (R::Expected, -15, None, true),
            (R::Expected, -16, None, false),
            (R::Escorted, -60, Some(30), true),
            (R::Escorted, -1, Some(31), false),
            (R::Started, 0, Some(5), false),
            (R::Cancelled, 0, None, false),
            (R::NoShow, 0, None, false),
        ] {
            assert_eq!(turn(state, left, taken).is_some(), shown, "{state:?} {left} {taken:?}");
        }
    }
}
