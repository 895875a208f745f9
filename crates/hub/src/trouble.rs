//! Why the hub does not do what it was told. Stable codes; no secret and no person in any text.

use std::io;

use qabyldau_exchange::ExchangeError;
use qabyldau_store::StoreError;
use qabyldau_store::keys::slots::SlotsError;

/// What stands in the way.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Another hub runs on this folder.
    #[error("another program works in this data folder")]
    Busy,
    /// It was enrolled before.
    #[error("this hub is enrolled already")]
    Enrolled,
    /// It was never enrolled.
    #[error("this hub is not enrolled: run `init` with a code from the portal")]
    NotEnrolled,
    /// The text is no pairing code.
    #[error("that is not a pairing code")]
    NotACode,
    /// The code is not for a hub.
    #[error("that code is for another kind of node")]
    NotForAHub,
    /// The code is from a portal that is not ours.
    #[error("that code is from another portal")]
    AnotherPortal,
    /// What was kept at enrolment cannot be read.
    #[error("what was kept at enrolment cannot be read")]
    Kept,
    /// The key slots.
    #[error("the key slots do not open")]
    Slots(#[from] SlotsError),
    /// The database.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// The wire.
    #[error("the exchange failed")]
    Exchange(#[from] ExchangeError),
    /// The disk or a socket.
    #[error("the system refused")]
    System(#[from] io::Error),
}

impl Trouble {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Busy => "folder-busy",
            Self::Enrolled => "hub-enrolled",
            Self::NotEnrolled => "hub-not-enrolled",
            Self::NotACode => "pair-not-a-code",
            Self::NotForAHub => "pair-not-for-a-hub",
            Self::AnotherPortal => "hub-another-portal",
            Self::Kept => "hub-kept-unreadable",
            Self::Slots(error) => error.code(),
            Self::Store(_) => "store",
            Self::Exchange(error) => error.code(),
            Self::System(_) => "system",
        }
    }

    /// The whole chain of reasons in one line.
    pub fn whole(&self) -> String {
        let mut text = self.to_string();
        let mut source = std::error::Error::source(self);
        while let Some(why) = source {
            text.push_str(": ");
            text.push_str(&why.to_string());
            source = why.source();
        }
        text
    }
}
