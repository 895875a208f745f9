//! The journal: registering, correcting, annulling; handing an answer over.

use std::collections::BTreeMap;

use qabyldau_domain::facts::Body;
use qabyldau_domain::fold::EntryRow;
use qabyldau_domain::number::EntryNumber;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule::{self, Registration};
use qabyldau_store::Reader;

use super::Done;
use crate::door::{Moment, Plan};
use crate::failed::Failed;

pub(super) fn register(reader: &Reader<'_>, moment: &Moment<'_>, asked: &Registration) -> Result<Plan, Failed> {
    let day = moment.open_day(reader)?;
    let year = u16::try_from(chrono::Datelike::year(&day)).unwrap_or_default();
    let running = reader.next_entry_number(moment.home.label, year)?;
    let number = EntryNumber::new(moment.home.branch, moment.home.label, year, running)
        .map_err(|_| Refusal::new("numbers-used-up").with("year", year))?;
    let law = moment.shelf.law(reader)?;
    let pack = law
        .packs
        .at(day)
        .map_err(|no| Refusal::new("rules-missing").with("day", no.day.format("%d.%m.%Y")))?;
    let texts = reader.document("texts")?.map(|document| document.sha256.to_string());
    let drafts = rule::register(asked, &number, day, &pack.pack.id, texts)?;
    debug_assert_eq!(drafts[0].kind, qabyldau_domain::facts::EntryRegistered::KIND);
    Ok((drafts, Done::Registered { number }))
}

pub(super) fn correct(
    reader: &Reader<'_>,
    number: &str,
    fields: &BTreeMap<String, Option<String>>,
    reason: &str,
) -> Result<Plan, Failed> {
    Ok((
        rule::correct(&entry(reader, number)?, fields.clone(), reason)?,
        Done::Written,
    ))
}

pub(super) fn annul(reader: &Reader<'_>, number: &str, reason: &str) -> Result<Plan, Failed> {
    Ok((rule::annul(&entry(reader, number)?, reason)?, Done::Written))
}

pub(super) fn show_iin(reader: &Reader<'_>, number: &str) -> Result<Plan, Failed> {
    Ok((rule::show_iin(&entry(reader, number)?)?, Done::Written))
}

pub(super) fn hand_over(reader: &Reader<'_>, appeal: &str, identified_by: &str) -> Result<Plan, Failed> {
    let row = reader
        .appeal(appeal)?
        .ok_or_else(|| Refusal::new("appeal-unknown").with("number", appeal))?;
    Ok((rule::hand_over(&row, identified_by)?, Done::Written))
}

pub(super) fn entry(reader: &Reader<'_>, number: &str) -> Result<EntryRow, Failed> {
    Ok(reader
        .entry(number)?
        .ok_or_else(|| Refusal::new("entry-unknown").with("number", number))?)
}
