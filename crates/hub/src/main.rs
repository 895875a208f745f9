//! `qabyldau-hub`: the branch's relay, headless. It holds ledger copies and parcels in its own encrypted file, passes them on both
//! ways and pushes news to whoever listens.
//!
//! Not here: any authority. A hub writes no facts, has no projections and decides nothing. Invariant: what it must not lose is on the
//! disk before anybody is told, so it may be killed at any moment.
#![deny(missing_docs)]

mod enrol;
mod home;
mod outside;
mod serve;
mod trouble;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::home::Home;
use crate::trouble::Trouble;

/// The branch's relay.
#[derive(Parser)]
#[command(name = "qabyldau-hub", version)]
struct Line {
    #[command(subcommand)]
    does: Does,
}

#[derive(Subcommand)]
enum Does {
    /// Enrols this hub at the portal with a one-time code.
    Init {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The state folder, outside the data folder; the user's own if not given.
        #[arg(long)]
        state: Option<PathBuf>,
        /// The code, as the portal's administrator told it.
        #[arg(long)]
        code: String,
    },
    /// Fetches a new certificate towards the portal, with a new one-time code and the same keys.
    Renew {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The state folder, as at `init`.
        #[arg(long)]
        state: Option<PathBuf>,
        /// The code, as the portal's administrator told it.
        #[arg(long)]
        code: String,
    },
    /// Relays until it is told to end.
    Serve {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The state folder, as at `init`.
        #[arg(long)]
        state: Option<PathBuf>,
        /// Where to listen; port 0 takes a free one.
        #[arg(long, default_value = "0.0.0.0:7443")]
        listen: String,
        /// Where desks and booths reach this machine (`host:port`); the listening address if not given.
        #[arg(long)]
        announce: Option<String>,
        /// Another address of the portal than the one it was enrolled at.
        #[arg(long)]
        portal: Option<String>,
    },
}

fn run(line: Line) -> Result<(), Trouble> {
    match line.does {
        Does::Init { data, state, code } => enrol::enrol(&Home::take(&data, state.as_deref())?, &code),
        Does::Renew { data, state, code } => enrol::renew(&Home::take(&data, state.as_deref())?, &code),
        Does::Serve {
            data,
            state,
            listen,
            announce,
            portal,
        } => serve::serve(&Home::take(&data, state.as_deref())?, &listen, announce, portal),
    }
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_target(false)
        .init();
    match run(Line::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            tracing::error!(code = trouble.code(), "{}", trouble.whole());
            ExitCode::FAILURE
        }
    }
}
