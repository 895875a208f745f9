//! Asking a booth to take a person, taking the request back, telling the booth something about its session.

use chrono::NaiveDate;

use crate::addressees::Addressees;
use crate::fact::{Draft, Instant, NodeId};
use crate::facts::{BoothAsked, NodeRoleV1, SessionEnded, SessionOutcomeV1, StaffWordV1, WordGiven};
use crate::fold::{EntryRow, NodeRow, SessionRow};
use crate::order::ORDER_VALID_MS;
use crate::refusal::Refusal;
use crate::state::SessionState;
use crate::subject::Subject;

/// What stands when a booth is asked.
#[derive(Debug)]
pub struct Asking<'a> {
    /// The journal line.
    pub entry: &'a EntryRow,
    /// The booth.
    pub booth: &'a NodeRow,
    /// The session that occupies the booth as far as this desk knows, with the label of the desk that asked for it.
    pub occupied: Option<(&'a SessionRow, String)>,
    /// The desk's own question that the booth has not answered yet.
    pub unanswered: Option<&'a SessionRow>,
    /// The appeal to be continued.
    pub continues: Option<String>,
}

/// Asks. What this desk knows already is refused at once by name; what it cannot know, the booth decides: the booth is the lock.
pub fn ask_booth(asking: &Asking<'_>, session: &str, day: NaiveDate) -> Result<Vec<Draft>, Refusal> {
    let booth = asking.booth;
    if booth.role != NodeRoleV1::Booth || booth.retired {
        return Err(Refusal::new("booth-unknown").with("booth", &booth.label));
    }
    if asking.entry.annulled.is_some() {
        return Err(Refusal::new("entry-annulled").with("number", &asking.entry.number));
    }
    if let Some((session, holder)) = &asking.occupied {
        return Err(held(booth, holder, session));
    }
    if let Some(own) = asking.unanswered {
        return Err(Refusal::new("booth-not-answered")
            .with("booth", &booth.label)
            .with("since", clock(own)));
    }
    let asked: NodeId = booth.node;
    let fact = BoothAsked {
        booth: asked,
        entry: asking.entry.number.clone(),
        language: asking.entry.language,
        day,
        continues: asking.continues.clone(),
    };
    Ok(vec![Draft::new(Subject::session(session), &fact)])
}

/// Takes this desk's own unanswered request back. If the booth accepted meanwhile, its acceptance stands.
pub fn withdraw(session: &SessionRow, desk: &NodeId, reason: &str) -> Result<Vec<Draft>, Refusal> {
    if session.state != SessionState::Asked {
        return Err(Refusal::new("session-state").with("state", session.state.word()));
    }
    if session.desk != *desk {
        return Err(Refusal::new("request-of-another-desk"));
    }
    let ended = SessionEnded {
        outcome: SessionOutcomeV1::Withdrawn,
        appeal: None,
        reason: Some(super::journal::given(reason)?),
    };
    Ok(vec![Draft::new(session.subject.clone(), &ended)])
}

/// Gives the booth a word about its session, at any desk of the branch. A session that is over in the ledger may still show its code on
/// the booth's screen: staff may come to it and end it until the booth says that it is free.
pub fn tell_booth(
    session: &SessionRow,
    word: &StaffWordV1,
    addressees: Option<&Addressees>,
    now: Instant,
) -> Result<Vec<Draft>, Refusal> {
    use SessionState as T;
    use StaffWordV1 as W;
    let heard = match (session.state, word) {
        (T::Filed, W::Came | W::End { .. }) => session.freed_at.is_none(),
        (state, _) => state.occupies(),
    };
    if !heard {
        return Err(Refusal::new("session-state").with("state", session.state.word()));
    }
    let word = match word {
        W::End { fault, reason } => W::End {
            fault: *fault,
            reason: super::journal::given(reason)?,
        },
        W::Propose { addressee } if addressees.and_then(|list| list.by_id(addressee)).is_none() => {
            return Err(Refusal::new("addressee-unknown"));
        }
        other => other.clone(),
    };
    let live = |at: Instant| at.utc_ms + ORDER_VALID_MS > now.utc_ms;
    let waiting = session
        .words_waiting()
        .find(|(_, given)| given.word == word && live(given.at));
    if let Some((_, given)) = waiting {
        return Err(Refusal::new("word-on-its-way").with("since", given.at.time().format("%H:%M")));
    }
    Ok(vec![Draft::new(session.subject.clone(), &WordGiven { word })])
}

fn held(booth: &NodeRow, holder: &str, session: &SessionRow) -> Refusal {
    Refusal::new("booth-held")
        .with("booth", &booth.label)
        .with("holder", holder)
        .with("since", clock(session))
}

fn clock(session: &SessionRow) -> String {
    session
        .accepted_at
        .unwrap_or(session.asked_at)
        .time()
        .format("%H:%M")
        .to_string()
}
