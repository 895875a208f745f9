//! What happened to a thing, newest first: each fact a line that says when, what, who, where.

use std::collections::BTreeMap;

use qabyldau_domain::fact::{By, Fact};
use qabyldau_domain::facts::{Decoded, decode};
use qabyldau_store::Reader;
use serde::Serialize;

use super::line::Places;
use super::plain::{dmy, hm};
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

/// A fact's line; none if it is no event for a person.
pub(crate) fn line(reader: &Reader<'_>, places: &Places, fact: &Fact) -> Result<Option<HistoryLine>, Failed> {
    let Ok(decoded) = decode(&fact.kind, fact.version, fact.body.as_deref()) else {
        return Ok(None);
    };
    let (code, args) = told(&decoded);
    if code.is_empty() {
        return Ok(None);
    }
    let correction = matches!(
        decoded,
        Decoded::EntryCorrected(_) | Decoded::EntryAnnulled(_) | Decoded::ReceptionUndone(_)
    );
    Ok(Some(HistoryLine {
        at: hm(fact.at),
        day: dmy(fact.at.date()),
        code: code.to_owned(),
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

/// The code of a fact's line and what its sentence names; empty for facts that are no event of the thing.
fn told(decoded: &Decoded) -> (&'static str, BTreeMap<String, String>) {
    let mut args = BTreeMap::new();
    let mut with = |name: &str, value: String| {
        args.insert(name.to_owned(), value);
    };
    let code = match decoded {
        Decoded::EntryRegistered(_) => "registered",
        Decoded::EntryCorrected(body) => {
            with("fields", body.fields.keys().cloned().collect::<Vec<_>>().join(","));
            with("reason", body.reason.clone());
            "corrected"
        }
        Decoded::EntryAnnulled(body) => {
            with("reason", body.reason.clone());
            "annulled"
        }
        Decoded::NoteWritten(body) => {
            with("note", body.code.clone());
            "note"
        }
        Decoded::IinShown(_) => "iin-shown",
        Decoded::BoothAsked(_) => "booth-asked",
        Decoded::BoothAccepted(_) => "booth-accepted",
        Decoded::BoothRefused(body) => {
            with("why", body.code.clone());
            "booth-refused"
        }
        Decoded::SessionMoved(body) => {
            with("stage", word(&body.stage));
            "session-moved"
        }
        Decoded::SessionEnded(body) => {
            with("outcome", word(&body.outcome));
            "session-ended"
        }
        Decoded::StaffCalled(_) => "staff-called",
        Decoded::ServiceRated(_) => "rated",
        Decoded::WordGiven(body) => {
            with("word", word(&body.word));
            "word-given"
        }
        Decoded::WordRefused(_) => "word-refused",
        Decoded::AppealFiled(_) => "appeal-filed",
        Decoded::AnswerArrived(_) => "answer-arrived",
        Decoded::AnswerHandedOver(_) => "answer-handed-over",
        Decoded::ParcelStored(_) => "parcel-stored",
        Decoded::ReceptionAppointed(_) => "reception-appointed",
        Decoded::ReceptionChanged(body) => {
            with("reason", body.reason.clone());
            "reception-changed"
        }
        Decoded::ReceptionArrived(_) => "reception-arrived",
        Decoded::ReceptionStepped(body) => {
            with("step", word(&body.step));
            "reception-stepped"
        }
        Decoded::ReceptionUndone(body) => {
            with("reason", body.reason.clone());
            "reception-undone"
        }
        Decoded::PrintQueued(_) => "print-queued",
        Decoded::RosterPublished(_) => "roster-published",
        Decoded::DayOpened(_) => "day-opened",
        Decoded::DayClosed(_) => "day-closed",
        Decoded::SignedIn(_) => "signed-in",
        Decoded::SignedOut(_) => "signed-out",
        Decoded::SignInFailed(_) => "sign-in-failed",
        _ => "",
    };
    (code, args)
}

/// A value's stable word, as facts have it.
fn word(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    let own = value.as_str().or_else(|| value["word"].as_str());
    own.unwrap_or_default().to_owned()
}
