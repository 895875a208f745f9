//! The export: every fact held, one a line, the body as plain JSON. Reads beside a serving portal and changes nothing.

use std::io::{BufWriter, Write as _};

use crate::At;
use crate::home::Home;
use crate::trouble::Trouble;

/// Writes all facts on stdout, stream by stream in order of seq, the portal's first.
pub fn export(at: &At) -> Result<(), Trouble> {
    let store = Home::at(at)?.open()?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for fact in store.reader()?.facts()? {
        writeln!(out, "{}", fact?.plain_line())?;
    }
    out.flush()?;
    Ok(())
}
