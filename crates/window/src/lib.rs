//! What the windows may ask, and who answers: one table of commands for every carrier.
//!
//! Not here: windows, web views, sockets (the shell, or a program of tests carries questions in and answers out), and no rule of the field
//! (desk, booth). Invariants: a window is answered only what its own list names, whatever the carrier let through; an answer is a value or
//! a refusal with words, never a fault's text.
#![deny(missing_docs)]

mod answer;
mod booth;
mod desk;
mod folder_port;
pub mod names;
mod values;

pub use answer::{Announce, Answer};
pub use booth::{Receipts, Stand, StandParts};
pub use desk::{Reception, ReceptionParts};
/// What a program needs to compose them.
pub use qabyldau_desk::{Credential, DeviceSecret, Refusal, Role, Surroundings, make_private, real};

#[cfg(feature = "keychain")]
pub use qabyldau_desk::Keychain;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    /// The desk.
    Desk,
    /// The escort board.
    Board,
    /// The display turned to the applicant.
    Applicant,
    /// The booth.
    Booth,
}

impl Window {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Desk, Self::Board, Self::Applicant, Self::Booth];

    /// Its name: the web view's label, the capability's file, the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Board => "board",
            Self::Applicant => "applicant",
            Self::Booth => "booth",
        }
    }

    /// The window of a name.
    pub fn labelled(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|window| window.label() == label)
    }

    /// What it may ask.
    pub const fn commands(self) -> &'static [&'static str] {
        match self {
            Self::Desk => names::DESK,
            Self::Board => names::BOARD,
            Self::Applicant => names::APPLICANT,
            Self::Booth => names::BOOTH,
        }
    }

    /// Whether this is a question of this window.
    pub fn may_ask(self, command: &str) -> bool {
        self.commands().contains(&command)
    }
}

#[cfg(test)]
mod tests;
