//! The journal line: registered once, corrected and annulled by later facts, never rewritten.

use super::{CorrectionView, EntryRow, NoteView, Said, Troubles};
use crate::facts::{Decoded, EntryCorrected, EntryRegistered};
use crate::names::{match_key, search_words};

pub(super) fn fold(said: &[Said<'_>], troubles: &mut Troubles) -> Option<EntryRow> {
    let mut row: Option<EntryRow> = None;
    for one in said {
        match (&one.body, &mut row) {
            (Decoded::EntryRegistered(body), none @ None) if body.number == one.fact.subject.rest() => {
                *none = Some(registered(one, body));
            }
            (Decoded::EntryCorrected(body), Some(row)) if row.annulled.is_none() => {
                for (field, new) in &body.fields {
                    // The only field that cannot be emptied.
                    if let ("document.number", Some(new)) = (field.as_str(), new) {
                        let old = std::mem::replace(&mut row.document.number, new.clone());
                        row.corrections
                            .push(correction(one, body, field, Some(old), Some(new.clone())));
                        continue;
                    }
                    let Some(place) = place(row, field) else {
                        troubles.impossible(one.fact);
                        continue;
                    };
                    let old = std::mem::replace(place, new.clone());
                    row.corrections.push(correction(one, body, field, old, new.clone()));
                }
            }
            (Decoded::EntryAnnulled(body), Some(row)) if row.annulled.is_none() => {
                row.annulled = Some(body.reason.clone())
            }
            (Decoded::NoteWritten(body), Some(row)) => {
                row.notes.push(NoteView {
                    at: one.fact.at,
                    code: body.code.clone(),
                    words: body.words.clone(),
                });
            }
            // Looking changes nothing.
            (Decoded::IinShown(_), Some(_)) => {}
            _ => troubles.impossible(one.fact),
        }
    }
    if let Some(row) = &mut row {
        (row.match_key, row.search_words) = keys(row);
    }
    row
}

fn correction(
    one: &Said<'_>,
    body: &EntryCorrected,
    field: &str,
    old: Option<String>,
    new: Option<String>,
) -> CorrectionView {
    CorrectionView {
        at: one.fact.at,
        field: field.to_owned(),
        old,
        new,
        reason: body.reason.clone(),
    }
}

fn registered(one: &Said<'_>, body: &EntryRegistered) -> EntryRow {
    EntryRow {
        subject: one.fact.subject.clone(),
        number: body.number.clone(),
        node: one.fact.node,
        day: body.day,
        at: one.fact.at,
        person: body.person.clone(),
        document: body.document.clone(),
        capacity: body.capacity.clone(),
        read_by: body.read_by,
        language: body.language,
        needs_help: body.needs_help,
        ticket: body.ticket.clone(),
        statements: body.statements.clone(),
        match_key: String::new(),
        search_words: String::new(),
        annulled: None,
        corrections: Vec::new(),
        notes: Vec::new(),
    }
}

fn place<'a>(row: &'a mut EntryRow, field: &str) -> Option<&'a mut Option<String>> {
    match field {
        "surname" => Some(&mut row.person.surname),
        "given" => Some(&mut row.person.given),
        "patronymic" => Some(&mut row.person.patronymic),
        "iin" => Some(&mut row.person.iin),
        "document.issuer" => Some(&mut row.document.issuer),
        "ticket" => Some(&mut row.ticket),
        _ => None,
    }
}

fn keys(row: &EntryRow) -> (String, String) {
    let parts = [
        &row.person.surname,
        &row.person.given,
        &row.person.patronymic,
        &row.person.latin,
    ];
    let key: Vec<&str> = parts[..3].iter().filter_map(|part| part.as_deref()).collect();
    let words: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
    (match_key(&key.join(" ")), search_words(&words.join(" ")).join(" "))
}
