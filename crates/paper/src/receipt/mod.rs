//! The booth's receipt (seed 001 p.14: barcode; date, secret code and expected date stand on it too, so that nobody needs a pencil).
//!
//! **No name, no IIN, no postal or e-mail address**: the type has no place for them. A receipt is found by its number, and whoever
//! finds a lost one learns nothing about a person. It is always a picture on thermal paper; the PDF is drawn from the same list.

mod lay_out;

use qabyldau_domain::language::Language;
use qabyldau_domain::number::RegistrationNumber;
use qabyldau_domain::rulepack::AppealKind;
use qabyldau_domain::secret_code::SecretCode;

use crate::PaperError;
use crate::display_list::Sheet;

/// The portal where an answer is seen by the secret code, as receipts name it.
pub const ANSWER_PLACE: &str = "e-otinish";

/// The roll in the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roll {
    /// 58 mm of paper, 384 dots.
    Mm58,
    /// 80 mm of paper, 576 dots.
    Mm80,
}

impl Roll {
    /// Printable width in dots.
    #[must_use]
    pub fn dots(self) -> i32 {
        match self {
            Self::Mm58 => 384,
            Self::Mm80 => 576,
        }
    }
}

/// When an answer is to be expected, frozen with the rule pack it was promised under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The day, ready to print: `15.12.2026`.
    pub day: String,
    /// Document and paragraph the term stands on, in the receipt's language.
    pub source: String,
}

/// What a receipt says. All texts are ready to print, in the applicant's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The applicant's language.
    pub language: Language,
    /// Name of the branch.
    pub branch: String,
    /// Address of the branch.
    pub address: String,
    /// Day of the recording: `22.11.2026`.
    pub day: String,
    /// Time of the recording: `14:07`.
    pub time: String,
    /// Registration number: the barcode, and its 14 digits in groups under it.
    pub registration: RegistrationNumber,
    /// Kind of appeal.
    pub kind: AppealKind,
    /// Body or official it is addressed to.
    pub addressee: String,
    /// When an answer is to be expected; absent where no day can be counted: no term in days, or a calendar that ends before.
    pub expected: Option<Expected>,
    /// The secret code; absent on a copy printed at the desk, which does not know it.
    pub secret_code: Option<SecretCode>,
    /// Name of the portal where the answer is seen.
    pub answer_place: String,
    /// Which copy this is: 0 for the first print, n for «ДУБЛИКАТ / КӨШІРМЕ n».
    pub duplicate: u32,
}

impl Receipt {
    /// Lays the receipt out for a roll: one page as long as it needs.
    ///
    /// # Errors
    /// [`PaperError::Words`] if a word is missing, [`PaperError::Font`] if a shipped font is damaged.
    pub fn lay_out(&self, roll: Roll) -> Result<Sheet, PaperError> {
        lay_out::lay_out(self, roll)
    }
}
