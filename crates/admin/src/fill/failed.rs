//! Why there is no trial branch.

use std::io;

use chrono::NaiveDate;
use qabyldau_domain::refusal::Refusal;
use qabyldau_store::keys::slots::SlotsError;
use qabyldau_store::{ActFailed, StoreError};

use crate::open::trouble;
use crate::say::{self, Finding};

/// What stood in the way.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// Something lies in the folder.
    #[error("the folder is not empty")]
    NotEmpty,
    /// A node that is no demonstration lies there.
    #[error("the folder holds a real node")]
    Real,
    /// No calendar for so many days.
    #[error("outside the calendar")]
    Calendar(NaiveDate),
    /// A rule refused what was invented.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// One node did not take the other's facts, or their rows differ.
    #[error("not taken: {0}")]
    NotTaken(String),
    /// A file beside the databases.
    #[error("file")]
    File(#[from] io::Error),
    /// A database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A slot file.
    #[error(transparent)]
    Slots(#[from] SlotsError),
}

impl From<ActFailed<Failed>> for Failed {
    fn from(failed: ActFailed<Failed>) -> Self {
        match failed {
            ActFailed::Refused(failed) => failed,
            ActFailed::NotWritten(error) => Self::Store(error),
        }
    }
}

impl Failed {
    /// As a finding.
    pub fn finding(&self) -> Finding {
        match self {
            Self::NotEmpty => Finding::wrong(&say::TRIAL_NOT_EMPTY),
            Self::Real => Finding::wrong(&say::TRIAL_REAL),
            Self::Calendar(day) => Finding::wrong(&say::TRIAL_CALENDAR).with("day", day.to_string()),
            Self::Refused(refusal) => Finding::wrong(&say::TRIAL_REFUSED).with("why", refusal.code.as_ref()),
            Self::NotTaken(why) => Finding::wrong(&say::TRIAL_NOT_TAKEN).with("why", why.as_str()),
            Self::File(error) => Finding::wrong(&say::FILE_FAILED).with("why", error.kind().to_string()),
            Self::Store(error) => trouble::store(error),
            Self::Slots(error) => trouble::slots(error),
        }
    }
}
