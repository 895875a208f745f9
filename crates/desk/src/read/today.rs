//! Today at a glance: who waits, the next receptions, the booths, what somebody should do.

use chrono::NaiveDate;
use qabyldau_domain::fact::Instant;
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::fold::{EntryRow, NodeRow, SessionRow};
use qabyldau_domain::language::Language;
use qabyldau_domain::state::{JobState, ReceptionState, SessionState};
use qabyldau_store::Reader;
use serde::Serialize;

use super::line::{Places, ReceptionLine, minutes_left, newest_of, state_of};
use super::plain::{Attention, RosterState, hm, minutes_between};
use super::sheets::surname_initials;
use crate::desk::Desk;
use crate::failed::Failed;

/// Somebody registered who is in no booth and filed nothing yet, and has not left.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct WaitingLine {
    /// The journal line.
    pub number: String,
    /// Surname and initials.
    pub name: String,
    /// The applicant's language.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// Help is needed.
    pub needs_help: bool,
    /// Since the registration.
    pub minutes: u32,
    /// `registered`, `withdrawn`, `refused`, or `ended` where the booth served another person or failed.
    #[cfg_attr(feature = "contract", ts(type = "EntryState"))]
    pub state: String,
}

/// A booth on the wall.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct BoothCard {
    /// The label.
    pub label: String,
    /// The state of the session that occupies it, or `free`.
    #[cfg_attr(feature = "contract", ts(type = "EntryState | \"free\""))]
    pub state: String,
    /// The session.
    pub session: Option<String>,
    /// Its journal line.
    pub entry: Option<String>,
    /// Who, surname and initials.
    pub name: Option<String>,
    /// Minutes since it was asked for.
    pub since_minutes: Option<u32>,
    /// Recorded so far.
    pub recorded_ms: u32,
    /// The label of the desk that holds it.
    pub holder: Option<String>,
    /// Why the booth calls staff, until they came.
    pub called: Option<String>,
    /// Since when it calls.
    pub called_at: Option<String>,
    /// The desk had taken the request back, and the booth's acceptance beat that: nobody may be in there, and a word ends it.
    pub withdrawal_lost: bool,
    /// Words of staff that the booth has not answered.
    pub words_waiting: u32,
    /// Why the booth did not take the last word: a stable code.
    pub word_refused: Option<String>,
}

/// The page.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Today {
    /// Longest waiting first.
    pub waiting: Vec<WaitingLine>,
    /// Those that are not over yet, in order of time and room.
    pub receptions: Vec<ReceptionLine>,
    /// How many of the day are not over.
    pub receptions_left: u32,
    /// Minutes until the next one that is expected.
    pub next_in_minutes: Option<i32>,
    /// The roster, if one came for today.
    pub roster: Option<RosterState>,
    /// The booths.
    pub booths: Vec<BoothCard>,
    /// What somebody should do, the most urgent first.
    pub attention: Vec<Attention>,
}

/// Somebody should say whether a person came, so many minutes after the appointed time.
pub(super) const NO_SHOW_AFTER: i32 = -15;

impl Desk {
    /// What Today shows.
    pub fn today(&self) -> Result<Today, Failed> {
        let now = self.surroundings.clock.now();
        let store = self.store();
        let reader = store.reader()?;
        let places = Places::read(&reader)?;
        let sessions = reader.sessions_of_day(now.date())?;
        let entries = reader.entries_of_day(now.date())?;
        let mut booths = Vec::new();
        for node in reader.nodes_of_role(NodeRoleV1::Booth)? {
            if !node.retired {
                booths.push(card(&reader, &places, &sessions, node, now)?);
            }
        }
        let rows = reader.receptions_of_day(now.date())?;
        let open = |state: ReceptionState| !matches!(state, ReceptionState::Finished | ReceptionState::NoShow);
        let left: Vec<_> = rows.iter().filter(|row| open(row.state)).collect();
        let next = left
            .iter()
            .filter(|row| !matches!(row.state, ReceptionState::Cancelled | ReceptionState::Started))
            .map(|row| minutes_left(row, now))
            .find(|minutes| *minutes >= 0);
        let receptions: Vec<_> = left.iter().map(|row| places.reception(row, now)).collect();
        Ok(Today {
            waiting: waiting(&entries, &sessions, now),
            receptions_left: u32::try_from(receptions.len()).unwrap_or(u32::MAX),
            attention: attention(&reader, &booths, &receptions, now.date())?,
            receptions,
            next_in_minutes: next,
            roster: reader.rosters_of_day(now.date())?.last().map(RosterState::of),
            booths,
        })
    }
}

