//! Corrections and annulments of a journal line.

use std::collections::BTreeMap;

use crate::fact::Draft;
use crate::facts::{EntryAnnulled, EntryCorrected};
use crate::fold::EntryRow;
use crate::iin::Iin;
use crate::refusal::Refusal;

/// Corrects fields by name; old and new stay side by side. A reason is a must.
pub fn correct(row: &EntryRow, fields: BTreeMap<String, Option<String>>, reason: &str) -> Result<Vec<Draft>, Refusal> {
    open(row)?;
    let reason = given(reason)?;
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
