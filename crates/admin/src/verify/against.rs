//! Comparing with what another place exported: the first place of each stream where another fact stands.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::Path;

use qabyldau_domain::fact::{Digest, NodeId};
use qabyldau_store::Store;
use serde::Deserialize;

use crate::open::trouble;
use crate::say::{self, Finding, Lines};

/// More than a fact with the largest body can take on a line.
const LINE: u64 = 1024 * 1024;

/// What is read of a line.
#[derive(Deserialize)]
struct Place {
    node: NodeId,
    seq: u64,
    hash: Digest,
}

pub(super) fn compare(store: &Store, file: &Path, lines: &mut Lines) -> io::Result<()> {
    let file = match File::open(file) {
        Ok(file) => file,
        Err(error) => return lines.say(&Finding::wrong(&say::FILE_FAILED).with("why", error.kind().to_string())),
    };
    let (read, unreadable) = (Cell::new(0_u64), Cell::new(None));
    let mut reader = BufReader::new(file);
    let places = std::iter::from_fn(|| match next(&mut reader) {
        Ok(Some(place)) => {
            read.set(read.get() + 1);
            Some((place.node, place.seq, place.hash))
        }
        Ok(None) => None,
        Err(_) => {
            unreadable.set(Some(read.get() + 1));
            None
        }
    });
    let findings = match store.verify_against(places) {
        Ok(findings) => findings,
        Err(error) => return lines.say(&trouble::store(&error)),
    };
    for finding in &findings {
        lines.say(&super::named(finding))?;
    }
    if let Some(line) = unreadable.get() {
        return lines.say(&Finding::wrong(&say::AGAINST_UNREADABLE).with("line", line));
    }
    if read.get() == 0 {
        return lines.say(&Finding::wrong(&say::AGAINST_NOTHING));
    }
    let said = if findings.is_empty() {
        Finding::well(&say::COMPARED)
    } else {
        Finding::told(&say::COMPARED)
    };
    lines.say(&said.with("lines", read.get()).with("findings", findings.len()))
}

fn next(reader: &mut impl io::BufRead) -> io::Result<Option<Place>> {
    let mut line = Vec::new();
    match reader.take(LINE).read_until(b'\n', &mut line)? {
        0 => Ok(None),
        _ => Ok(Some(serde_json::from_slice(&line)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_place_of_a_line_is_read_and_a_broken_line_is_an_error() {
        let node = "00".repeat(16);
        let text = format!(
            "{{\"node\":\"{node}\",\"seq\":7,\"hash\":\"{}\",\"body\":{{\"x\":1}}}}\n{{\"node\":\n",
            "ab".repeat(32)
        );
        let mut reader = text.as_bytes();
        let place = next(&mut reader).unwrap().expect("a line");
        assert_eq!(
            (place.node, place.seq, place.hash),
            (NodeId([0; 16]), 7, Digest([0xab; 32]))
        );
        assert!(next(&mut reader).is_err());
        assert!(next(&mut reader).unwrap().is_none());
    }
}
