//! Corrections and annulments of a journal line.

use std::collections::BTreeMap;

use crate::fact::Draft;
use crate::facts::{EntryAnnulled, EntryCorrected, IinShown};
use crate::fold::EntryRow;
use crate::iin::Iin;
use crate::refusal::Refusal;

/// What a correction may name; the number of the document cannot be emptied.
pub const CORRECTABLE: [&str; 7] = [
    "surname",
    "given",
    "patronymic",
    "iin",
    "document.number",
    "document.issuer",
    "ticket",
];

/// Corrects fields by name; old and new stay side by side. A reason is a must.
pub fn correct(row: &EntryRow, fields: BTreeMap<String, Option<String>>, reason: &str) -> Result<Vec<Draft>, Refusal> {
    open(row)?;
    let reason = given(reason)?;
    for (field, new) in &fields {
        let known = CORRECTABLE.contains(&field.as_str());
        if !known || (field == "document.number" && new.as_ref().is_none_or(|new| new.trim().is_empty())) {
            return Err(Refusal::new("field-not-correctable").with("field", field));
        }
    }
    if let Some(Some(digits)) = fields.get("iin")
        && Iin::try_from(digits.as_str()).is_err()
    {
        return Err(Refusal::new("iin-check-digit"));
    }
    Ok(vec![Draft::new(
        row.subject.clone(),
        &EntryCorrected { fields, reason },
    )])
}

/// Annuls a line; it stays, struck through.
pub fn annul(row: &EntryRow, reason: &str) -> Result<Vec<Draft>, Refusal> {
    open(row)?;
    Ok(vec![Draft::new(
        row.subject.clone(),
        &EntryAnnulled { reason: given(reason)? },
    )])
}

/// The whole IIN of a line is shown; who looks is a fact.
pub fn show_iin(row: &EntryRow) -> Result<Vec<Draft>, Refusal> {
    match row.person.iin {
        Some(_) => Ok(vec![Draft::new(row.subject.clone(), &IinShown {})]),
        None => Err(Refusal::new("iin-none")),
    }
}

fn open(row: &EntryRow) -> Result<(), Refusal> {
    match row.annulled {
        None => Ok(()),
        Some(_) => Err(Refusal::new("entry-annulled").with("number", &row.number)),
    }
}

pub(super) fn given(reason: &str) -> Result<String, Refusal> {
    match reason.trim() {
        "" => Err(Refusal::new("reason-missing")),
        reason => Ok(reason.to_owned()),
    }
}
