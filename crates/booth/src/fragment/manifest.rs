//! The manifest of a recording: one line a fragment, each chained to the one before, appended and fsynced.
//!
//! `<number> <ms> <bytes> <sha256> <chain>` with chain = SHA-256("qabyldau-take-1" ‖ chain before ‖ the four values as they
//! stand). A line without its end, or one that does not chain, ends the manifest there.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use qabyldau_domain::fact::Digest;

const TAG: &[u8] = b"qabyldau-take-1";

/// A fragment that is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noted {
    /// From 1.
    pub(super) number: u32,
    /// Recorded up to its end, in milliseconds.
    pub(super) ms: u32,
    /// Its size, sealed.
    pub(super) bytes: u64,
    /// Its content, sealed.
    pub(super) sha256: Digest,
}

impl Noted {
    fn words(&self) -> String {
        format!("{} {} {} {}", self.number, self.ms, self.bytes, self.sha256)
    }

    fn chain(&self, before: &Digest) -> Digest {
        Digest::of(&[TAG, before.as_bytes(), self.words().as_bytes()].concat())
    }
}

/// An open manifest.
#[derive(Debug)]
pub(super) struct Manifest {
    file: File,
    chain: Digest,
}

impl Manifest {
    /// A new one; there must be none.
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().append(true).create_new(true).open(path)?;
        Ok(Self {
            file,
            chain: Digest::ZERO,
        })
    }

    /// Notes a fragment, durably.
    pub(super) fn note(&mut self, noted: &Noted) -> io::Result<()> {
        let chain = noted.chain(&self.chain);
        self.file.write_all(format!("{} {chain}\n", noted.words()).as_bytes())?;
        self.file.sync_data()?;
        self.chain = chain;
        Ok(())
    }
}

/// Reads the lines that hold, in order.
pub(super) fn read(text: &str) -> Vec<Noted> {
    let (mut noted, mut chain) = (Vec::new(), Digest::ZERO);
    for line in text.split_inclusive('\n') {
        let Some(next) = line.strip_suffix('\n').and_then(|line| parse(line, &chain)) else {
            break;
        };
        chain = next.chain(&chain);
        noted.push(next);
    }
    noted
}

fn parse(line: &str, before: &Digest) -> Option<Noted> {
    let mut words = line.split(' ');
    let noted = Noted {
        number: words.next()?.parse().ok()?,
        ms: words.next()?.parse().ok()?,
        bytes: words.next()?.parse().ok()?,
        sha256: words.next()?.parse().ok()?,
    };
    let chain: Digest = words.next()?.parse().ok()?;
    (words.next().is_none() && noted.chain(before) == chain).then_some(noted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(number: u32) -> Noted {
        Noted {
            number,
            ms: number * 1_000,
            bytes: 10,
            sha256: Digest::of(&number.to_be_bytes()),
        }
    }

    #[test]
    fn only_an_unbroken_chain_of_whole_lines_counts() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("manifest");
        let mut manifest = Manifest::create(&path).unwrap();
        (1..=3).for_each(|number| manifest.note(&noted(number)).unwrap());
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(read(&text), [noted(1), noted(2), noted(3)]);
        assert_eq!(read(&text[..text.len() - 1]), [noted(1), noted(2)], "a torn line");
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        assert_eq!(read(&[lines[0], lines[2]].concat()), [noted(1)], "a line taken out");
        assert_eq!(read(&text.replacen(" 1000 ", " 9000 ", 1)), [], "a line changed");
        assert!(Manifest::create(&path).is_err(), "never written over");
    }
}
