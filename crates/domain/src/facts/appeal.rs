//! The filed appeal, its parcel and its answer (Order 213/НҚ p. 13–22).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::bodies;
use crate::fact::Digest;
use crate::language::Language;

/// A day that the count of working days stepped over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedDayV1 {
    /// The day.
    pub day: NaiveDate,
    /// Why it is no working day.
    pub why: String,
}

/// The printed promise, frozen with its pack and the path of the count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseV1 {
    /// The day of registration the count starts from (day 1 is the day after).
    pub registered: NaiveDate,
    /// The expected day of the answer.
    pub due: NaiveDate,
    /// Working days counted.
    pub term: u16,
    /// Document and paragraph of the term.
    pub source: String,
    /// The rule pack in force.
    pub pack: String,
    /// The days stepped over.
    pub skipped: Vec<SkippedDayV1>,
}

/// A sealed recording that goes to the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelV1 {
    /// SHA-256 of the sealed bytes; names the parcel.
    pub sha256: Digest,
    /// Sealed size in bytes.
    pub bytes: u64,
    /// Duration of the recording in milliseconds.
    pub duration_ms: u32,
    /// `sealed-whole`, or `sealed-fragments` after a crash.
    pub form: String,
    /// Where the picture came from: a camera, or a source named as synthetic.
    pub source: String,
}

/// An appeal was filed: the press of «Жазуды аяқтау және жіберу» is the fact of sending (Order № 50 p. 27).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealFiled {
    /// Registration number, as in the subject.
    pub number: String,
    /// The journal line.
    pub entry: String,
    /// The session.
    pub session: String,
    /// `application` or `complaint`.
    pub kind: String,
    /// Id of the addressee in the addressees document.
    pub addressee: String,
    /// SHA-256 of the addressees document used.
    pub addressees: Digest,
    /// Against whom, in a complaint, if written.
    pub against: Option<String>,
    /// Postal address given in the booth.
    pub postal_address: Option<String>,
    /// E-mail address; `None` is the answer «I have none».
    pub email: Option<String>,
    /// The applicant's language.
    pub language: Language,
    /// The day of filing.
    pub day: NaiveDate,
    /// The promise. None where no day can be counted (a pack without a term in days, a calendar that ends before): it is
    /// absent then, never invented, and the appeal is accepted all the same (Order 213/НҚ p. 16).
    pub promise: Option<PromiseV1>,
    /// Argon2id verifier of the secret code (PHC text). The code itself is kept nowhere.
    pub code_verifier: String,
    /// The recording.
    pub parcel: ParcelV1,
    /// The appeal this one is joined to, if it is a continuation.
    pub continues: Option<String>,
}

/// The answer to an appeal reached the branch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerArrived {
    /// SHA-256 of the answer.
    pub sha256: Digest,
    /// The day it was signed.
    pub signed: NaiveDate,
}

/// The answer was handed over at the desk (Rules № 52 p. 13, 19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerHandedOver {
    /// How the person was identified.
    pub identified_by: String,
}

/// The portal holds a parcel, durably, with the right content. Only now may others let it go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelStored {
    /// The parcel.
    pub sha256: Digest,
    /// Its size.
    pub bytes: u64,
}

/// The sender committed the portal's receipt and let its own copy go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelDelivered {
    /// The portal's signed receipt, hex.
    pub receipt: String,
}

bodies!(
    AppealFiled = 1,
    AnswerArrived = 1,
    AnswerHandedOver = 1,
    ParcelStored = 1,
    ParcelDelivered = 1
);

crate::quiet::quiet_debug!(AppealFiled);
