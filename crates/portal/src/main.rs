//! `qabyldau-portal`: the reference portal of one branch. It keeps the directory, admits nodes, publishes rosters and documents, takes
//! facts and recordings, and signs for what it holds.
//!
//! Not here: how facts travel (exchange) and how they are kept (store). Invariant: one program writes the portal's stream; other
//! commands ask it over a socket in the data folder, or work themselves while nobody serves.
#![deny(missing_docs)]

mod checkpoint;
mod close;
mod code;
mod control;
mod errand;
mod export;
mod home;
mod init;
mod office;
mod outside;
mod retire;
mod roster;
mod seed;
mod serve;
mod trouble;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::errand::{Errand, RoleWord};
use crate::trouble::Trouble;

/// The reference portal of one branch.
#[derive(Parser)]
#[command(name = "qabyldau-portal", version)]
struct Line {
    #[command(subcommand)]
    does: Does,
}

/// Where the portal lives.
#[derive(Args, Clone)]
pub struct At {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The state folder, outside the data folder; the user's own if not given.
    #[arg(long)]
    state: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Does {
    /// Creates the branch from a seed: its name, rooms, staff and documents.
    Init {
        #[command(flatten)]
        at: At,
        /// The seed (JSON); files it names lie beside it.
        #[arg(long)]
        seed: PathBuf,
    },
    /// Serves until it is told to end.
    Serve {
        #[command(flatten)]
        at: At,
        /// Where to listen; port 0 takes a free one.
        #[arg(long, default_value = "0.0.0.0:8443")]
        listen: String,
        /// Where hubs reach this machine (`host:port`); the listening address if not given.
        #[arg(long)]
        announce: Option<String>,
    },
    /// Gives out a one-time pairing code (while it serves).
    Code {
        #[command(flatten)]
        at: At,
        /// What the node will be.
        #[arg(long)]
        role: RoleWord,
        /// Its label; the next free one if not given.
        #[arg(long)]
        label: Option<String>,
        /// Where the node will join (`host:port`); the branch's hub if not given.
        #[arg(long)]
        address: Option<String>,
    },
    /// Imports a roster of receptions from a CSV file; broken rows are named, the good are published.
    ImportRoster {
        #[command(flatten)]
        at: At,
        /// The file.
        file: PathBuf,
    },
    /// Writes down the heads of all streams.
    Checkpoint {
        #[command(flatten)]
        at: At,
    },
    /// Closes a subject whose retention ended: its bodies go, at once and for ever.
    CloseSubject {
        #[command(flatten)]
        at: At,
        /// The subject, e.g. `entry/0512-A-2026/000123`.
        subject: String,
    },
    /// Takes a node out of service for ever.
    Retire {
        #[command(flatten)]
        at: At,
        /// The node (32 hex digits).
        node: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Writes every fact as one line of JSON on stdout.
    Export {
        #[command(flatten)]
        at: At,
        /// Facts; the only thing there is to export.
        #[arg(long, required = true)]
        facts: bool,
    },
    /// Checks every stream, signature and projection.
    Verify {
        #[command(flatten)]
        at: At,
    },
}

fn run(line: Line) -> Result<(), Trouble> {
    match line.does {
        Does::Init { at, seed } => init::init(&at, &seed),
        Does::Serve { at, listen, announce } => serve::serve(&at, &listen, announce),
        Does::Code {
            at,
            role,
            label,
            address,
        } => control::ask(&at, &Errand::Code { role, label, address }),
        Does::ImportRoster { at, file } => control::ask(
            &at,
            &Errand::ImportRoster {
                csv: roster::read_file(&file)?,
            },
        ),
        Does::Checkpoint { at } => control::ask(&at, &Errand::Checkpoint),
        Does::CloseSubject { at, subject } => control::ask(&at, &Errand::CloseSubject { subject }),
        Does::Retire { at, node, reason } => control::ask(&at, &Errand::Retire { node, reason }),
        Does::Export { at, facts: _ } => export::export(&at),
        Does::Verify { at } => verify::verify(&at),
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
