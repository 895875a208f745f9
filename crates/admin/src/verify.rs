//! `verify`: is the ledger still what was written? Goes through every hash, signature, number and row, and names what is not so.
//!
//! Not mending, and nothing of a fact's content is said: a finding names the place. `--against` compares with what another place exported.
//! Exit 0 if nothing was found, else 1.

mod against;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use qabyldau_domain::staff::Deed;
use qabyldau_store::{Condition, Store};

use crate::open::{Folder, Who, open, trouble};
use crate::say::{self, Finding, How, Lines};

/// Which ledger, who looks, and with what it is compared.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    folder: Folder,
    #[command(flatten)]
    who: Who,
    /// Басқа жердің export --facts файлы / файл export --facts другого места
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    #[command(flatten)]
    how: How,
}

/// Goes through it; exit code as in the head of this module.
pub fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let mut lines = Lines::new(arguments.how);
    let surroundings = qabyldau_store::surroundings::real();
    match open(&arguments.folder, &arguments.who, Some(Deed::Audit), &surroundings) {
        Err(trouble) => lines.say(&trouble.finding())?,
        Ok(opened) => {
            if !opened.slots_unaltered {
                lines.say(&Finding::wrong(&say::SLOTS_ALTERED))?;
            }
            verify(&opened.store, arguments, &mut lines)?;
        }
    }
    Ok(match lines.wrong() {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

fn verify(store: &Store, arguments: &Arguments, lines: &mut Lines) -> io::Result<()> {
    if let Condition::ReadOnly(why) = store.condition() {
        lines.say(&trouble::read_only(why))?;
    }
    match store.verify() {
        Err(error) => lines.say(&trouble::store(&error))?,
        Ok(verdict) => {
            for finding in &verdict.findings {
                lines.say(&named(finding))?;
            }
            let digest = store.reader().and_then(|reader| reader.projections_digest());
            let said = if verdict.is_good() {
                Finding::well(&say::VERIFIED)
            } else {
                Finding::told(&say::VERIFIED)
            };
            lines.say(
                &said
                    .with("facts", verdict.facts)
                    .with("streams", verdict.streams)
                    .with("rows", verdict.rows)
                    .with("findings", verdict.findings.len())
                    .with(
                        "digest",
                        digest.map_or_else(|_| "–".into(), |digest| digest.to_string()),
                    ),
            )?;
        }
    }
    match &arguments.against {
        Some(file) => against::compare(store, file, lines),
        None => Ok(()),
    }
}

/// A finding of the ledger with its place.
fn named(found: &qabyldau_store::Finding) -> Finding {
    let place = found.to_string();
    let place = place.strip_prefix(found.fault.word()).unwrap_or(&place).trim();
    let finding = Finding::wrong(say::fault(&found.fault)).with("place", place);
    match &found.place {
        Some((node, seq)) => finding.with("node", node.to_string()).with("seq", *seq),
        None => finding,
    }
}
