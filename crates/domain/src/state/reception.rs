//! An online reception at the branch.

use serde::{Deserialize, Serialize};

use crate::facts::{PunctualityV1, ReceptionStepV1};

/// Where a reception stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceptionState {
    /// Appointed, nobody came yet.
    Expected,
    /// Cancelled by the body.
    Cancelled,
    /// The person is there.
    Arrived(PunctualityV1),
    /// On the way to the room.
    Escorted,
    /// The talk runs.
    Started,
    /// The talk is over.
    Finished,
    /// Did not come.
    NoShow,
}

/// What may happen to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReceptionEvent {
    /// `ReceptionChanged` to another time.
    Moved,
    /// `ReceptionChanged` to none.
    Cancelled,
    /// `ReceptionArrived`.
    Arrived(PunctualityV1),
    /// `ReceptionStepped`.
    Stepped(ReceptionStepV1),
}

impl ReceptionState {
    /// The word in the projection.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Cancelled => "cancelled",
            Self::Arrived(_) => "arrived",
            Self::Escorted => "escorted",
            Self::Started => "started",
            Self::Finished => "finished",
            Self::NoShow => "no_show",
        }
    }

    /// The state after the event, or none if that cannot happen here. A person who comes after having been marked as not
    /// come is there all the same; a talk may begin without an escort, never without an arrival.
    pub const fn next(self, event: ReceptionEvent) -> Option<Self> {
        use ReceptionEvent as E;
        use ReceptionStepV1 as S;
        match (self, event) {
            (Self::Expected | Self::Cancelled | Self::NoShow, E::Moved) => Some(Self::Expected),
            (Self::Arrived(p), E::Moved) => Some(Self::Arrived(p)),
            (Self::Expected | Self::Arrived(_) | Self::NoShow, E::Cancelled) => Some(Self::Cancelled),
            (Self::Expected | Self::NoShow, E::Arrived(p)) => Some(Self::Arrived(p)),
            (Self::Arrived(_), E::Stepped(S::Escorted)) => Some(Self::Escorted),
            (Self::Arrived(_) | Self::Escorted, E::Stepped(S::Started)) => Some(Self::Started),
            (Self::Started, E::Stepped(S::Finished)) => Some(Self::Finished),
            (Self::Expected, E::Stepped(S::NoShow)) => Some(Self::NoShow),
            _ => None,
        }
    }
}
