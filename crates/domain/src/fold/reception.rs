//! The reception. Rule where two desks disagree: the first arrival in canonical order stands; later ones are kept and shown.

use super::{ArrivalView, ReceptionRow, RosterRow, Said, Troubles};
use crate::facts::{Decoded, ReceptionAppointed, ReceptionArrived, ReceptionStepV1};
use crate::names::match_key;
use crate::state::{ReceptionEvent, ReceptionState};

pub(super) fn fold(said: &[Said<'_>], troubles: &mut Troubles) -> Option<ReceptionRow> {
    let mut row: Option<ReceptionRow> = None;
    let mut before: Vec<ReceptionState> = Vec::new();
    for one in said {
        let event = match (&one.body, &mut row) {
            (Decoded::ReceptionAppointed(body), none @ None) => {
                *none = Some(appointed(one, body));
                continue;
            }
            (Decoded::ReceptionArrived(body), Some(row)) => {
                if row.arrival.is_some() {
                    row.other_arrivals.push(arrival(one, body));
                    continue;
                }
                Some(ReceptionEvent::Arrived(body.punctuality))
            }
            (Decoded::ReceptionChanged(body), Some(_)) => Some(if body.to.is_some() {
                ReceptionEvent::Moved
            } else {
                ReceptionEvent::Cancelled
            }),
            (Decoded::ReceptionStepped(body), Some(_)) => Some(ReceptionEvent::Stepped(body.step)),
            (Decoded::ReceptionUndone(_), Some(row)) if !before.is_empty() => {
                undo(row, before.pop().unwrap_or(ReceptionState::Expected));
                continue;
            }
            _ => None,
        };
        let next = row.as_ref().zip(event).and_then(|(row, event)| row.state.next(event));
        match (next, &mut row) {
            (Some(state), Some(row)) => {
                if !matches!(one.body, Decoded::ReceptionChanged(_)) {
                    before.push(row.state);
                }
                step(row, state, one);
            }
            _ => troubles.impossible(one.fact),
        }
    }
    row
}

fn appointed(one: &Said<'_>, body: &ReceptionAppointed) -> ReceptionRow {
    let parts = [&body.person.surname, &body.person.given, &body.person.patronymic];
    let name: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
    ReceptionRow {
        subject: one.fact.subject.clone(),
        reference: one.fact.subject.rest().to_owned(),
        roster: body.roster.clone(),
        row: body.row,
        day: body.day,
        time: body.time,
        room: body.room.clone(),
        person: body.person.clone(),
        match_key: match_key(&name.join(" ")),
        body: body.body.clone(),
        official: body.official.clone(),
        language: body.language,
        state: ReceptionState::Expected,
        arrival: None,
        other_arrivals: Vec::new(),
        escorted_at: None,
        started_at: None,
        finished_at: None,
        changed: None,
    }
}

fn arrival(one: &Said<'_>, body: &ReceptionArrived) -> ArrivalView {
    ArrivalView {
        node: one.fact.node,
        at: one.fact.at,
        minutes: body.minutes,
        punctuality: body.punctuality,
        other_document: body.other_document,
        words: body.words.clone(),
    }
}

fn step(row: &mut ReceptionRow, state: ReceptionState, one: &Said<'_>) {
    row.state = state;
    match &one.body {
        Decoded::ReceptionArrived(body) => row.arrival = Some(arrival(one, body)),
        Decoded::ReceptionChanged(body) => {
            if let Some((day, time)) = body.to {
                (row.day, row.time) = (day, time);
            }
            if let Some(room) = &body.room {
                row.room.clone_from(room);
            }
            row.changed = Some(body.reason.clone());
        }
        Decoded::ReceptionStepped(body) => match body.step {
            ReceptionStepV1::Escorted => row.escorted_at = Some(one.fact.at),
            ReceptionStepV1::Started => row.started_at = Some(one.fact.at),
            ReceptionStepV1::Finished => row.finished_at = Some(one.fact.at),
            ReceptionStepV1::NoShow => {}
        },
        _ => {}
    }
}

fn undo(row: &mut ReceptionRow, state: ReceptionState) {
    match row.state {
        ReceptionState::Arrived(_) => row.arrival = None,
        ReceptionState::Escorted => row.escorted_at = None,
        ReceptionState::Started => row.started_at = None,
        ReceptionState::Finished => row.finished_at = None,
        ReceptionState::Expected | ReceptionState::Cancelled | ReceptionState::NoShow => {}
    }
    row.state = state;
}

pub(super) fn fold_roster(said: &[Said<'_>], troubles: &mut Troubles) -> Option<RosterRow> {
    let mut row = None;
    for one in said {
        match (&one.body, &row) {
            (Decoded::RosterPublished(body), None) => {
                row = Some(RosterRow {
                    subject: one.fact.subject.clone(),
                    from: body.from,
                    to: body.to,
                    rows: body.rows,
                    rows_hash: body.rows_hash,
                    version: body.version,
                    at: one.fact.at,
                });
            }
            _ => troubles.impossible(one.fact),
        }
    }
    row
}
