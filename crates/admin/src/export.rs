//! `export --facts`: every fact of the ledger on a line of its own, stream by stream in order of seq, the portal's stream first.
//!
//! Not a backup: no key, no document, no recording is in it. Invariants: the file is whole or not there; what it holds is what stood when
//! the export began, counted and compared with the heads. Nothing of a person is written anywhere but there.

mod into;
mod lines;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use qabyldau_domain::staff::Deed;
use qabyldau_store::Store;

use crate::open::{Folder, Who, open, trouble};
use crate::say::{self, Finding, How};
use into::NotWritten;

/// What, from where, to where.
#[derive(clap::Args)]
pub struct Arguments {
    /// Деректер: әр жолда бір дерек, JSON / факты: по одному в строке, JSON
    #[arg(long, required = true)]
    facts: bool,
    #[command(flatten)]
    folder: Folder,
    #[command(flatten)]
    who: Who,
    /// Жаңа файл; болмаса – стандарт шығыс / новый файл; без него – стандартный вывод
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
    #[command(flatten)]
    how: How,
}

/// Exports; the facts go to the file or standard output, what is said about it to standard error.
pub fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let finding = export(arguments);
    let mut err = io::stderr().lock();
    io::Write::write_fmt(&mut err, format_args!("{}\n", finding.line(arguments.how)))?;
    Ok(match finding.state {
        say::State::Wrong => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    })
}

fn export(arguments: &Arguments) -> Finding {
    let surroundings = qabyldau_store::surroundings::real();
    let opened = match open(&arguments.folder, &arguments.who, Some(Deed::Audit), &surroundings) {
        Ok(opened) => opened,
        Err(trouble) => return trouble.finding(),
    };
    match write(&opened.store, arguments) {
        Ok(written) => Finding::well(&say::EXPORTED)
            .with("facts", written.facts)
            .with("streams", written.streams),
        Err(NotWritten::Exists) => Finding::wrong(&say::INTO_EXISTS),
        Err(NotWritten::File(error)) => Finding::wrong(&say::FILE_FAILED).with("why", error.kind().to_string()),
        Err(NotWritten::Store(error)) => trouble::store(&error),
        Err(NotWritten::Short { node, seq }) => Finding::wrong(&say::EXPORT_SHORT)
            .with("node", node.to_string())
            .with("seq", seq),
    }
}

fn write(store: &Store, arguments: &Arguments) -> Result<lines::Written, NotWritten> {
    match &arguments.into {
        Some(path) => into::file(path, |out| lines::write(&store.reader()?, out)),
        None => lines::write(&store.reader()?, &mut io::BufWriter::new(io::stdout().lock())),
    }
}
