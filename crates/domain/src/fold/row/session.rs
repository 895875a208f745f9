//! The row of a session, with what crossed and what was told.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::fact::{By, Instant, NodeId};
use crate::facts::{NOT_ME, SessionOutcomeV1, StaffWordV1};
use crate::language::Language;
use crate::state::SessionState;
use crate::subject::Subject;

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// The subject.
    pub subject: Subject,
    /// The desk that asked.
    pub desk: NodeId,
    /// The booth asked.
    pub booth: NodeId,
    /// The journal line.
    pub entry: String,
    /// The day.
    pub day: NaiveDate,
    /// The language.
    pub language: Language,
    /// Where it stands.
    pub state: SessionState,
    /// When asked.
    pub asked_at: Instant,
    /// The tick of the asking fact: an order carries it.
    pub asked_tick: u64,
    /// When the booth accepted.
    pub accepted_at: Option<Instant>,
    /// The refusal's code.
    pub refused: Option<String>,
    /// Who held the booth then.
    pub held_by: Option<String>,
    /// Milliseconds recorded.
    pub recorded_ms: u32,
    /// How often a recording was wiped to begin anew.
    pub discarded: u32,
    /// The outcome.
    pub outcome: Option<SessionOutcomeV1>,
    /// The desk's withdrawal. It stands while the booth has not answered; an answer of the booth beats it, whatever the ticks.
    pub withdrawn: Option<WithdrawalView>,
    /// Why it ended, if it was said.
    pub reason: Option<String>,
    /// The appeal filed.
    pub appeal: Option<String>,
    /// The appeal continued.
    pub continues: Option<String>,
    /// When nothing of it stood on the booth's screen any more, after an appeal was filed.
    pub freed_at: Option<Instant>,
    /// Why the booth calls staff, and since when, until they came.
    pub called: Option<CallView>,
    /// What staff told the booth, in the order of ticks.
    pub words: Vec<WordView>,
    /// The mark the person gave, 1–5.
    pub rating: Option<u8>,
}

impl SessionRow {
    /// Does it hold its booth? A person is in it, or what it leaves on the screen is.
    pub fn occupies(&self) -> bool {
        self.state.occupies() || (self.state == SessionState::Filed && self.freed_at.is_none())
    }

    /// Over without an appeal, and the person has not been served: another one sat down, or the booth failed.
    pub fn comes_back(&self) -> bool {
        let not_served = self.outcome == Some(SessionOutcomeV1::Fault) || self.reason.as_deref() == Some(NOT_ME);
        self.state == SessionState::Ended && self.appeal.is_none() && not_served
    }

    /// The withdrawal that lost against the booth's answer: kept and shown.
    pub fn lost_withdrawal(&self) -> Option<&WithdrawalView> {
        self.withdrawn
            .as_ref()
            .filter(|_| self.state != SessionState::Withdrawn)
    }

    /// The words given and not answered, oldest first.
    pub fn words_waiting(&self) -> impl Iterator<Item = (&WordView, &WordGivenView)> {
        self.words
            .iter()
            .filter(|word| word.answer.is_none())
            .filter_map(|word| Some((word, word.given.as_ref()?)))
    }
}

/// A desk took its request back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawalView {
    /// Who.
    pub by: By,
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: Option<String>,
}

/// A word told to the booth, with what is here of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordView {
    /// The desk that gave it.
    pub desk: NodeId,
    /// The tick of the fact that gave it: with the desk, its name.
    pub told_tick: u64,
    /// The word; none while only the booth's answer is here.
    pub given: Option<WordGivenView>,
    /// The booth's answer; none while it has not taken the word.
    pub answer: Option<WordAnswerView>,
}

/// A word as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordGivenView {
    /// Who.
    pub by: By,
    /// When.
    pub at: Instant,
    /// What.
    pub word: StaffWordV1,
}

/// The booth's answer to a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordAnswerView {
    /// When.
    pub at: Instant,
    /// Why it was not taken: a stable word. None: taken.
    pub refused: Option<String>,
}

/// A booth calls staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallView {
    /// The stable word of the reason.
    pub why: String,
    /// Since when.
    pub since: Instant,
}
