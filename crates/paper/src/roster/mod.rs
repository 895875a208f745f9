//! The day's roster of online receptions, staff copy, A4: it names people and hangs where only staff see it.
//!
//! One row per reception with its barcode; head and foot on every page, `n / m`. Rows stand in the order given.

mod lay_out;
mod row;

use qabyldau_domain::language::Language;
use qabyldau_domain::number::ReceptionRef;

use crate::PaperError;
use crate::display_list::Sheet;

/// What changed since the roster of the day before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Not in the earlier version.
    New,
    /// Time, room or body differ.
    Changed,
    /// Put off to another day.
    Moved,
    /// Does not take place.
    Cancelled,
}

/// One reception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Appointed time: `14:15`.
    pub time: String,
    /// Room, as it is called in the branch.
    pub room: String,
    /// Surname and initials.
    pub name: String,
    /// State body.
    pub body: String,
    /// Official who receives; may be empty.
    pub official: String,
    /// Language the applicant asked for.
    pub language: Language,
    /// What changed since yesterday.
    pub change: Option<Change>,
    /// The reception, whose 16 digits are the barcode of the row.
    pub reception: ReceptionRef,
}

/// A day's roster. All texts are ready to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// Language of the sheet.
    pub language: Language,
    /// Name of the branch.
    pub branch: String,
    /// The day, in the long form of the language.
    pub day: String,
    /// Version of the roster as it came: number and time. Empty where no version was published: the sheet says so.
    pub version: String,
    /// Who printed it: surname, initials, post.
    pub staff: String,
    /// When it was printed: day and time.
    pub printed_at: String,
    /// The receptions.
    pub rows: Vec<Row>,
}

impl Roster {
    /// Lays the roster out on A4 pages, at least one.
    ///
    /// # Errors
    /// [`PaperError::Words`] if a word is missing, [`PaperError::Font`] if a shipped font is damaged.
    pub fn lay_out(&self) -> Result<Sheet, PaperError> {
        lay_out::lay_out(self)
    }
}
