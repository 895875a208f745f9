//! The ledger as staff read it: what is held of whom, what waits, what is in trouble, the newest acts, and what stands open before the close.

use std::collections::BTreeMap;

use qabyldau_domain::fact::{Instant, NodeId};
use qabyldau_domain::fold::ReceptionRow;
use qabyldau_domain::state::{JobState, ReceptionState};
use qabyldau_domain::subject::SubjectKind;
use qabyldau_store::Reader;
use serde::Serialize;

use super::appeal::role_word;
use super::history::line;
use super::line::{Places, minutes_left};
use super::plain::{Link, dmy};
use super::today::waits;
use crate::desk::Desk;
use crate::failed::Failed;
use crate::read::Exchange;

/// What is held of one writer.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct StreamLine {
    /// The writer's label.
    pub label: String,
    /// What it is.
    pub role: String,
    /// Facts held.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub facts: u64,
    /// Facts the hub has not taken.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub unsent: u64,
    /// Why the stream stands still, if it does.
    pub halted: Option<String>,
}

/// A fact that is kept but cannot be read or does not fit.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Trouble {
    /// The writer's label.
    pub node: String,
    /// Its place in the stream.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub seq: u64,
    /// The stable code.
    pub code: String,
}

/// One of the newest acts: the sentence is `history-<code>`.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct ActLine {
    /// «чч:мм».
    pub at: String,
    /// «дд.мм.гггг».
    pub day: String,
    /// The label of the desk or booth.
    pub node: String,
    /// The stable code.
    pub code: String,
    /// The number of the line, appeal or reception it is about; empty for others.
    pub about: String,
    /// Who, if a member of staff did it.
    pub by: Option<String>,
}

/// Something that still stands open before the day can be closed in peace.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct OpenThing {
    /// The stable code, a word of `open-…`.
    pub code: String,
    /// How many.
    pub count: u32,
}

/// The page.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS), ts(rename = "Ledger"))]
pub struct LedgerPage {
    /// The streams, by label.
    pub streams: Vec<StreamLine>,
    /// The exchange with the hub.
    pub link: Link,
    /// Facts in trouble.
    pub troubles: Vec<Trouble>,
    /// The newest acts.
    pub acts: Vec<ActLine>,
    /// The day that is open, be it left over from yesterday, «дд.мм.гггг».
    pub day: Option<String>,
    /// What stands open.
    pub open_things: Vec<OpenThing>,
}

/// How many acts the page shows.
const ACTS: usize = 40;

impl Desk {
    /// What the page shows.
    pub fn ledger_page(&self, exchange: Exchange<'_>) -> Result<LedgerPage, Failed> {
        let link = self.link(exchange)?;
        let status = exchange.map(qabyldau_exchange::client::Exchanger::status);
        let now = self.surroundings.clock.now();
        let store = self.store();
        let reader = store.reader()?;
        let places = Places::read(&reader)?;
        let taken = self.taken(&reader, status.as_ref())?;
        let roles: BTreeMap<NodeId, _> = reader.nodes()?.into_iter().map(|node| (node.node, node.role)).collect();
        let mut streams: Vec<StreamLine> = Vec::new();
        for (node, facts) in reader.have()? {
            let refused = status.as_ref().and_then(|status| {
                let here = status.refused_here.get(&node);
                here.or_else(|| status.refused_there.get(&node))
            });
            streams.push(StreamLine {
                label: places.label(&node),
                role: roles.get(&node).map_or("portal", |role| role_word(*role)).to_owned(),
                unsent: facts.saturating_sub(taken.get(&node).copied().unwrap_or_default()),
                facts,
                halted: refused.map(|refused| refused.code.to_string()),
            });
        }
        streams.sort_by(|a, b| (&a.role, &a.label).cmp(&(&b.role, &b.label)));
        let troubles = reader.troubles()?.into_iter().map(|marked| Trouble {
            node: places.label(&marked.fact.node),
            seq: marked.fact.seq,
            code: marked.why,
        });
        let open = reader.last_day(&self.home.node)?.filter(|day| day.closed_at.is_none());
        let day = open.as_ref().map_or(now.date(), |day| day.date);
        Ok(LedgerPage {
            streams,
            link,
            troubles: troubles.collect(),
            acts: newest(&reader, &places)?,
            day: open.map(|day| dmy(day.date)),
            open_things: open_things(&reader, day, now)?,
        })
    }
}

/// The newest acts of all streams, newest first.
fn newest(reader: &Reader<'_>, places: &Places) -> Result<Vec<ActLine>, Failed> {
    let mut facts = Vec::new();
    for (node, last) in reader.have()? {
        facts.extend(reader.facts_of_stream(&node, last.saturating_sub(ACTS as u64), ACTS)?);
    }
    facts.sort_by_key(|fact| std::cmp::Reverse((fact.tick, fact.node, fact.seq)));
    let mut acts = Vec::new();
    for fact in facts {
        let Some(told) = line(reader, places, &fact)? else {
            continue;
        };
        let about = match fact.subject.kind() {
            SubjectKind::Entry | SubjectKind::Appeal | SubjectKind::Reception => fact.subject.rest(),
            _ => "",
        };
        acts.push(ActLine {
            at: told.at,
            day: told.day,
            node: told.node,
            code: told.code,
            about: about.to_owned(),
            by: told.by,
        });
        if acts.len() == ACTS {
            break;
        }
    }
    Ok(acts)
}

/// What a supervisor looks at before the close, in the order of urgency. Nothing of it stops the close.
fn open_things(reader: &Reader<'_>, day: chrono::NaiveDate, now: Instant) -> Result<Vec<OpenThing>, Failed> {
    let sessions = reader.sessions_of_day(day)?;
    let entries = reader.entries_of_day(day)?;
    let waiting = entries.iter().filter(|entry| waits(entry, &sessions)).count();
    let notes = entries.iter().map(|entry| entry.notes.len()).sum();
    let mut running = 0;
    for node in reader.nodes_of_role(qabyldau_domain::facts::NodeRoleV1::Booth)? {
        running += usize::from(reader.session_occupying(&node.node)?.is_some());
    }
    // Who is still to come has not stayed away.
    let due = |row: &&ReceptionRow| row.state == ReceptionState::Expected && minutes_left(row, now) < 0;
    let expected = reader.receptions_of_day(day)?.iter().filter(due).count();
    let things = [
        ("waiting", waiting),
        ("session-running", running),
        ("print-uncertain", reader.jobs_open(JobState::Uncertain)?.len()),
        ("no-show", expected),
        ("notes", notes),
    ];
    Ok(things
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(code, count)| OpenThing {
            code: code.to_owned(),
            count: u32::try_from(count).unwrap_or(u32::MAX),
        })
        .collect())
}
