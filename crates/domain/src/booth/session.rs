//! One person's session: what came with the order, what was answered, what is recorded.

use std::fmt;

use super::state::{Page, Presence};
use super::{Filing, Letters};
use crate::facts::SessionStageV1;
use crate::language::Language;
use crate::rulepack::AppealKind;

/// What the desk's order brings with it, as far as the pages need it.
#[derive(Clone, PartialEq, Eq)]
pub struct Brought {
    /// The session's id.
    pub session: String,
    /// The applicant's language.
    pub language: Language,
    /// Help is needed: begins in large letters.
    pub needs_help: bool,
    /// Addressee proposed at the desk.
    pub proposed: Option<String>,
    /// Addresses of the last visit, to be confirmed.
    pub own: Own,
    /// The appeal this one continues.
    pub continues: Option<String>,
}

/// Postal address and e-mail (Order 213/НҚ p. 13).
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// Postal address.
    pub postal_address: Option<String>,
    /// E-mail; `None` once confirmed is the answer «I have none».
    pub email: Option<String>,
}

/// What the person has answered so far. In memory only.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// The rules were read, in this language.
    pub rules: Option<Language>,
    /// Own data, confirmed.
    pub own: Option<Own>,
    /// The kind.
    pub kind: Option<AppealKind>,
    /// The addressee's id.
    pub addressee: Option<String>,
    /// The question against whom was answered, with words or without (a complaint).
    pub against: Option<Option<String>>,
}

/// What exists of the recording.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recording {
    /// Milliseconds; never more than [`super::RECORD_LIMIT_MS`].
    pub ms: u32,
    /// It can be sent or wiped, not gone on with: kept over a crash, or its recorder failed.
    pub closed: bool,
}

/// A session in the booth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What came with the order.
    pub brought: Brought,
    /// The language of the screen now.
    pub language: Language,
    /// The size of the letters.
    pub letters: Letters,
    /// What was answered.
    pub answers: Answers,
    /// The page.
    pub page: Page,
    /// Is somebody there?
    pub presence: Presence,
    /// Staff were called and have not come.
    pub called: bool,
    /// What exists of the recording.
    pub recording: Recording,
    /// The stage as the facts have it.
    pub stage: SessionStageV1,
    /// The appeal filed last in this session.
    pub filed: Option<String>,
    /// The session is over in the ledger; what remains are the code, the rating and thanks.
    pub over: bool,
}

/// What of the person's stands while the session is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kept {
    /// A recording that is not sent.
    Recording,
    /// Answers.
    Data,
    /// Neither.
    Nothing,
}

impl Session {
    /// What of the person's stands.
    pub fn kept(&self) -> Kept {
        // The rest is asked after these two.
        let answered = self.answers.own.is_some() || self.answers.kind.is_some();
        match self.recording.ms {
            0 if answered => Kept::Data,
            0 => Kept::Nothing,
            _ => Kept::Recording,
        }
    }

    /// A continuation of the appeal just filed: it goes to the same addressee (Order 213/НҚ p. 14), who is not asked for again.
    pub(super) fn continued(&self) -> bool {
        self.filed.is_some() && self.answers.addressee.is_some()
    }

    /// A session that begins.
    pub(super) fn begun(brought: Brought, at: u64) -> Self {
        Self {
            language: brought.language,
            letters: if brought.needs_help {
                Letters::Large
            } else {
                Letters::Normal
            },
            answers: Answers::default(),
            page: Page::Welcome,
            presence: Presence::Here { touched: at },
            called: false,
            recording: Recording::default(),
            stage: SessionStageV1::Preparing,
            filed: None,
            over: false,
            brought,
        }
    }

    /// Everything that filing needs, or the page where the first answer is missing.
    pub(super) fn filing(&self, more: bool) -> Result<Filing, Page> {
        let answers = &self.answers;
        let own = answers.own.clone().ok_or(Page::OwnData)?;
        let kind = answers.kind.ok_or(Page::Kind)?;
        let addressee = answers.addressee.clone().ok_or(Page::Addressee)?;
        let against = match kind {
            AppealKind::Complaint => answers.against.clone().ok_or(Page::Against)?,
            _ => None,
        };
        Ok(Filing {
            own,
            kind,
            addressee,
            against,
            language: self.language,
            recorded_ms: self.recording.ms,
            continues: self.filed.clone().or_else(|| self.brought.continues.clone()),
            more,
        })
    }
}

// What a person said of himself or herself never stands in a log.

impl fmt::Debug for Brought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Brought")
            .field("session", &self.session)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Own {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Own(hidden)")
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answers")
            .field("rules", &self.rules)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}
