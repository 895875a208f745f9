//! The print job.

use super::{JobRow, Said, Troubles};
use crate::facts::Decoded;
use crate::state::JobState;

pub(super) fn fold(said: &[Said<'_>], troubles: &mut Troubles) -> Option<JobRow> {
    let mut row: Option<JobRow> = None;
    for one in said {
        match (&one.body, &mut row) {
            (Decoded::PrintQueued(body), none @ None) => {
                *none = Some(JobRow {
                    subject: one.fact.subject.clone(),
                    node: one.fact.node,
                    sheet: body.sheet.clone(),
                    about: body.about.clone(),
                    duplicate: body.duplicate,
                    reason: body.reason.clone(),
                    at: one.fact.at,
                    state: JobState::Queued,
                });
            }
            (Decoded::PrintMoved(body), Some(row)) => match row.state.next(body.state) {
                Some(state) if one.fact.node == row.node => row.state = state,
                _ => troubles.impossible(one.fact),
            },
            _ => troubles.impossible(one.fact),
        }
    }
    row
}
