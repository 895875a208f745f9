//! Asking a booth to take a person, and taking the request back.

use chrono::NaiveDate;

use crate::fact::{Draft, NodeId};
use crate::facts::{BoothAsked, NodeRoleV1, SessionEnded, SessionOutcomeV1};
use crate::fold::{EntryRow, NodeRow, SessionRow};
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

/// Takes an unanswered request back.
pub fn withdraw(session: &SessionRow, reason: &str) -> Result<Vec<Draft>, Refusal> {
    if session.state != SessionState::Asked {
        return Err(Refusal::new("session-state").with("state", session.state.word()));
    }
    let ended = SessionEnded {
        outcome: SessionOutcomeV1::Withdrawn,
        appeal: None,
        reason: Some(super::journal::given(reason)?),
    };
    Ok(vec![Draft::new(session.subject.clone(), &ended)])
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
