//! Knocking: one errand as a line of JSON, one reply as a line of JSON.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::os::unix::net::UnixStream;
use std::path::Path;

use crate::errand::{Errand, Reply};
use crate::trouble::Trouble;

/// The reply of a serving portal; nothing if none serves.
pub fn knock(socket: &Path, errand: &Errand) -> Result<Option<Reply>, Trouble> {
    let mut stream = match UnixStream::connect(socket) {
        Ok(stream) => stream,
        // No socket, or one left behind by a portal that was killed.
        Err(why) if matches!(why.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused) => {
            return Ok(None);
        }
        Err(why) => return Err(why.into()),
    };
    let mut line = serde_json::to_vec(errand).map_err(|_| Trouble::Kept)?;
    line.push(b'\n');
    stream.write_all(&line)?;
    let mut reply = String::new();
    BufReader::new(stream).read_line(&mut reply)?;
    serde_json::from_str(&reply).map(Some).map_err(|_| Trouble::NotServing)
}
