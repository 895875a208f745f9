//! A print job is a fact with states; a second print is marked and asks for a reason.

use serde::{Deserialize, Serialize};

use super::bodies;

/// Something is to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintQueued {
    /// `receipt`, `roster`, …
    pub sheet: String,
    /// The subject it is about.
    pub about: String,
    /// 0 for the first print, n for «ДУБЛИКАТ / КӨШІРМЕ n».
    pub duplicate: u32,
    /// Why again.
    pub reason: Option<String>,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintStateV1 {
    /// Given to the printer.
    Sent,
    /// The printer (or a person) says it came out.
    Confirmed,
    /// Nobody knows; a person is asked.
    Uncertain,
    /// It did not come out.
    Failed,
}

/// A job moved on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintMoved {
    /// Where to.
    pub state: PrintStateV1,
}

bodies!(PrintQueued = 1, PrintMoved = 1);
