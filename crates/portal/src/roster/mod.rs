//! Importing a roster: a CSV file of receptions becomes facts; broken rows are named by line and cause, the good are published.
//!
//! Rows show only under the `RosterPublished` that closes them. Rows may carry the reference of a reception known already: the same
//! content is passed over, another time or room is a change. Invariant: whatever a file holds, nothing of it is lost in silence.

mod columns;
mod csv;
mod row;
mod write;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use qabyldau_domain::fold::ReceptionRow;
use qabyldau_domain::number::ReceptionRef;
use serde::Serialize;
use serde_json::{Value, json};

use self::columns::Columns;
use self::row::RosterRow;
use crate::errand::NotDone;
use crate::office::Office;
use crate::trouble::Trouble;

/// The largest file.
const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// A row that was not taken, and why. Says nothing of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BrokenRow {
    /// The line of the file it begins at, from 1.
    pub line: usize,
    /// The column, if one is to blame.
    pub column: Option<&'static str>,
    /// A stable code.
    pub code: &'static str,
}

/// Reads the file's text: UTF-8, with or without BOM.
pub fn read_file(path: &Path) -> Result<String, Trouble> {
    if std::fs::metadata(path)?.len() > MAX_FILE_BYTES {
        return Err(Trouble::Refused("roster-too-large".to_owned()));
    }
    let bytes = std::fs::read(path)?;
    let text = String::from_utf8(bytes).map_err(|_| Trouble::Refused("roster-not-utf-8".to_owned()))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// What a file holds, judged row by row.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub new: Vec<(ReceptionRef, RosterRow)>,
    pub changed: Vec<(ReceptionRow, RosterRow)>,
    pub same: usize,
    pub broken: Vec<BrokenRow>,
}

/// Imports a file's text. Answers how many rows were appointed, changed, the same, and each broken one.
pub fn import(office: &Office, text: &str) -> Result<Value, NotDone> {
    let mut records = csv::records(text.trim_start_matches('\u{feff}'));
    let header = records.next().ok_or(NotDone::Refused("roster-empty"))?;
    let columns = Columns::of(&header.fields).map_err(|_| NotDone::Refused("roster-columns"))?;
    let rooms: BTreeSet<String> = office
        .read(|reader| reader.rooms())?
        .into_iter()
        .map(|room| room.label)
        .collect();
    let mut read = Vec::new();
    let mut broken = Vec::new();
    for record in records {
        match RosterRow::read(&record, &columns, &rooms) {
            Ok(row) => read.push((record.line, row)),
            Err(row) => broken.push(row),
        }
    }
    let mut judged = judge(office, read)?;
    judged.broken.extend(broken);
    judged.broken.sort_by_key(|row| row.line);
    let published = write::publish(office, &judged)?;
    Ok(json!({
        "roster": published,
        "appointed": judged.new.len(),
        "changed": judged.changed.len(),
        "same": judged.same,
        "broken": judged.broken,
    }))
}

/// Sets new rows apart from known ones.
fn judge(office: &Office, rows: Vec<(usize, RosterRow)>) -> Result<Judged, NotDone> {
    let mut judged = Judged::default();
    let mut seen = BTreeSet::new();
    let branch = office.read(|reader| Ok(reader.branch()))?;
    let unnamed = rows.iter().filter(|(_, row)| row.reference.is_none()).count();
    let mut fresh = write::fresh_references(office, unnamed)?.into_iter();
    let known = known(office, &rows)?;
    for (line, row) in rows {
        let broken = |code| BrokenRow {
            line,
            column: Some("reference"),
            code,
        };
        let Some(reference) = row.reference.or_else(|| fresh.next()) else {
            return Err(NotDone::Refused("roster-references-used-up"));
        };
        if reference.branch() != branch {
            judged.broken.push(broken("other-branch"));
        } else if !seen.insert(reference) {
            judged.broken.push(broken("reference-twice"));
        } else {
            match known.get(&reference) {
                None => judged.new.push((reference, row)),
                Some(before) if row.same_person(before) && row.same_place(before) => judged.same += 1,
                Some(before) if row.same_person(before) => judged.changed.push((before.clone(), row)),
                Some(_) => judged.broken.push(broken("other-person")),
            }
        }
    }
    Ok(judged)
}

fn known(office: &Office, rows: &[(usize, RosterRow)]) -> Result<BTreeMap<ReceptionRef, ReceptionRow>, NotDone> {
    let known = office.read(|reader| {
        let mut known = BTreeMap::new();
        for reference in rows.iter().filter_map(|(_, row)| row.reference) {
            known.extend(
                reader
                    .reception(&reference.to_string())?
                    .map(|before| (reference, before)),
            );
        }
        Ok(known)
    })?;
    Ok(known)
}
