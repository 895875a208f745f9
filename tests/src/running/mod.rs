//! A branch as it runs: portal, hub, two desks and a booth as separate processes with encrypted folders of their own, over real sockets.
//!
//! What a trial does with it stands in the trial. Invariant: everything is asserted from what the processes themselves answer or leave behind.

mod alike;
mod cables;
mod day;
pub(crate) mod founding;
mod in_hand;
pub(crate) mod tools;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::demo;
use crate::process::Process;

pub use alike::Heads;
pub use cables::{Cable, Cables};
pub use day::with_statements;
pub use in_hand::InHand;
pub use tools::Said;

use founding::Founding;

/// What goes wrong: said in one sentence, with what was seen.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A process.
    #[error(transparent)]
    Process(#[from] crate::process::ProcessError),
    /// A file.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// Something did not hold.
    #[error("does not hold: {what}: {seen}")]
    DoesNotHold {
        /// What should.
        what: String,
        /// What was seen.
        seen: String,
    },
}

/// What a step of a trial answers.
pub type Outcome<T = ()> = Result<T, RunError>;

/// Fails in words unless the condition holds.
pub fn holds(what: &str, condition: bool, seen: impl std::fmt::Display) -> Outcome {
    if condition {
        return Ok(());
    }
    Err(RunError::DoesNotHold {
        what: what.to_owned(),
        seen: seen.to_string(),
    })
}

/// What failed, in the words of whoever failed.
pub fn broken(what: &str, error: impl std::fmt::Display) -> RunError {
    RunError::DoesNotHold {
        what: what.to_owned(),
        seen: error.to_string(),
    }
}

/// Who is who.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The central portal.
    Portal,
    /// The branch's relay.
    Hub,
    /// The first desk.
    DeskA,
    /// The second desk.
    DeskB,
    /// The first booth.
    Booth,
}

impl Who {
    /// Everybody.
    pub const ALL: [Self; 5] = [Self::Portal, Self::Hub, Self::DeskA, Self::DeskB, Self::Booth];

    /// What its folder is called.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Hub => "hub",
            Self::DeskA => "desk-a",
            Self::DeskB => "desk-b",
            Self::Booth => "booth-01",
        }
    }

    /// The label of a desk or booth.
    pub const fn label(self) -> Option<&'static str> {
        match self {
            Self::DeskA => Some("A"),
            Self::DeskB => Some("B"),
            Self::Booth => Some("01"),
            Self::Portal | Self::Hub => None,
        }
    }

    /// Who signs in there.
    pub const fn worker(self) -> Option<&'static demo::Member> {
        match self {
            Self::DeskA => Some(&demo::STAFF[0]),
            Self::DeskB => Some(&demo::STAFF[1]),
            Self::Portal | Self::Hub | Self::Booth => None,
        }
    }
}

/// The branch as it runs.
pub struct Branch {
    programs: PathBuf,
    out: PathBuf,
    shift_ms: i64,
    portal_address: String,
    hub_address: String,
    /// The portal's process.
    pub portal: Process,
    /// The hub's process.
    pub hub: Process,
    /// The first desk's process.
    pub desk_a: Process,
    /// The second desk's process.
    pub desk_b: Process,
    /// The booth's process.
    pub booth: Process,
    /// The cables between them, where the trial asked for some that can be cut.
    pub cables: Cables,
}

impl Branch {
    /// The process.
    pub fn at(&mut self, who: Who) -> &mut Process {
        match who {
            Who::Portal => &mut self.portal,
            Who::Hub => &mut self.hub,
            Who::DeskA => &mut self.desk_a,
            Who::DeskB => &mut self.desk_b,
            Who::Booth => &mut self.booth,
        }
    }

    /// An act that must be done.
    pub fn act(&mut self, who: Who, what: &Value) -> Outcome<Value> {
        let answer = self.at(who).ask(&json!({"do": "act", "what": what}))?;
        holds(&format!("{} is done", what["act"]), answer["done"].is_string(), &answer)?;
        Ok(answer)
    }

    /// An act that must be refused; answers the code.
    pub fn refused(&mut self, who: Who, what: &Value) -> Outcome<String> {
        let answer = self.at(who).ask(&json!({"do": "act", "what": what}))?;
        match answer["refused"].as_str() {
            Some(code) => Ok(code.to_owned()),
            None => Err(broken(&format!("{} is refused", what["act"]), answer)),
        }
    }

    /// Waits until something holds at a desk; answers what was seen.
    pub fn wait(&mut self, who: Who, what: &Value) -> Outcome<Value> {
        let mut line = what.clone();
        line["do"] = json!("wait");
        let answer = self.at(who).ask(&line)?;
        holds(&format!("{who:?} sees {what}"), !answer["seen"].is_null(), &answer)?;
        Ok(answer["seen"].clone())
    }

    /// Kills a process without warning and starts it again on the same folder (and port).
    pub fn kill_and_restart(&mut self, who: Who) -> Outcome {
        self.kill(who)?;
        self.restart(who)
    }

    /// Kills a process without warning.
    pub fn kill(&mut self, who: Who) -> Outcome {
        Ok(self.at(who).kill()?)
    }

    /// Starts a killed process again; the one who works there signs in, the booth opens by itself.
    pub fn restart(&mut self, who: Who) -> Outcome {
        let founding = self.founding();
        let process = match who {
            Who::Portal => founding.serve("qabyldau-portal", who, &self.portal_address)?.0,
            Who::Hub => founding.serve("qabyldau-hub", who, &self.hub_address)?.0,
            Who::DeskA | Who::DeskB | Who::Booth => founding.node(who)?,
        };
        *self.at(who) = process;
        match who {
            Who::DeskA | Who::DeskB => self.sign_in(who),
            Who::Booth => self.open_booth(),
            Who::Portal | Who::Hub => Ok(()),
        }
    }

    /// A file under the run's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.out.join(name)
    }

    /// What a program finds in its environment here: the moved clock, and state away from the user's own.
    pub fn environment(&self) -> Vec<(String, String)> {
        self.founding().environment().into()
    }

    /// By how many milliseconds the branch's clocks are moved.
    pub const fn shift_ms(&self) -> i64 {
        self.shift_ms
    }

    fn founding(&self) -> Founding<'_> {
        Founding {
            programs: &self.programs,
            out: &self.out,
            open: &self.out,
            shift_ms: self.shift_ms,
            tied: false,
        }
    }
}

pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome {
    std::fs::write(path, bytes).map_err(|error| RunError::File(path.to_owned(), error))
}
