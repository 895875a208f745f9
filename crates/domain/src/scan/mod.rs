//! What a barcode scanner typed: back to what it sent, and what kind of thing that is.
//!
//! A scanner in keyboard mode sends key positions; what arrives depends on the layout and on Caps Lock. Not a reader of
//! pictures, and not a search: what is no known shape is [`ScanKind::Unknown`] and kept as it is, never dropped.
//! Invariant: decoding is one to one; the sign `|`, which joins the lines of a zone, is no key and stays.

mod kind;
mod layout;

pub use kind::ScanKind;
pub use layout::{Layout, UnknownLayout};

use std::fmt;

/// One scan: what was sent and what it is.
#[derive(Clone, PartialEq, Eq)]
pub struct Scan {
    /// What its shape says it is.
    pub kind: ScanKind,
    /// What the scanner sent.
    pub value: String,
    /// Whether it is a right value of its kind: form and check digits.
    pub valid: bool,
}

/// A scan whose layout had to be found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The layout under which the text makes sense.
    pub layout: Layout,
    /// Whether Caps Lock was on.
    pub caps: bool,
    /// The scan.
    pub scan: Scan,
}

/// Decodes what was typed under a known layout.
///
/// Ends of input (CR, LF, Tab) around the text are dropped. `caps` says that Caps Lock was on; a text of no known shape
/// is tried with the other state too, because the lock may have been touched unseen.
pub fn decode(typed: &str, layout: Layout, caps: bool) -> Scan {
    let scan = decode_strictly(typed, layout, caps);
    if scan.kind != ScanKind::Unknown {
        return scan;
    }
    let other = decode_strictly(typed, layout, !caps);
    if other.kind == ScanKind::Unknown { scan } else { other }
}

/// Decodes what was typed under an unknown layout: a right value of any kind first, then a known shape; else as typed.
pub fn decode_any(typed: &str) -> Found {
    let tried: Vec<Found> = Layout::ALL
        .into_iter()
        .flat_map(|layout| [false, true].map(|caps| (layout, caps)))
        .map(|(layout, caps)| Found {
            layout,
            caps,
            scan: decode_strictly(typed, layout, caps),
        })
        .collect();
    let right = tried.iter().find(|found| found.scan.valid);
    let shaped = tried.iter().find(|found| found.scan.kind != ScanKind::Unknown);
    match right.or(shaped) {
        Some(found) => found.clone(),
        None => Found {
            layout: Layout::Us,
            caps: false,
            scan: decode_strictly(typed, Layout::Us, false),
        },
    }
}

/// Splits keyboard input into scans at their ends (CR, LF, Tab), so that two quick scans do not become one; the lines of
/// one zone stay together, joined by `|`.
pub fn split(typed: &str) -> Vec<String> {
    let mut scans: Vec<String> = Vec::new();
    let mut lines = typed
        .split(['\r', '\n', '\t'])
        .filter(|line| !line.is_empty())
        .peekable();
    while let Some(line) = lines.next() {
        let mut scan = line.to_owned();
        let more = match line.chars().count() {
            30 => 2,
            44 => 1,
            _ => 0,
        };
        for _ in 0..more {
            if let Some(next) = lines.next_if(|next| next.chars().count() == line.chars().count()) {
                scan = scan + "|" + next;
            }
        }
        scans.push(scan);
    }
    scans
}

fn decode_strictly(typed: &str, layout: Layout, caps: bool) -> Scan {
    let text = typed.trim_matches(['\r', '\n', '\t']);
    let value: String = text.chars().map(|sign| layout.sent(sign, caps)).collect();
    let kind = ScanKind::of(&value);
    let valid = kind.is_right(&value);
    Scan { kind, value, valid }
}

impl fmt::Debug for Scan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scan")
            .field("kind", &self.kind)
            .field("valid", &self.valid)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
