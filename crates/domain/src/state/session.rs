//! Going to a booth, as staff see it.

use serde::{Deserialize, Serialize};

use crate::facts::{SessionOutcomeV1, SessionStageV1};

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// A desk asked; the booth has not answered.
    Asked,
    /// The desk took the request back; the booth has not answered.
    Withdrawn,
    /// The booth refused.
    Refused,
    /// The person is in the booth and prepares.
    Preparing,
    /// Recording.
    Recording,
    /// Paused: nothing is sent.
    Paused,
    /// No person is there; held.
    Held,
    /// The booth went down in the middle; held until staff say that the person is back.
    Interrupted,
    /// Over, an appeal was filed.
    Filed,
    /// Over without an appeal.
    Ended,
}

/// What may happen to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionEvent {
    /// `BoothAccepted`.
    Accepted,
    /// `BoothRefused`.
    Refused,
    /// `SessionMoved`.
    Moved(SessionStageV1),
    /// `SessionEnded`.
    Ended(SessionOutcomeV1),
}

impl SessionState {
    /// The word in the projection.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Withdrawn => "withdrawn",
            Self::Refused => "refused",
            Self::Preparing => "preparing",
            Self::Recording => "recording",
            Self::Paused => "paused",
            Self::Held => "held",
            Self::Interrupted => "interrupted",
            Self::Filed => "filed",
            Self::Ended => "ended",
        }
    }

    /// Does a person (or a held session) occupy the booth?
    pub const fn occupies(self) -> bool {
        matches!(
            self,
            Self::Preparing | Self::Recording | Self::Paused | Self::Held | Self::Interrupted
        )
    }

    /// The state after the event, or none if that cannot happen here.
    ///
    /// A withdrawal that crosses the booth's answer: the booth is the lock, so its answer beats the withdrawal whatever the
    /// ticks. A withdrawal before it is overruled by it, one after it changes nothing; the fold keeps and shows the loser.
    pub const fn next(self, event: SessionEvent) -> Option<Self> {
        use SessionEvent as E;
        use SessionOutcomeV1 as O;
        use SessionStageV1 as G;
        match (self, event) {
            (Self::Asked | Self::Withdrawn, E::Accepted) => Some(Self::Preparing),
            (Self::Asked | Self::Withdrawn, E::Refused) => Some(Self::Refused),
            (Self::Asked, E::Ended(O::Withdrawn)) => Some(Self::Withdrawn),
            (Self::Withdrawn, E::Ended(O::Withdrawn)) => None,
            (answered, E::Ended(O::Withdrawn)) => Some(answered),
            (Self::Preparing | Self::Paused, E::Moved(G::Recording)) => Some(Self::Recording),
            (Self::Recording, E::Moved(G::Paused)) => Some(Self::Paused),
            (Self::Paused, E::Moved(G::Discarded)) => Some(Self::Preparing),
            (s, E::Moved(G::Held)) if s.occupies() => Some(Self::Held),
            (Self::Interrupted, E::Moved(G::Interrupted)) => None,
            (s, E::Moved(G::Interrupted)) if s.occupies() => Some(Self::Interrupted),
            (Self::Held | Self::Interrupted, E::Moved(G::Preparing)) => Some(Self::Preparing),
            (Self::Held | Self::Interrupted, E::Moved(G::Paused)) => Some(Self::Paused),
            (Self::Paused, E::Ended(O::Filed)) => Some(Self::Filed),
            (s, E::Ended(O::Left | O::Fault)) if s.occupies() => Some(Self::Ended),
            _ => None,
        }
    }
}
