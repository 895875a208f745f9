//! What stands on the display turned to the applicant. The desk's window says it; it is kept in memory only.

use qabyldau_domain::language::Language;
use serde::{Deserialize, Serialize};

use super::plain::Names;

/// Where the visit stands, for the person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ApplicantStage {
    /// Look whether the data are right.
    Data,
    /// The rules and the consent.
    Rules,
    /// Where to go.
    Booth,
}

/// What stands there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct ApplicantView {
    /// The person's language.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// The names, as they were typed so far.
    pub names: Names,
    /// The kind of document.
    pub document_kind: Option<String>,
    /// Its number.
    pub document_number: Option<String>,
    /// Where the visit stands.
    #[cfg_attr(feature = "contract", ts(type = "\"data\" | \"rules\" | \"booth\""))]
    pub stage: ApplicantStage,
    /// The booth to go to.
    pub booth: Option<String>,
}
