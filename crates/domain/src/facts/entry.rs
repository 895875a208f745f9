//! The journal «Бейне өтініш берген азаматтарды тіркеу» (Order 213/НҚ p. 12): its lines, corrections and annulments.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::bodies;
use crate::fact::Instant;
use crate::language::Language;

/// A person as the document names them. Plain texts: what stands in a fact stands there for ever.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonV1 {
    /// Surname, if any.
    pub surname: Option<String>,
    /// First name, if any.
    pub given: Option<String>,
    /// Patronymic; `None` with `no_patronymic = false` means that nobody said.
    pub patronymic: Option<String>,
    /// It was stated that there is no patronymic.
    #[serde(default)]
    pub no_patronymic: bool,
    /// The Latin line of the zone, as printed.
    pub latin: Option<String>,
    /// IIN; a foreigner may have none.
    pub iin: Option<String>,
    /// Date of birth.
    pub born: Option<NaiveDate>,
}

/// The particulars of the identity document (Order 213/НҚ p. 12).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentV1 {
    /// The kind, a word of `domain::document`.
    pub kind: String,
    /// Country of issue, ISO 3166-1 alpha-3.
    pub country: String,
    /// Number as printed.
    pub number: String,
    /// Issuing body.
    pub issuer: Option<String>,
    /// Date of issue.
    pub issued: Option<NaiveDate>,
    /// Date of expiry.
    pub expires: Option<NaiveDate>,
}

/// For whom the person speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "role", rename_all = "snake_case")]
pub enum CapacityV1 {
    /// For himself or herself.
    Oneself,
    /// Legal representative of a person.
    LegalRepresentative {
        /// The represented person.
        represented: PersonV1,
    },
    /// By power of attorney (Rules № 52 p. 14).
    PowerOfAttorney {
        /// The represented person.
        represented: PersonV1,
        /// Its number.
        number: Option<String>,
        /// Its date.
        dated: Option<NaiveDate>,
        /// The notary.
        notary: Option<String>,
        /// Valid until.
        until: Option<NaiveDate>,
    },
    /// For a legal entity.
    LegalEntity {
        /// Its name.
        name: String,
        /// Its BIN.
        bin: Option<String>,
    },
}

/// How the person was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadByV1 {
    /// The IIN barcode on the card's back.
    Barcode,
    /// The machine-readable zone.
    Mrz,
    /// Typed by hand.
    Typed,
    /// An electronic document of the digital-documents service.
    Digital,
}

/// The three recorded statements of the desk, with their moments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementsV1 {
    /// «Адамды құжатпен салыстырдым».
    pub compared: Instant,
    /// «Ережені түсіндірдім».
    pub explained: Instant,
    /// Consent to the processing of personal data (Rules № 52 p. 7).
    pub consented: Instant,
    /// The language of the explanation.
    pub language: Language,
    /// The rule pack that was explained.
    pub rules: String,
    /// SHA-256 of the texts document shown, if one was loaded.
    pub texts: Option<String>,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRegistered {
    /// The number, as in the subject.
    pub number: String,
    /// The open day of the desk.
    pub day: NaiveDate,
    /// Who came.
    pub person: PersonV1,
    /// The document shown.
    pub document: DocumentV1,
    /// For whom.
    pub capacity: CapacityV1,
    /// How read.
    pub read_by: ReadByV1,
    /// The applicant's language.
    pub language: Language,
    /// Help is needed.
    pub needs_help: bool,
    /// Ticket of the electronic queue.
    pub ticket: Option<String>,
    /// The statements made.
    pub statements: StatementsV1,
}

/// A correction: old and new stand side by side.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryCorrected {
    /// Field by name (`surname`, `given`, `patronymic`, `iin`, `document.number` …) → new value; `null` empties it.
    pub fields: BTreeMap<String, Option<String>>,
    /// The reason.
    pub reason: String,
}

/// An annulment. The line stays, struck through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryAnnulled {
    /// The reason.
    pub reason: String,
}

/// A note for the supervisor's list (expired document, IIN as printed, minor …).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteWritten {
    /// A stable word: `document-expired`, `iin-as-printed`, `other-document` …
    pub code: String,
    /// The words of the worker; digits of an IIN that does not check stand here.
    pub words: Option<String>,
}

/// The whole IIN of a line was shown on the screen (F8): who looked is a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IinShown {}

bodies!(
    EntryRegistered = 1,
    EntryCorrected = 1,
    EntryAnnulled = 1,
    NoteWritten = 1,
    IinShown = 1
);

crate::quiet::quiet_debug!(PersonV1, DocumentV1, EntryCorrected, NoteWritten);
