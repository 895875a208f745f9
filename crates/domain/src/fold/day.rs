//! The day of a node.

use super::{DayRow, Said, Troubles};
use crate::facts::Decoded;

pub(super) fn fold(said: &[Said<'_>], troubles: &mut Troubles) -> Option<DayRow> {
    let mut row: Option<DayRow> = None;
    for one in said {
        let own = one.fact.subject.rest().starts_with(&one.fact.node.to_string());
        match (&one.body, &mut row) {
            (Decoded::DayOpened(body), none @ None) if own => {
                *none = Some(DayRow {
                    subject: one.fact.subject.clone(),
                    node: one.fact.node,
                    date: body.date,
                    how: body.how.clone(),
                    opened_at: one.fact.at,
                    closed_at: None,
                    entries: None,
                });
            }
            (Decoded::DayClosed(body), Some(row)) if own && row.closed_at.is_none() => {
                row.closed_at = Some(one.fact.at);
                row.entries = Some(body.entries);
            }
            _ => troubles.impossible(one.fact),
        }
    }
    row
}
