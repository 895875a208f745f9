//! What facts say: one struct per kind and version, for ever. A changed body is a new version beside the old one.
//!
//! Not here: what they add up to (`crate::fold`). Invariant: decoding never fails on unknown fields, never panics, and an
//! unknown kind or version is an answer, not an error: such a fact is kept, passed on, shown and folded after an upgrade.

mod appeal;
mod day;
mod directory;
mod entry;
mod print;
mod reception;
mod session;
mod staff;

#[cfg(test)]
pub(crate) mod tests;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use appeal::*;
pub use day::*;
pub use directory::*;
pub use entry::*;
pub use print::*;
pub use reception::*;
pub use session::*;
pub use staff::*;

/// The body of one kind and version of fact.
pub trait Body: Serialize + DeserializeOwned {
    /// The kind's name.
    const KIND: &'static str;
    /// The version, from 1.
    const VERSION: u16;
}

/// Why a fact cannot be read. It is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Unreadable {
    /// Nobody here knows this kind.
    #[error("unknown-kind")]
    UnknownKind,
    /// A later version of a known kind.
    #[error("unknown-version")]
    UnknownVersion,
    /// The body is not what its version promises.
    #[error("bad-body")]
    BadBody,
    /// The body was erased when its subject was closed.
    #[error("erased")]
    Erased,
}

macro_rules! kinds {
    ($($name:ident),+ $(,)?) => {
        /// A fact's body, decoded and lifted to the newest version of its kind.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Decoded {
            $(#[doc = concat!("`", stringify!($name), "`.")] $name($name),)+
        }

        /// Reads a body. Pure; upcasting of old versions happens here.
        pub fn decode(kind: &str, version: u16, body: Option<&str>) -> Result<Decoded, Unreadable> {
            match kind {
                $(<$name as Body>::KIND => {
                    if version != <$name as Body>::VERSION {
                        return Err(Unreadable::UnknownVersion);
                    }
                    let body = body.ok_or(Unreadable::Erased)?;
                    serde_json::from_str(body).map(Decoded::$name).map_err(|_| Unreadable::BadBody)
                })+
                _ => Err(Unreadable::UnknownKind),
            }
        }

        /// Every kind and version this program writes.
        pub const KINDS: &[(&str, u16)] = &[$((<$name as Body>::KIND, <$name as Body>::VERSION)),+];
    };
}

macro_rules! bodies {
    ($($name:ident = $version:literal),+ $(,)?) => {
        $(impl crate::facts::Body for $name {
            const KIND: &'static str = stringify!($name);
            const VERSION: u16 = $version;
        })+
    };
}
use bodies;

kinds!(
    EntryRegistered,
    EntryCorrected,
    EntryAnnulled,
    NoteWritten,
    IinShown,
    BoothAsked,
    BoothAccepted,
    BoothRefused,
    SessionMoved,
    SessionEnded,
    BoothFreed,
    StaffCalled,
    ServiceRated,
    WordGiven,
    WordTaken,
    WordRefused,
    AppealFiled,
    AnswerArrived,
    AnswerHandedOver,
    ParcelStored,
    ParcelDelivered,
    ReceptionAppointed,
    ReceptionChanged,
    ReceptionArrived,
    ReceptionStepped,
    ReceptionUndone,
    RosterPublished,
    PrintQueued,
    PrintMoved,
    DayOpened,
    DayClosed,
    StaffAdmitted,
    StaffRemoved,
    StaffPasswordChanged,
    SignedIn,
    SignedOut,
    SignInFailed,
    BranchNamed,
    RoomNamed,
    NodeAdmitted,
    NodeRetired,
    DocumentPublished,
    CheckpointTaken,
    SubjectClosed,
);
