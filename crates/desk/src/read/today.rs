//! Today at a glance: the journal's lines, who waits for or sits in a booth, what was refused.

use chrono::NaiveDate;
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::fold::{EntryRow, SessionRow};
use qabyldau_domain::language::Language;
use qabyldau_domain::ledger::Scope;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::failed::Failed;

/// A line of today's journal, as the list shows it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryLine {
    /// The number.
    pub number: String,
    /// `14:07`.
    pub time: String,
    /// Surname and initials.
    pub name: String,
    /// The applicant's language.
    pub language: Language,
    /// `registered`, `annulled`, or the state of its newest session.
    pub state: String,
    /// Help is needed.
    pub needs_help: bool,
}

/// Somebody registered who is in no booth and filed nothing yet.
pub type WaitingLine = EntryLine;

/// A booth on the wall.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoothView {
    /// The label.
    pub label: String,
    /// The session that occupies it.
    pub session: Option<String>,
    /// Its state, or `free`.
    pub state: String,
    /// The label of the desk that holds it.
    pub holder: Option<String>,
    /// Why the booth calls staff, until they came.
    pub called: Option<String>,
    /// The desk had taken the request back, and the booth's acceptance beat that: nobody may be in there, and a word ends it.
    pub withdrawal_lost: bool,
    /// Words of staff that the booth has not answered.
    pub words_waiting: usize,
    /// Why the booth did not take the last word: a stable code.
    pub word_refused: Option<String>,
}

/// The page.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Today {
    /// The open day of this desk.
    pub day: Option<NaiveDate>,
    /// Who works here.
    pub worker: String,
    /// Lines of the branch's journal today, newest first.
    pub entries: Vec<EntryLine>,
    /// The booths.
    pub booths: Vec<BoothView>,
    /// Facts that the portal's hub has not taken yet, as far as is known.
    pub unsent: u64,
    /// No day of the answer can be counted for what is filed today: a warning, intake goes on.
    pub answer_day_unknown: bool,
}

impl Desk {
    /// What Today shows.
    pub fn today(&self) -> Result<Today, Failed> {
        let date = self.surroundings.clock.now().date();
        let store = self.store();
        let reader = store.reader()?;
        let open = reader
            .last_day(&self.home.node)?
            .filter(|day| day.date == date && day.closed_at.is_none());
        let sessions = reader.sessions_of_day(date)?;
        let mut entries: Vec<EntryLine> = reader
            .entries_of_day(date)?
            .iter()
            .map(|entry| line(entry, &sessions))
            .collect();
        entries.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| b.number.cmp(&a.number)));
        let mut booths = Vec::new();
        for node in reader
            .nodes_of_role(NodeRoleV1::Booth)?
            .into_iter()
            .filter(|node| !node.retired)
        {
            let session = reader.session_occupying(&node.node)?;
            let holder = match &session {
                Some(session) => reader.node_by_id(&session.desk)?.map(|desk| desk.label),
                None => None,
            };
            booths.push(BoothView {
                label: node.label,
                state: session
                    .as_ref()
                    .map_or("free", |session| session.state.word())
                    .to_owned(),
                called: session
                    .as_ref()
                    .and_then(|session| Some(session.called.as_ref()?.why.clone())),
                withdrawal_lost: session
                    .as_ref()
                    .is_some_and(|session| session.lost_withdrawal().is_some()),
                word_refused: session
                    .as_ref()
                    .and_then(|session| session.words.last()?.answer.as_ref()?.refused.clone()),
                words_waiting: session.as_ref().map_or(0, |session| session.words_waiting().count()),
                session: session.map(|session| session.subject.rest().to_owned()),
                holder,
            });
        }
        Ok(Today {
            day: open.map(|day| day.date),
            worker: self.worker.name.clone(),
            entries,
            booths,
            unsent: reader.unsent(&reader.peer_have("hub")?, Scope::Branch)?,
            answer_day_unknown: !self.shelf.law(&reader)?.promises(date),
        })
    }
}

fn line(entry: &EntryRow, sessions: &[SessionRow]) -> EntryLine {
    let newest = sessions
        .iter()
        .filter(|session| session.entry == entry.number)
        .max_by_key(|session| session.asked_tick);
    let state = match (&entry.annulled, newest) {
        (Some(_), _) => "annulled",
        (None, Some(session)) => session.state.word(),
        (None, None) => "registered",
    };
    EntryLine {
        number: entry.number.clone(),
        time: entry.at.time().format("%H:%M").to_string(),
        name: super::sheets::surname_initials(&entry.person),
        language: entry.language,
        state: state.to_owned(),
        needs_help: entry.needs_help,
    }
}
