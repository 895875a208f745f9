//! The way to the office for other commands: a socket in the data folder while it serves, the folder itself while it does not.
//!
//! Not a network door: the socket lies in a folder only the portal's own user can enter. Invariant: one program writes.

mod door;
mod knock;

pub use door::open;

use std::io::Write as _;

use crate::At;
use crate::errand::{Errand, Reply};
use crate::home::{Home, SOCKET, keys};
use crate::office::Office;
use crate::outside;
use crate::trouble::Trouble;

/// The most bytes of an errand: a roster file and some.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Runs an errand where the office is, and prints what came of it as one JSON line.
pub fn ask(at: &At, errand: &Errand) -> Result<(), Trouble> {
    let home = Home::at(at)?;
    let reply = match knock::knock(&home.folder(SOCKET), errand)? {
        Some(reply) => reply,
        None => alone(&home, errand)?,
    };
    match reply {
        Reply::Done(value) => Ok(writeln!(std::io::stdout(), "{value}")?),
        Reply::Refused(code) => Err(Trouble::Refused(code)),
    }
}

/// Nobody serves: the errand is run here, under the folder's lock.
fn alone(home: &Home, errand: &Errand) -> Result<Reply, Trouble> {
    if matches!(errand, Errand::Code { .. }) {
        return Err(Trouble::NotServing);
    }
    let _lock = home.lock()?;
    let store = home.open()?;
    let keys = keys(&store)?;
    let text = serde_json::to_vec(errand).map_err(|_| Trouble::Kept)?;
    let errand = serde_json::from_slice(&text).map_err(|_| Trouble::Kept)?;
    Ok(Office::new(store, keys, outside::surroundings(), None).run(errand))
}
