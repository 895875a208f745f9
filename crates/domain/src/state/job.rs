//! A print job.

use serde::{Deserialize, Serialize};

use crate::facts::PrintStateV1;

/// Where a print job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// To be printed; derived work, also at start-up.
    Queued,
    /// Given to the printer.
    Sent,
    /// Came out.
    Confirmed,
    /// Nobody knows.
    Uncertain,
    /// Did not come out.
    Failed,
}

impl JobState {
    /// The word in the projection.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Confirmed => "confirmed",
            Self::Uncertain => "uncertain",
            Self::Failed => "failed",
        }
    }

    /// The state after a move, or none if that cannot happen here. What was sent can only turn out, never go back: a second
    /// print is a new job.
    pub const fn next(self, to: PrintStateV1) -> Option<Self> {
        use PrintStateV1 as P;
        match (self, to) {
            (Self::Queued, P::Sent) => Some(Self::Sent),
            (Self::Queued | Self::Sent | Self::Uncertain, P::Failed) => Some(Self::Failed),
            (Self::Sent | Self::Uncertain, P::Confirmed) => Some(Self::Confirmed),
            (Self::Sent, P::Uncertain) => Some(Self::Uncertain),
            _ => None,
        }
    }
}
