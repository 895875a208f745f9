//! Identity documents: their kinds, the form of their numbers, and what is odd about one that is shown.
//!
//! Forms of numbers are lenient where the law does not establish them: this module warns and never refuses, because
//! intake is never refused (Order № 213/НҚ, p. 16). Invariant: the code of a kind never changes, it stands in facts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What may be shown (Law № 73-V of 29 January 2013 «On identity documents»); in JSON snake_case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Жеке куәлік / удостоверение личности.
    IdCard,
    /// Паспорт / паспорт гражданина.
    Passport,
    /// Тұруға ықтиярхат / вид на жительство иностранца.
    ResidencePermit,
    /// Азаматтығы жоқ адамның куәлігі / удостоверение лица без гражданства.
    StatelessCertificate,
    /// Босқын куәлігі / удостоверение беженца.
    RefugeeCertificate,
    /// Шетел паспорты / паспорт иностранного гражданина.
    ForeignPassport,
    /// Дипломатиялық паспорт / дипломатический паспорт.
    DiplomaticPassport,
    /// Қызметтік паспорт / служебный паспорт.
    ServicePassport,
    /// Теңізшінің жеке куәлігі / удостоверение личности моряка.
    SeafarersBook,
    /// Қайтып оралуға арналған куәлік / свидетельство на возвращение.
    ReturnCertificate,
    /// Туу туралы куәлік / свидетельство о рождении, of a minor with a representative.
    BirthCertificate,
    /// Цифрлық құжат / цифровой документ, equal for identification in branches (Order № 52, p. 14, 19).
    Digital,
    /// Any other, a travel document among them.
    Other,
}

/// What staff should look at in a document; nothing here stops an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentWarning {
    /// The number has another form than numbers of this kind.
    NumberForm,
    /// It has expired; a supervisor's note is asked for.
    Expired {
        /// The first day it is no longer valid.
        since: NaiveDate,
    },
    /// It was issued after the day it is shown.
    IssuedLater,
    /// It expires before it was issued.
    ExpiresBeforeIssue,
    /// A document of this kind carries an IIN (since 1 January 2013), but none is given.
    IinMissing,
}

/// The text names no kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a kind of identity document")]
pub struct UnknownDocumentKind;

/// A document as it is shown at the desk.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// Its kind.
    pub kind: DocumentKind,
    /// Its number as printed.
    pub number: &'a str,
    /// The day of issue, if known.
    pub issued: Option<NaiveDate>,
    /// The day of expiry, if it has one.
    pub expires: Option<NaiveDate>,
    /// Whether an IIN is given.
    pub has_iin: bool,
}

impl DocumentKind {
    /// All kinds, the most frequent first.
    pub const ALL: [DocumentKind; 13] = [
        DocumentKind::IdCard,
        DocumentKind::Passport,
        DocumentKind::Digital,
        DocumentKind::ResidencePermit,
        DocumentKind::StatelessCertificate,
        DocumentKind::RefugeeCertificate,
        DocumentKind::ForeignPassport,
        DocumentKind::DiplomaticPassport,
        DocumentKind::ServicePassport,
        DocumentKind::SeafarersBook,
        DocumentKind::ReturnCertificate,
        DocumentKind::BirthCertificate,
        DocumentKind::Other,
    ];

    /// The stable code, as in JSON and in the keys of the words.
    pub const fn code(self) -> &'static str {
        match self {
            DocumentKind::IdCard => "id_card",
            DocumentKind::Passport => "passport",
            DocumentKind::ResidencePermit => "residence_permit",
            DocumentKind::StatelessCertificate => "stateless_certificate",
            DocumentKind::RefugeeCertificate => "refugee_certificate",
            DocumentKind::ForeignPassport => "foreign_passport",
            DocumentKind::DiplomaticPassport => "diplomatic_passport",
            DocumentKind::ServicePassport => "service_passport",
            DocumentKind::SeafarersBook => "seafarers_book",
            DocumentKind::ReturnCertificate => "return_certificate",
            DocumentKind::BirthCertificate => "birth_certificate",
            DocumentKind::Digital => "digital",
            DocumentKind::Other => "other",
        }
    }

    /// Whether a document of this kind carries an IIN. A foreigner may have none, and birth certificates are excepted.
    pub const fn carries_iin(self) -> bool {
        matches!(
            self,
            DocumentKind::IdCard
                | DocumentKind::Passport
                | DocumentKind::ResidencePermit
                | DocumentKind::StatelessCertificate
                | DocumentKind::DiplomaticPassport
                | DocumentKind::ServicePassport
        )
    }

    /// Whether a number has the form of this kind; always true where no form is established.
    pub fn number_fits(self, number: &str) -> bool {
        let parts = |letters: usize, digits: usize| {
            number.len() == letters + digits
                && number.bytes().take(letters).all(|byte| byte.is_ascii_uppercase())
                && number.bytes().skip(letters).all(|byte| byte.is_ascii_digit())
        };
        match self {
            DocumentKind::IdCard => parts(0, 9),
            DocumentKind::Passport => number.starts_with('N') && parts(1, 8),
            DocumentKind::RefugeeCertificate => number.chars().count() == 10 && two_letters_eight_digits(number),
            _ => true,
        }
    }
}

/// The older form of refugee certificates; the letters may be Cyrillic.
fn two_letters_eight_digits(number: &str) -> bool {
    number.chars().enumerate().all(|(place, sign)| {
        if place < 2 {
            sign.is_alphabetic()
        } else {
            sign.is_ascii_digit()
        }
    })
}

impl Shown<'_> {
    /// What is odd about the document if it is shown on `day`. It is valid through its day of expiry.
    pub fn warnings(&self, day: NaiveDate) -> Vec<DocumentWarning> {
        let expired = self
            .expires
            .filter(|expires| *expires < day)
            .and_then(|expires| expires.succ_opt());
        let before_issue = self
            .issued
            .zip(self.expires)
            .is_some_and(|(issued, expires)| expires < issued);
        [
            (!self.kind.number_fits(self.number)).then_some(DocumentWarning::NumberForm),
            expired.map(|since| DocumentWarning::Expired { since }),
            self.issued
                .is_some_and(|issued| issued > day)
                .then_some(DocumentWarning::IssuedLater),
            before_issue.then_some(DocumentWarning::ExpiresBeforeIssue),
            (self.kind.carries_iin() && !self.has_iin).then_some(DocumentWarning::IinMissing),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl DocumentWarning {
    /// The stable code, for words.
    pub const fn code(self) -> &'static str {
        match self {
            DocumentWarning::NumberForm => "number_form",
            DocumentWarning::Expired { .. } => "expired",
            DocumentWarning::IssuedLater => "issued_later",
            DocumentWarning::ExpiresBeforeIssue => "expires_before_issue",
            DocumentWarning::IinMissing => "iin_missing",
        }
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for DocumentKind {
    type Err = UnknownDocumentKind;

    fn from_str(text: &str) -> Result<Self, UnknownDocumentKind> {
        DocumentKind::ALL
            .into_iter()
            .find(|kind| kind.code() == text)
            .ok_or(UnknownDocumentKind)
    }
}

#[cfg(test)]
mod tests;
