//! The rows of receptions and rosters.

use qabyldau_domain::fact::{Digest, Fact};
use qabyldau_domain::facts::{Body as _, Decoded, ReceptionAppointed, decode};
use qabyldau_domain::fold::{ReceptionRow, RosterRow};
use rusqlite::{Connection, named_params};

use super::row::{Place, upsert};
use crate::fault::StoreError;
use crate::sql::to_view;

pub(super) fn put(conn: &Connection, place: &Place<'_>, row: &ReceptionRow) -> Result<(), StoreError> {
    let body_hash = appointed(place, row).map_or(Digest::ZERO, |fact| fact.body_hash);
    upsert(
        conn,
        include_str!("reception.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":reference": row.reference,
            ":roster": row.roster,
            ":row": row.row,
            ":body_hash": body_hash.as_bytes(),
            ":day": row.day.to_string(),
            ":time": row.time.to_string(),
            ":iin": row.person.iin,
            ":match_key": row.match_key,
            ":state": row.state.word(),
            ":view": to_view(row)?,
        },
    )
}

/// The fact that made the row. Others of its kind may stand beside it, unreadable or from a writer who may not appoint.
fn appointed<'a>(place: &Place<'a>, row: &ReceptionRow) -> Option<&'a Fact> {
    let mut facts = place
        .items
        .iter()
        .map(|item| &item.fact)
        .filter(|fact| fact.kind == ReceptionAppointed::KIND);
    let first = facts.clone().next();
    if facts.clone().nth(1).is_none() {
        return first;
    }
    facts.find(|fact| match decode(&fact.kind, fact.version, fact.body.as_deref()) {
        Ok(Decoded::ReceptionAppointed(body)) => body.roster == row.roster && body.row == row.row,
        _ => false,
    })
}

pub(super) fn put_roster(conn: &Connection, place: &Place<'_>, row: &RosterRow) -> Result<(), StoreError> {
    upsert(
        conn,
        include_str!("roster.sql"),
        named_params! {
            ":id": place.id,
            ":subject": place.subject.as_str(),
            ":roster": place.subject.rest(),
            ":first_day": row.from.to_string(),
            ":last_day": row.to.to_string(),
            ":rows": row.rows,
            ":rows_hash": row.rows_hash.as_bytes(),
            ":version": row.version,
            ":view": to_view(row)?,
        },
    )
}
