//! Staff and their shifts.

use super::{Said, ShiftRow, StaffRow, Troubles};
use crate::facts::Decoded;

pub(super) fn fold(said: &[Said<'_>], troubles: &mut Troubles) -> Option<StaffRow> {
    let mut row: Option<StaffRow> = None;
    for one in said {
        match (&one.body, &mut row) {
            (Decoded::StaffAdmitted(body), row) => {
                let Ok(id) = one.fact.subject.rest().parse() else {
                    troubles.impossible(one.fact);
                    continue;
                };
                *row = Some(StaffRow {
                    subject: one.fact.subject.clone(),
                    id,
                    name: body.name.clone(),
                    post_kk: body.post_kk.clone(),
                    post_ru: body.post_ru.clone(),
                    role: body.role,
                    language: body.language,
                    key: body.key.clone(),
                    removed: false,
                });
            }
            (Decoded::StaffPasswordChanged(body), Some(row)) if body.key.public == row.key.public => {
                row.key = body.key.clone();
            }
            (Decoded::StaffRemoved(_), Some(row)) => row.removed = true,
            _ => troubles.impossible(one.fact),
        }
    }
    row
}

pub(super) fn fold_shift(said: &[Said<'_>], troubles: &mut Troubles) -> Option<ShiftRow> {
    let first = said.first()?;
    let mut row = ShiftRow {
        subject: first.fact.subject.clone(),
        first_at: None,
        last_at: None,
        out_at: None,
        failed: 0,
    };
    for one in said {
        match &one.body {
            Decoded::SignedIn(_) => {
                row.first_at.get_or_insert(one.fact.at);
                row.last_at = Some(one.fact.at);
                row.out_at = None;
            }
            Decoded::SignedOut(_) => row.out_at = Some(one.fact.at),
            Decoded::SignInFailed(body) => row.failed = row.failed.saturating_add(body.times),
            _ => troubles.impossible(one.fact),
        }
    }
    Some(row)
}
