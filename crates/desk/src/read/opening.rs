//! Opening the day: seven checks, each a word and a remedy.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::state::JobState;
use serde::Serialize;

use super::plain::{RosterState, dmy, iso};
use crate::act::opens_by_itself;
use crate::desk::Desk;
use crate::failed::Failed;
use crate::read::Exchange;

/// How a check came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// As it should be.
    Ready,
    /// Work can begin; somebody should look.
    Attention,
    /// It is not there.
    Missing,
}

/// A check: the sentence is `opening-<code>-<state>` with `args`.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Check {
    /// The stable code.
    pub code: String,
    /// How it came out.
    pub state: CheckState,
    /// What the sentence names.
    pub args: BTreeMap<String, String>,
}

/// The page.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Opening {
    /// What the clock shows, «дд.мм.гггг».
    pub date: String,
    /// The same, ISO.
    pub date_iso: String,
    /// 1 is Monday.
    pub weekday: u32,
    /// A person must say that the date is right.
    pub to_confirm: bool,
    /// It is open already.
    pub open: bool,
    /// Missing ones first.
    pub checks: Vec<Check>,
}

impl Desk {
    /// What the page shows; the printer is known outside.
    pub fn opening(&self, exchange: Exchange<'_>, printer: bool) -> Result<Opening, Failed> {
        let link = self.link(exchange)?;
        let now = self.surroundings.clock.now();
        let today = now.date();
        let store = self.store();
        let reader = store.reader()?;
        let last = reader.last_day(&self.home.node)?;
        let by_itself = opens_by_itself(&reader, today)?;
        let mut checks = Vec::new();
        let mut check = |code: &str, state: CheckState, args: &[(&str, String)]| {
            checks.push(Check {
                code: code.to_owned(),
                state,
                args: args
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), value.clone()))
                    .collect(),
            });
        };
        let good = |good: bool| if good { CheckState::Ready } else { CheckState::Attention };
        check(
            "clock",
            good(by_itself),
            &[("time", now.time().format("%H:%M").to_string())],
        );
        match reader.rosters_of_day(today)?.last().map(RosterState::of) {
            Some(roster) => {
                let rows = reader.receptions_of_day(today)?.len();
                let named = [
                    ("version", roster.version.to_string()),
                    ("at", roster.at),
                    ("count", rows.to_string()),
                ];
                check("roster", CheckState::Ready, &named);
            }
            None => check("roster", CheckState::Missing, &[]),
        }
        check(
            "printer",
            if printer {
                CheckState::Ready
            } else {
                CheckState::Missing
            },
            &[],
        );
        let mut booths = 0;
        let mut left_in_booths = 0;
        for node in reader
            .nodes_of_role(NodeRoleV1::Booth)?
            .iter()
            .filter(|node| !node.retired)
        {
            booths += 1;
            let session = reader.session_occupying(&node.node)?;
            left_in_booths += usize::from(session.is_some_and(|session| session.day != today));
        }
        let state = if booths > 0 {
            good(link.connected)
        } else {
            CheckState::Missing
        };
        check("booths", state, &[("count", booths.to_string())]);
        let rooms = reader.rooms()?.len();
        let state = if rooms > 0 {
            CheckState::Ready
        } else {
            CheckState::Missing
        };
        check("rooms", state, &[("count", rooms.to_string())]);
        check("scanner", CheckState::Attention, &[]);
        let unsent = link.unsent;
        let uncertain = reader.jobs_open(JobState::Uncertain)?.len();
        let left_open = last
            .as_ref()
            .is_some_and(|day| day.date != today && day.closed_at.is_none());
        // With the portal in touch the last few are on their way.
        let left = unsent > 0 && !link.portal || uncertain > 0 || left_in_booths > 0 || left_open;
        let day = last
            .as_ref()
            .filter(|_| left_open)
            .map_or_else(String::new, |day| dmy(day.date));
        let named = [
            ("unsent", unsent.to_string()),
            ("prints", uncertain.to_string()),
            ("sessions", left_in_booths.to_string()),
            ("day", day),
        ];
        check("left-over", good(!left), &named);
        checks.sort_by_key(|check| match check.state {
            CheckState::Missing => 0,
            CheckState::Attention => 1,
            CheckState::Ready => 2,
        });
        Ok(Opening {
            date: dmy(today),
            date_iso: iso(today),
            weekday: today.weekday().number_from_monday(),
            to_confirm: !by_itself,
            open: last.is_some_and(|day| day.date == today && day.closed_at.is_none()),
            checks,
        })
    }
}
