//! Going to a booth: asked by a desk, accepted or refused by the booth, moved along, ended.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::bodies;
use crate::fact::NodeId;
use crate::language::Language;

/// A desk asks a booth to take a person. The order itself (with the person's data) travels sealed, apart from the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoothAsked {
    /// The booth.
    pub booth: NodeId,
    /// The journal line.
    pub entry: String,
    /// The applicant's language.
    pub language: Language,
    /// The open day of the desk.
    pub day: NaiveDate,
    /// An appeal this one continues (three minutes were not enough), if any.
    pub continues: Option<String>,
}

/// The booth took the session. Its tick is greater than that of the `BoothAsked` it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoothAccepted {
    /// The desk that asked.
    pub desk: NodeId,
    /// The tick of the fact that caused the order.
    pub asked_tick: u64,
    /// The journal line.
    pub entry: String,
}

/// The booth did not take the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoothRefused {
    /// The desk that asked.
    pub desk: NodeId,
    /// The tick of the fact that caused the order.
    pub asked_tick: u64,
    /// A stable word: `held`, `too-late`, `day-before-own`, `no-space`, `out-of-service`.
    pub code: String,
    /// The label of the desk that holds it, if held.
    pub held_by: Option<String>,
    /// The session that holds it, if held.
    pub held_for: Option<String>,
}

/// Where a session stands, as staff see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionStageV1 {
    /// The person reads and fills in.
    Preparing,
    /// Recording runs.
    Recording,
    /// Recording is paused, nothing is sent.
    Paused,
    /// A recording was wiped to begin anew.
    Discarded,
    /// No person is there; held for ten minutes.
    Held,
    /// The booth went down in the middle; what exists is kept, and only staff go on from here.
    Interrupted,
}

/// A session moved on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionMoved {
    /// Where to.
    pub stage: SessionStageV1,
    /// Milliseconds recorded so far.
    pub recorded_ms: u32,
    /// The rules text that was shown and its language, when it was.
    pub rules: Option<String>,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionOutcomeV1 {
    /// An appeal was filed.
    Filed,
    /// The person left without filing.
    Left,
    /// A technical fault; nothing was filed.
    Fault,
    /// The desk took its request back, not knowing of an answer. If the booth answered, the answer stands.
    Withdrawn,
}

/// The reason of a session that ended because another person sat down in the booth.
pub const NOT_ME: &str = "not-me";

/// The session is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionEnded {
    /// How.
    pub outcome: SessionOutcomeV1,
    /// The appeal, if filed.
    pub appeal: Option<String>,
    /// The reason: that of a member of staff who ended it, or [`NOT_ME`].
    pub reason: Option<String>,
}

/// The booth calls staff, or the call was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffCalled {
    /// A stable word of `domain::booth::Call` (`help`, `nobody`, `camera` …); `None` when staff came.
    pub why: Option<String>,
}

/// Nothing of the person stands on the booth's screen any more. Written for a session that ended with an appeal: its secret code outlives the
/// session on the screen, and until here nobody else is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoothFreed {}

/// The person judged the service (Rules № 52 p. 18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRated {
    /// 1 (very bad) to 5 (excellent).
    pub mark: u8,
}

/// What staff decide about a session, by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "says", rename_all = "snake_case")]
pub enum StaffWordV1 {
    /// The call was answered: staff are there.
    Came,
    /// The person is back (or there): go on.
    PersonIsBack,
    /// An addressee is proposed into the running session; the person confirms.
    Propose {
        /// Id in the addressees document.
        addressee: String,
    },
    /// The session is ended.
    End {
        /// A technical fault, or the person left.
        fault: bool,
        /// The reason.
        reason: String,
    },
}

/// A member of staff decided something about a session, at any desk of the branch. The order that carries it is derived from this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordGiven {
    /// What.
    pub word: StaffWordV1,
}

/// The booth took a word and acts on it from here on, once. Its tick is greater than that of the `WordGiven` it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordTaken {
    /// The desk that gave the word.
    pub desk: NodeId,
    /// The tick of its `WordGiven`.
    pub told_tick: u64,
}

/// The booth did not take a word, and nothing came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordRefused {
    /// The desk that gave the word.
    pub desk: NodeId,
    /// The tick of its `WordGiven`.
    pub told_tick: u64,
    /// A stable word: `too-late`, `not-served`.
    pub code: String,
}

bodies!(
    BoothAsked = 1,
    BoothAccepted = 1,
    BoothRefused = 1,
    SessionMoved = 1,
    SessionEnded = 1,
    BoothFreed = 1,
    StaffCalled = 1,
    ServiceRated = 1,
    WordGiven = 1,
    WordTaken = 1,
    WordRefused = 1,
);
