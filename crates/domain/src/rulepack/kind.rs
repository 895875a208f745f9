//! The kinds of appeal that the law tells apart.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A kind of appeal; in JSON snake_case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppealKind {
    /// Өтініш (арыз) / заявление: the ordinary appeal.
    Application,
    /// Шағым / жалоба.
    Complaint,
    /// Хабарлама / сообщение.
    Message,
    /// Ұсыныс / предложение.
    Proposal,
    /// Үн қосу / отклик.
    Response,
    /// Сұрау салу / запрос.
    Request,
}

/// The text names no kind of appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a kind of appeal")]
pub struct UnknownAppealKind;

impl AppealKind {
    /// All kinds.
    pub const ALL: [AppealKind; 6] = [
        AppealKind::Application,
        AppealKind::Complaint,
        AppealKind::Message,
        AppealKind::Proposal,
        AppealKind::Response,
        AppealKind::Request,
    ];

    /// The stable code, as in JSON and in the keys of the words.
    pub const fn code(self) -> &'static str {
        match self {
            AppealKind::Application => "application",
            AppealKind::Complaint => "complaint",
            AppealKind::Message => "message",
            AppealKind::Proposal => "proposal",
            AppealKind::Response => "response",
            AppealKind::Request => "request",
        }
    }
}

impl fmt::Display for AppealKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for AppealKind {
    type Err = UnknownAppealKind;

    fn from_str(text: &str) -> Result<Self, UnknownAppealKind> {
        AppealKind::ALL
            .into_iter()
            .find(|kind| kind.code() == text)
            .ok_or(UnknownAppealKind)
    }
}
