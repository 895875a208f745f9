//! What can be seen without a key: folder, slot file, database file, note of the head, disk, keeper of the device secret.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use qabyldau_domain::fact::NodeId;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::Place;
use qabyldau_store::keys::slots::Damage;
use serde_json::Value;

use super::{credential, disk};
use crate::open::{Folder, keeper, trouble};
use crate::say::{self, Finding};

/// What every unencrypted SQLite file begins with.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";
/// The engine's page.
const PAGE: u64 = 4096;

pub(super) fn look(folder: &Folder, surroundings: &Surroundings) -> Vec<Finding> {
    if !folder.data.is_dir() {
        return vec![Finding::wrong(&say::DATA_FOLDER_MISSING)];
    }
    let mut findings = vec![Finding::well(&say::DATA_FOLDER)];
    let machine = slots(folder, surroundings, &mut findings);
    findings.push(database(&folder.place()));
    findings.push(state(&folder.place()));
    findings.push(disk::look(&folder.data));
    findings.push(Finding::told(&say::KEEPER).with("keeper", keeper(&folder.data, machine).name()));
    if machine && cfg!(all(target_os = "linux", not(feature = "demo"))) {
        findings.push(credential::look());
    }
    findings
}

/// The slot file. Answers whether the machine opens it by itself.
fn slots(folder: &Folder, surroundings: &Surroundings, findings: &mut Vec<Finding>) -> bool {
    let slots = folder.slots();
    let examined = match slots.examine() {
        Ok(examined) => examined,
        Err(error) => {
            findings.push(trouble::slots(&error));
            return false;
        }
    };
    for (copy, damage) in ["keys.slots", "keys.slots.2"].into_iter().zip(examined.copies) {
        if let Some(damage) = damage {
            let word = match damage {
                Damage::Missing => "missing",
                Damage::Unreadable => "unreadable",
                Damage::Content => "damaged",
            };
            findings.push(
                Finding::wrong(&say::SLOTS_COPY_DAMAGED)
                    .with("copy", copy)
                    .with("damage", word),
            );
        }
    }
    if examined.copies.iter().all(Option::is_none) {
        let mark = |is| if is { "+" } else { "−" };
        let whole = Finding::well(&say::SLOTS_WHOLE)
            .with("staff", examined.staff)
            .with("machine", mark(examined.opened_by_machine))
            .with("printed", mark(examined.printed_code));
        findings.push(whole);
    }
    if let Ok(page) = slots.sign_in_page(surroundings) {
        let plate = page.nameplate;
        let branch = plate.branch.to_string();
        findings.push(
            Finding::told(&say::NAMEPLATE)
                .with("branch", branch)
                .with("label", plate.label),
        );
        if plate.demonstration {
            findings.push(Finding::told(&say::DEMONSTRATION));
        }
    }
    examined.opened_by_machine
}

fn database(place: &Place) -> Finding {
    let path = place.database();
    let mut begin = [0; 16];
    let size = match fs::File::open(&path).and_then(|mut file| {
        let size = file.metadata()?.len();
        if size >= PAGE {
            file.read_exact(&mut begin)?;
        }
        Ok(size)
    }) {
        Ok(size) => size,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Finding::wrong(&say::DATABASE_MISSING),
        Err(_) => return Finding::wrong(&say::DATABASE_FAILED),
    };
    match () {
        () if &begin == PLAIN => Finding::wrong(&say::DATABASE_PLAIN),
        () if size == 0 || size % PAGE != 0 => Finding::wrong(&say::DATABASE_CUT),
        () => Finding::well(&say::DATABASE).with("mebibytes", size.div_ceil(1024 * 1024)),
    }
}

/// The folder of the notes. Which of them is this node's only the opened database says.
fn state(place: &Place) -> Finding {
    let Ok(some) = place.head_note(&NodeId([0; 16])) else {
        return Finding::wrong(&say::NO_STATE_FOLDER);
    };
    let Some(folder) = some.ancestors().nth(2) else {
        return Finding::wrong(&say::NO_STATE_FOLDER);
    };
    if inside(folder, place.data()) {
        return Finding::wrong(&say::STATE_FOLDER_INSIDE);
    }
    let Ok(nodes) = fs::read_dir(folder) else {
        return Finding::told(&say::STATE_FOLDER_MISSING);
    };
    let notes = nodes
        .flatten()
        .filter(|node| node.path().join("head").is_file())
        .count();
    Finding::well(&say::STATE_FOLDER).with("notes", Value::from(notes))
}

fn inside(folder: &Path, data: &Path) -> bool {
    match (fs::canonicalize(folder), fs::canonicalize(data)) {
        (Ok(folder), Ok(data)) => folder.starts_with(data),
        _ => folder.starts_with(data),
    }
}
