//! What happened to a thing, newest first: each fact a line that says when, what, who, where.

use std::collections::BTreeMap;

use qabyldau_domain::fact::{By, Fact};
use qabyldau_domain::facts::{Decoded, decode};
use qabyldau_store::Reader;
use serde::Serialize;

use super::line::Places;
use super::plain::{dmy, hm, masked};
use crate::failed::Failed;

/// A line of a history: the sentence is `history-<code>` with `args`.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct HistoryLine {
    /// «чч:мм».
    pub at: String,
    /// «дд.мм.гггг».
    pub day: String,
    /// The stable code.
    pub code: String,
    /// What the sentence names.
    pub args: BTreeMap<String, String>,
    /// Who, if a member of staff did it.
    pub by: Option<String>,
    /// The label of the desk or booth.
    pub node: String,
    /// It changes what stood there.
    pub correction: bool,
}

/// The history of facts, given oldest first.
pub(crate) fn history(reader: &Reader<'_>, places: &Places, facts: &[Fact]) -> Result<Vec<HistoryLine>, Failed> {
    let mut lines = Vec::with_capacity(facts.len());
    for fact in facts.iter().rev() {
        lines.extend(line(reader, places, fact)?);
    }
    Ok(lines)
}

/// A fact's line; none if this program cannot read it.
pub(crate) fn line(reader: &Reader<'_>, places: &Places, fact: &Fact) -> Result<Option<HistoryLine>, Failed> {
    let Ok(decoded) = decode(&fact.kind, fact.version, fact.body.as_deref()) else {
        return Ok(None);
    };
    let args = args(&decoded);
    let code = match &decoded {
        Decoded::SessionMoved(body) => format!("session-{}", word(&body.stage)),
        _ => kebab(&fact.kind),
    };
    let correction = matches!(
        decoded,
        Decoded::EntryCorrected(_) | Decoded::EntryAnnulled(_) | Decoded::ReceptionUndone(_)
    );
    Ok(Some(HistoryLine {
        at: hm(fact.at),
        day: dmy(fact.at.date()),
        code,
        args,
        by: worker(reader, &fact.by)?,
        node: places.label(&fact.node),
        correction,
    }))
}

/// The name of the member of staff behind a fact.
pub(crate) fn worker(reader: &Reader<'_>, by: &By) -> Result<Option<String>, Failed> {
    match by {
        By::Staff(id) => Ok(reader.staff_member(id)?.map(|row| row.name)),
        By::Node | By::Applicant => Ok(None),
    }
}

/// What the sentence of a fact names beside its kind: labels, reasons and fields, and of a person's data only what a sheet shows anyway.
fn args(decoded: &Decoded) -> BTreeMap<String, String> {
    let mut args = BTreeMap::new();
    let mut with = |name: &str, value: &str| {
        args.insert(name.to_owned(), value.to_owned());
    };
    match decoded {
        Decoded::EntryCorrected(body) => {
            with("reason", &body.reason);
            if let Some((field, new)) = body.fields.iter().next() {
                with("field", field);
                with("new", &shown(field, new.as_deref()));
            }
        }
        Decoded::EntryAnnulled(body) => with("reason", &body.reason),
        Decoded::ReceptionChanged(body) => with("reason", &body.reason),
        Decoded::ReceptionUndone(body) => with("reason", &body.reason),
        Decoded::BoothRefused(body) => with("desk", body.held_by.as_deref().unwrap_or_default()),
        Decoded::AppealFiled(body) => with("number", &body.number),
        _ => {}
    }
    args.retain(|_, value| !value.is_empty());
    args
}

/// The value of a field as a history shows it: an IIN stays masked.
pub(crate) fn shown(field: &str, value: Option<&str>) -> String {
    match (field, value) {
        ("iin", Some(iin)) => masked(iin),
        (_, value) => value.unwrap_or_default().to_owned(),
    }
}

/// `EntryRegistered` → `entry-registered`.
fn kebab(kind: &str) -> String {
    let mut code = String::with_capacity(kind.len() + 4);
    for letter in kind.chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('-');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

/// A value's stable word, as facts have it.
fn word(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    let own = value.as_str().or_else(|| value["word"].as_str());
    own.unwrap_or_default().to_owned()
}
