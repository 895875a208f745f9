//! WebDriver's own words over one plain connection after the other.

use std::io::{Error, ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

use super::{DriveError, Driven};

/// How long an answer may take before the run is given up: longer than a page is ever waited for, on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(180);

/// Asks the driver; what it refuses is an error in its own words.
pub(super) fn ask(at: SocketAddr, method: &str, path: &str, body: &Value) -> Driven<Value> {
    let asked = || format!("{method} {path}");
    let wire = |source| DriveError::Wire { asked: asked(), source };
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    let mut stream = TcpStream::connect(at).map_err(wire)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(wire)?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).map_err(wire)?;
    let answer = read_answer(&mut stream).map_err(wire)?;
    let mut answer: Value = serde_json::from_slice(&answer).map_err(|error| wire(error.into()))?;
    match answer["value"]["error"].as_str() {
        Some(error) => Err(DriveError::Refused {
            asked: asked(),
            said: format!("{error}: {}", answer["value"]["message"]),
        }),
        None => Ok(answer["value"].take()),
    }
}

/// The body of an answer. The driver may keep the connection open, so its length is what counts.
fn read_answer(stream: &mut TcpStream) -> Result<Vec<u8>, Error> {
    let (mut bytes, mut part) = (Vec::new(), [0; 64 * 1024]);
    loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length:"))
                .and_then(|length| length.trim().parse::<usize>().ok())
                .ok_or_else(|| Error::new(ErrorKind::InvalidData, "an answer without its length"))?;
            if bytes.len() >= end + 4 + length {
                return Ok(bytes[end + 4..end + 4 + length].to_vec());
            }
        }
        match stream.read(&mut part)? {
            0 => return Err(ErrorKind::UnexpectedEof.into()),
            read => bytes.extend_from_slice(&part[..read]),
        }
    }
}
