//! What can go wrong in a command, as a sentence that says what to do.

use std::path::PathBuf;

use thiserror::Error;

/// Why a command stopped.
#[derive(Debug, Error)]
pub enum Trouble {
    /// The command line names nothing that exists.
    #[error("no such command: «{said}»; `cargo xtask help` lists them")]
    Usage { said: String },
    /// A program could not be started at all.
    #[error("`{program}` cannot be started; is it installed?")]
    Start { program: String, source: std::io::Error },
    /// A program ran and said no.
    #[error("`{command}` ended with {ended}")]
    Ended { command: String, ended: String },
    /// A file or folder could not be read or written.
    #[error("{}", path.display())]
    File { path: PathBuf, source: std::io::Error },
    /// A program answered something this command cannot read.
    #[error("{program} answered something unexpected: {what}")]
    Answer { program: String, what: String },
    /// Something a person must put right first.
    #[error("{0}")]
    Needed(String),
    /// The steps ran; some of them failed. They have been named already.
    #[error("not all is well; see above")]
    Failed,
}

/// The trouble with all its causes, on one line.
pub fn whole(trouble: &Trouble) -> String {
    let mut words = trouble.to_string();
    let mut cause = std::error::Error::source(trouble);
    while let Some(inner) = cause {
        words.push_str(": ");
        words.push_str(&inner.to_string());
        cause = inner.source();
    }
    words
}
