//! The real windows, driven as a person drives them: a display, WebKit's own driver, keys and words.
//!
//! Knows no screen of ours: which words and places there are is the business of who drives. Needs Xvfb, openbox and WebKitWebDriver.
//! Invariant: nothing here waits by the clock for what a page can tell.

mod display;
mod driver;
mod wire;

use std::path::PathBuf;

pub use display::Display;
pub use driver::{Driver, Start, at_home};

/// Keys without a letter, as WebDriver names them.
pub mod key {
    /// ⏎.
    pub const ENTER: char = '\u{e007}';
    /// ⎋.
    pub const ESCAPE: char = '\u{e00c}';
    /// ⇥.
    pub const TAB: char = '\u{e004}';
    /// Alt, to be held.
    pub const ALT: char = '\u{e00a}';
    /// Control, to be held.
    pub const CONTROL: char = '\u{e009}';

    /// F1 to F12.
    pub fn function(number: u8) -> char {
        char::from_u32(0xe030 + u32::from(number)).unwrap_or('\u{e031}')
    }
}

/// What goes wrong while a window is driven.
#[derive(Debug, thiserror::Error)]
pub enum DriveError {
    /// A program that is needed does not start.
    #[error("{program} does not start: {source}")]
    Start {
        /// Which.
        program: String,
        /// Why.
        source: std::io::Error,
    },
    /// A program that is needed ended or keeps silent.
    #[error("{0}")]
    Gone(&'static str),
    /// The driver hung up, or kept silent for too long.
    #[error("the driver, asked for {asked}: {source}")]
    Wire {
        /// What it was asked.
        asked: String,
        /// Why.
        source: std::io::Error,
    },
    /// The driver says no.
    #[error("{asked}: {said}")]
    Refused {
        /// What it was asked.
        asked: String,
        /// Its words.
        said: String,
    },
    /// The page never came to what it was waited for.
    #[error("the window never came to {wanted}; it says:\n{text}")]
    Never {
        /// What was waited for.
        wanted: String,
        /// What stands there instead.
        text: String,
    },
    /// A picture could not be kept.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
}

/// What driving answers.
pub type Driven<T = ()> = Result<T, DriveError>;
