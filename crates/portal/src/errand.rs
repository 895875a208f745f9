//! What an administrator asks of the office, as it goes over the control socket, and what comes back.

use clap::ValueEnum;
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_exchange::ExchangeError;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::office::Office;
use crate::{checkpoint, close, code, retire, roster};

/// What a new node will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum RoleWord {
    /// The branch's relay.
    Hub,
    /// A desk.
    Desk,
    /// A booth.
    Booth,
}

impl From<RoleWord> for NodeRoleV1 {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Hub => Self::Hub,
            RoleWord::Desk => Self::Desk,
            RoleWord::Booth => Self::Booth,
        }
    }
}

/// One errand.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Errand {
    /// Give out a pairing code.
    Code {
        /// What the node will be.
        role: RoleWord,
        /// Its label.
        label: Option<String>,
        /// Where it will join.
        address: Option<String>,
    },
    /// Import a roster.
    ImportRoster {
        /// The file's text.
        csv: String,
    },
    /// Write down the heads.
    Checkpoint,
    /// Close a subject.
    CloseSubject {
        /// The subject.
        subject: String,
    },
    /// Take a node out of service.
    Retire {
        /// The node.
        node: String,
        /// Why.
        reason: String,
    },
}

/// What came of an errand.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// It was done; what there is to tell.
    Done(Value),
    /// It was not done; a stable code.
    Refused(String),
}

/// Why an errand was not done.
#[derive(Debug)]
pub enum NotDone {
    /// Not now, or not this: a stable code.
    Refused(&'static str),
    /// Something failed.
    Failed(ExchangeError),
}

impl From<ExchangeError> for NotDone {
    fn from(error: ExchangeError) -> Self {
        Self::Failed(error)
    }
}

impl Office {
    /// Runs an errand. Blocks.
    pub fn run(&self, errand: Errand) -> Reply {
        let done = match errand {
            Errand::Code { role, label, address } => code::issue(self, role, label, address),
            Errand::ImportRoster { csv } => roster::import(self, &csv),
            Errand::Checkpoint => checkpoint::take(self),
            Errand::CloseSubject { subject } => close::close(self, &subject),
            Errand::Retire { node, reason } => retire::retire(self, &node, reason),
        };
        match done {
            Ok(value) => Reply::Done(value),
            Err(NotDone::Refused(code)) => Reply::Refused(code.to_owned()),
            Err(NotDone::Failed(error)) => {
                tracing::error!(
                    code = error.code(),
                    source = std::error::Error::source(&error),
                    "an errand failed"
                );
                Reply::Refused(error.code().to_owned())
            }
        }
    }
}
