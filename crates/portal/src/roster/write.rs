//! Writing a judged roster: acts of at most 400 rows, then the one fact that publishes them with their count and hash.

use qabyldau_domain::fact::{Digest, Draft, MAX_ACT_FACTS};
use qabyldau_domain::facts::{ReceptionAppointed, ReceptionChanged, RosterPublished};
use qabyldau_domain::number::ReceptionRef;
use qabyldau_domain::subject::Subject;
use qabyldau_exchange::ExchangeError;

use super::Judged;
use super::row::RosterRow;
use crate::errand::NotDone;
use crate::office::Office;

/// The setting that keeps the next row number.
const NEXT: &str = "next-reception";

/// Row numbers nobody had before. They are taken before they are used: an import that fails leaves a gap, never a double.
pub fn fresh_references(office: &Office, count: usize) -> Result<Vec<ReceptionRef>, NotDone> {
    let ledger = |error| ExchangeError::Ledger(Box::new(error));
    let (branch, next) = office.read(|reader| Ok((reader.branch(), reader.setting(NEXT)?)))?;
    let first: u64 = next.and_then(|text| text.parse().ok()).unwrap_or(1);
    let after = first + count as u64;
    office
        .store()?
        .set_setting(NEXT, Some(&after.to_string()))
        .map_err(ledger)?;
    let references = (first..after)
        .map(|row| ReceptionRef::new(branch, row))
        .collect::<Result<_, _>>();
    references.map_err(|_| NotDone::Refused("roster-references-used-up"))
}

/// Writes it. Answers the roster's id, or nothing if no row was new.
pub fn publish(office: &Office, judged: &Judged) -> Result<Option<String>, NotDone> {
    let changes: Vec<Draft> = judged
        .changed
        .iter()
        .map(|(before, row)| changed(&before.subject, before, row))
        .collect();
    for part in changes.chunks(MAX_ACT_FACTS) {
        office.act(|_| Ok((part.to_vec(), ())))?;
    }
    if judged.new.is_empty() {
        return Ok(None);
    }
    let roster = office.surroundings.id();
    let mut hashes = Vec::new();
    let rows: Vec<Draft> = judged
        .new
        .iter()
        .zip(1..)
        .map(|((reference, row), place)| appointed(&roster, *reference, place, row))
        .collect();
    for part in rows.chunks(MAX_ACT_FACTS) {
        let acted = office.act(|_| Ok((part.to_vec(), ())))?;
        hashes.extend(acted.facts.iter().flat_map(|fact| *fact.body_hash.as_bytes()));
    }
    let days = || judged.new.iter().map(|(_, row)| row.day);
    let (Some(from), Some(to)) = (days().min(), days().max()) else {
        return Ok(None);
    };
    office.act(|reader| {
        let before = reader
            .rosters_of_day(from)
            .map_err(|error| ExchangeError::Ledger(Box::new(error)))?;
        let version = before.iter().map(|roster| roster.version).max().unwrap_or(0) + 1;
        let count = u32::try_from(judged.new.len()).map_err(|_| ExchangeError::TooLarge)?;
        let body = RosterPublished {
            from,
            to,
            rows: count,
            rows_hash: Digest::of(&hashes),
            version,
        };
        Ok((vec![Draft::new(Subject::roster(&roster), &body)], ()))
    })?;
    Ok(Some(roster))
}

fn appointed(roster: &str, reference: ReceptionRef, place: u32, row: &RosterRow) -> Draft {
    let body = ReceptionAppointed {
        roster: roster.to_owned(),
        row: place,
        day: row.day,
        time: row.time,
        room: row.room.clone(),
        person: row.person.clone(),
        body: row.body.clone(),
        official: row.official.clone(),
        language: row.language,
    };
    Draft::new(Subject::reception(&reference), &body)
}

fn changed(subject: &Subject, before: &qabyldau_domain::fold::ReceptionRow, row: &RosterRow) -> Draft {
    let body = ReceptionChanged {
        to: Some((row.day, row.time)),
        room: (row.room != before.room).then(|| row.room.clone()),
        reason: "roster".to_owned(),
        told: false,
    };
    Draft::new(subject.clone(), &body)
}
