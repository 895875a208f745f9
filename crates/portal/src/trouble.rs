//! Why the portal does not do what it was told. Stable codes; no secret and no person in any text.

use std::io;

use qabyldau_exchange::ExchangeError;
use qabyldau_store::StoreError;
use qabyldau_store::keys::PasswordRefused;
use qabyldau_store::keys::slots::SlotsError;

/// What stands in the way.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Another program works in the folder.
    #[error("another program works in this data folder")]
    Busy,
    /// The branch exists.
    #[error("this folder holds a branch already")]
    Created,
    /// There is no branch.
    #[error("this folder holds no branch: run `init` with a seed")]
    NotCreated,
    /// The command needs a portal that serves.
    #[error("the portal does not serve: start `serve` first")]
    NotServing,
    /// The seed is not in order.
    #[error("the seed is not in order: {0}")]
    Seed(String),
    /// A password of the seed is not fit.
    #[error("a password of the seed is not fit")]
    Password(#[from] PasswordRefused),
    /// A refusal by name.
    #[error("refused: {0}")]
    Refused(String),
    /// The ledger is not what it should be; what is wrong was printed.
    #[error("the ledger does not verify")]
    Unsound,
    /// What was kept cannot be read.
    #[error("what was kept at the start cannot be read")]
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
    pub fn code(&self) -> &str {
        match self {
            Self::Busy => "folder-busy",
            Self::Created => "portal-created",
            Self::NotCreated => "portal-not-created",
            Self::NotServing => "portal-not-serving",
            Self::Seed(_) => "seed",
            Self::Password(refused) => refused.code(),
            Self::Refused(code) => code,
            Self::Unsound => "ledger-unsound",
            Self::Kept => "portal-kept-unreadable",
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
