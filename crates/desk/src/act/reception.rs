//! Arrivals and what follows.

use qabyldau_domain::facts::ReceptionStepV1;
use qabyldau_domain::fold::ReceptionRow;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule;
use qabyldau_store::Reader;

use super::Done;
use crate::door::{Moment, Plan};
use crate::failed::Failed;

pub(super) fn arrive(
    reader: &Reader<'_>,
    moment: &Moment<'_>,
    reference: &str,
    other_document: bool,
    words: Option<String>,
) -> Result<Plan, Failed> {
    moment.open_day(reader)?;
    let row = reception(reader, reference)?;
    Ok((rule::arrive(&row, moment.now, other_document, words)?, Done::Written))
}

pub(super) fn step(reader: &Reader<'_>, reference: &str, step: ReceptionStepV1) -> Result<Plan, Failed> {
    if step == ReceptionStepV1::NoShow {
        return Err(Refusal::new("reception-state").with("state", "no_show").into());
    }
    Ok((rule::step(&reception(reader, reference)?, step)?, Done::Written))
}

pub(super) fn no_show(reader: &Reader<'_>, moment: &Moment<'_>, reference: &str) -> Result<Plan, Failed> {
    Ok((
        rule::mark_no_show(&reception(reader, reference)?, moment.now)?,
        Done::Written,
    ))
}

pub(super) fn undo(reader: &Reader<'_>, reference: &str, from: &str, reason: &str) -> Result<Plan, Failed> {
    Ok((rule::undo(&reception(reader, reference)?, from, reason)?, Done::Written))
}

fn reception(reader: &Reader<'_>, reference: &str) -> Result<ReceptionRow, Failed> {
    Ok(reader
        .reception(reference)?
        .ok_or_else(|| Refusal::new("reception-unknown").with("reference", reference))?)
}
