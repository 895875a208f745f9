//! Closing a subject: retention ended, the remainder without persons stays, the bodies go. The portal alone may, of what it holds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qabyldau_domain::fact::{Draft, Fact, NodeId};
use qabyldau_domain::facts::SubjectClosed;
use qabyldau_domain::fold::{Item, Row, fold};
use qabyldau_domain::subject::{Subject, SubjectKind};
use qabyldau_exchange::ExchangeError;
use qabyldau_store::{Reader, StoreError};
use serde_json::{Value, json};

use crate::errand::NotDone;
use crate::office::Office;

/// What may be closed: what holds personal data. The directory and documents are never closed.
const CLOSABLE: [SubjectKind; 5] = [
    SubjectKind::Entry,
    SubjectKind::Session,
    SubjectKind::Appeal,
    SubjectKind::Reception,
    SubjectKind::Job,
];

/// Closes a subject as it stands here.
pub fn close(office: &Office, subject: &str) -> Result<Value, NotDone> {
    let subject: Subject = subject.parse().map_err(|_| NotDone::Refused("subject-form"))?;
    if !CLOSABLE.contains(&subject.kind()) {
        return Err(NotDone::Refused("subject-not-closable"));
    }
    let acted = office.act(|reader| {
        let body = remainder(reader, &subject).map_err(|error| ExchangeError::Ledger(Box::new(error)))?;
        let drafts = body.iter().map(|body| Draft::new(subject.clone(), body)).collect();
        Ok((drafts, body))
    })?;
    let body = acted.answer.ok_or(NotDone::Refused("subject-unknown-or-closed"))?;
    Ok(json!({ "closed": subject, "state": body.state, "day": body.day }))
}

/// What stays of a subject; nothing if it is unknown or closed already.
fn remainder(reader: &Reader<'_>, subject: &Subject) -> Result<Option<SubjectClosed>, StoreError> {
    let facts = reader.facts_about(subject)?;
    let Some((state, day)) = folded(reader, &facts)? else {
        return Ok(None);
    };
    let mut through: BTreeMap<NodeId, u64> = BTreeMap::new();
    for fact in &facts {
        let last = through.entry(fact.node).or_default();
        *last = fact.seq.max(*last);
    }
    Ok(Some(SubjectClosed { through, state, day }))
}

fn folded(reader: &Reader<'_>, facts: &[Fact]) -> Result<Option<(String, Option<NaiveDate>)>, StoreError> {
    let mut items = Vec::with_capacity(facts.len());
    for fact in facts {
        if let Some(writer) = reader.node_by_id(&fact.node)? {
            items.push(Item {
                fact: fact.clone(),
                writer: writer.role,
            });
        }
    }
    Ok(match fold(&items).row {
        Some(Row::Entry(row)) => Some((
            if row.annulled.is_some() {
                "annulled"
            } else {
                "registered"
            }
            .to_owned(),
            Some(row.day),
        )),
        Some(Row::Session(row)) => Some((word(&row.state), Some(row.day))),
        Some(Row::Appeal(row)) => Some((
            appeal(row.handed_over_at.is_some(), row.answer_signed.is_some()),
            Some(row.day),
        )),
        Some(Row::Reception(row)) => Some((word(&row.state), Some(row.day))),
        Some(Row::Job(row)) => Some((word(&row.state), None)),
        _ => None,
    })
}

fn appeal(handed_over: bool, answered: bool) -> String {
    match (handed_over, answered) {
        (true, _) => "handed-over",
        (false, true) => "answered",
        (false, false) => "filed",
    }
    .to_owned()
}

/// A state by its name alone.
fn word<S: serde::Serialize>(state: &S) -> String {
    match serde_json::to_value(state) {
        Ok(Value::String(word)) => word,
        Ok(Value::Object(map)) => map.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}
