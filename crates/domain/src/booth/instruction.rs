//! What the table orders the booth to do. The camera is not ordered but derived from the state: see [`super::Camera`].

use std::fmt;

use super::session::Own;
use super::state::{Fault, Held};
use crate::fact::StaffId;
use crate::facts::{SessionOutcomeV1, SessionStageV1};
use crate::language::Language;
use crate::rulepack::AppealKind;

/// Something to be done now, in the order given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instruction {
    /// Write `SessionMoved`.
    Note {
        /// Where to.
        stage: SessionStageV1,
        /// Recorded so far.
        recorded_ms: u32,
        /// The language in which the rules were read, if they were.
        rules: Option<Language>,
        /// Who did it.
        by: Author,
    },
    /// Register the appeal: the press was made.
    File(Filing),
    /// Write `SessionEnded`: nothing was filed, or nothing after the appeal named.
    End {
        /// How.
        outcome: SessionOutcomeV1,
        /// An appeal filed before in this session.
        appeal: Option<String>,
        /// Why.
        reason: Option<String>,
        /// Who ends it.
        by: Author,
    },
    /// Delete the recording that is not filed.
    Wipe,
    /// Tell the desk, with a sound there: write `StaffCalled`.
    Call(Call),
    /// Staff came: the call is over.
    Answered,
    /// The person judged the service, 1–5.
    Rated(u8),
    /// Forget everything of this person.
    Clean,
}

/// Who is behind a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Author {
    /// The person in the booth.
    Applicant,
    /// The booth by itself.
    Booth,
    /// A member of staff.
    Staff(StaffId),
}

/// Why the desk is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Call {
    /// The person asks for help.
    Help,
    /// The session is held.
    Held(Held),
    /// It has been held for ten minutes.
    HeldLong,
    /// The secret code stands on the screen and nobody takes it.
    CodeLeft,
    /// The receipt did not come out.
    NoReceipt,
    /// Something failed after filing.
    Fault(Fault),
}

impl Call {
    /// The stable word in the fact.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::Held(Held::NoPerson) => "nobody",
            Self::Held(Held::WrongPerson) => "wrong-person",
            Self::Held(Held::Interrupted) => "interrupted",
            Self::Held(Held::Fault(fault)) | Self::Fault(fault) => fault.word(),
            Self::HeldLong => "held-long",
            Self::CodeLeft => "code-left",
            Self::NoReceipt => "no-receipt",
        }
    }
}

/// Everything an appeal needs, as the person answered it.
#[derive(Clone, PartialEq, Eq)]
pub struct Filing {
    /// Own data.
    pub own: Own,
    /// The kind.
    pub kind: AppealKind,
    /// The addressee's id.
    pub addressee: String,
    /// Against whom, if written.
    pub against: Option<String>,
    /// The language.
    pub language: Language,
    /// What was recorded.
    pub recorded_ms: u32,
    /// The appeal this one is joined to.
    pub continues: Option<String>,
    /// A continuation follows in the same session.
    pub more: bool,
}

impl fmt::Debug for Filing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Filing")
            .field("kind", &self.kind)
            .field("recorded_ms", &self.recorded_ms)
            .finish_non_exhaustive()
    }
}