fn waiting(entries: &[EntryRow], sessions: &[SessionRow], now: Instant) -> Vec<WaitingLine> {
    let mut waiting: Vec<(i64, WaitingLine)> = entries
        .iter()
        .map(|entry| (entry, state_of(entry, sessions)))
        .filter(|(entry, _)| waits(entry, sessions))
        .map(|(entry, state)| {
            let line = WaitingLine {
                number: entry.number.clone(),
                name: surname_initials(&entry.person),
                language: entry.language,
                needs_help: entry.needs_help,
                minutes: minutes_between(entry.at, now),
                state: state.to_owned(),
            };
            (entry.at.utc_ms, line)
        })
        .collect();
    waiting.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.number.cmp(&b.1.number)));
    waiting.into_iter().map(|(_, line)| line).collect()
}

/// Does this person still wait to be sent to a booth?
pub(crate) fn waits(entry: &EntryRow, sessions: &[SessionRow]) -> bool {
    let newest = newest_of(entry, sessions);
    entry.annulled.is_none()
        && newest.is_none_or(|session| match session.state {
            SessionState::Withdrawn | SessionState::Refused => true,
            SessionState::Ended => session.comes_back(),
            _ => false,
        })
}

/// The session that occupies the booth, else the one it was asked for and has not answered.
fn card(
    reader: &Reader<'_>,
    places: &Places,
    sessions: &[SessionRow],
    node: NodeRow,
    now: Instant,
) -> Result<BoothCard, Failed> {
    let asked = |session: &&SessionRow| session.booth == node.node && session.state == SessionState::Asked;
    let occupying = reader.session_occupying(&node.node)?;
    let Some(session) = occupying.or_else(|| sessions.iter().rev().find(asked).cloned()) else {
        return Ok(BoothCard {
            label: node.label,
            state: "free".to_owned(),
            session: None,
            entry: None,
            name: None,
            since_minutes: None,
            recorded_ms: 0,
            holder: None,
            called: None,
            called_at: None,
            withdrawal_lost: false,
            words_waiting: 0,
            word_refused: None,
        });
    };
    let last_word = session.words.last();
    Ok(BoothCard {
        label: node.label,
        state: session.state.word().to_owned(),
        name: reader
            .entry(&session.entry)?
            .map(|entry| surname_initials(&entry.person)),
        since_minutes: Some(minutes_between(session.asked_at, now)),
        recorded_ms: session.recorded_ms,
        holder: Some(places.label(&session.desk)),
        called: session.called.as_ref().map(|call| call.why.clone()),
        called_at: session.called.as_ref().map(|call| hm(call.since)),
        withdrawal_lost: session.lost_withdrawal().is_some(),
        words_waiting: u32::try_from(session.words_waiting().count()).unwrap_or(u32::MAX),
        word_refused: last_word.and_then(|word| word.answer.as_ref()?.refused.clone()),
        session: Some(session.subject.rest().to_owned()),
        entry: Some(session.entry),
    })
}

/// A booth's label as people say it: «01» is 1.
fn spoken(label: &str) -> &str {
    match label.trim_start_matches('0') {
        "" => label,
        short => short,
    }
}

/// The most urgent first: a person in a booth, a person who came twice into the books, paper nobody knows of, a missing roster.
fn attention(
    reader: &Reader<'_>,
    booths: &[BoothCard],
    receptions: &[ReceptionLine],
    day: NaiveDate,
) -> Result<Vec<Attention>, Failed> {
    let mut all = Vec::new();
    for booth in booths {
        let about = booth.session.as_deref().unwrap_or_default();
        if let Some(at) = &booth.called_at {
            let called = Attention::new("staff-called")
                .with("booth", spoken(&booth.label))
                .with("at", at);
            all.push(called.about(about));
        } else if booth.withdrawal_lost {
            all.push(
                Attention::new("withdrawal-lost")
                    .with("booth", spoken(&booth.label))
                    .about(about),
            );
        } else if booth.state == "held" {
            all.push(
                Attention::new("booth-held")
                    .with("booth", spoken(&booth.label))
                    .about(about),
            );
        }
        if booth.word_refused.is_some() {
            all.push(
                Attention::new("word-refused")
                    .with("booth", spoken(&booth.label))
                    .about(about),
            );
        }
    }
    if !reader.jobs_open(JobState::Uncertain)?.is_empty() {
        all.push(Attention::new("print-uncertain").about("devices"));
    }
    for reception in receptions {
        if let Some(other) = reception.also_marked_at.first() {
            let twice = Attention::new("marked-twice")
                .with("time", &reception.time)
                .with("room", &reception.room);
            all.push(twice.with("desk", other).about(&reception.reference));
        }
    }
    let due = |line: &&ReceptionLine| line.state == "expected" && line.minutes_left < NO_SHOW_AFTER;
    let due = receptions.iter().filter(due).count();
    if due > 0 {
        all.push(Attention::new("no-show-due").with("count", due));
    }
    if reader.rosters_of_day(day)?.is_empty() {
        all.push(Attention::new("roster-missing"));
    }
    if !reader.troubles()?.is_empty() {
        all.push(Attention::new("trouble"));
    }
    Ok(all)
}
