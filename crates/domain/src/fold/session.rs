//! The session: the desk asks, the booth alone decides and moves it.

use super::{CallView, Said, SessionRow, Troubles};
use crate::facts::{Decoded, SessionStageV1};
use crate::state::{SessionEvent, SessionState};

pub(super) fn fold(said: &[Said<'_>], troubles: &mut Troubles) -> Option<SessionRow> {
    let mut row: Option<SessionRow> = None;
    for one in said {
        let event = match (&one.body, &mut row) {
            (Decoded::BoothAsked(body), none @ None) => {
                *none = Some(SessionRow {
                    subject: one.fact.subject.clone(),
                    desk: one.fact.node,
                    booth: body.booth,
                    entry: body.entry.clone(),
                    day: body.day,
                    language: body.language,
                    state: SessionState::Asked,
                    asked_at: one.fact.at,
                    asked_tick: one.fact.tick,
                    accepted_at: None,
                    refused: None,
                    held_by: None,
                    recorded_ms: 0,
                    discarded: 0,
                    outcome: None,
                    appeal: None,
                    continues: body.continues.clone(),
                    called: None,
                    rating: None,
                });
                continue;
            }
            (Decoded::StaffCalled(body), Some(row)) if one.fact.node == row.booth => {
                row.called = body.why.clone().map(|why| CallView {
                    why,
                    since: one.fact.at,
                });
                continue;
            }
            (Decoded::ServiceRated(body), Some(row)) if one.fact.node == row.booth && (1..=5).contains(&body.mark) => {
                row.rating.get_or_insert(body.mark);
                continue;
            }
            (Decoded::BoothAccepted(body), Some(row)) if answers(row, one, body.asked_tick) => {
                Some(SessionEvent::Accepted)
            }
            (Decoded::BoothRefused(body), Some(row)) if answers(row, one, body.asked_tick) => {
                Some(SessionEvent::Refused)
            }
            (Decoded::SessionMoved(body), Some(row)) if one.fact.node == row.booth => {
                Some(SessionEvent::Moved(body.stage))
            }
            (Decoded::SessionEnded(body), Some(_)) => Some(SessionEvent::Ended(body.outcome)),
            _ => None,
        };
        let next = row.as_ref().zip(event).and_then(|(row, event)| row.state.next(event));
        match (next, &mut row) {
            (Some(state), Some(row)) => step(row, state, one),
            _ => troubles.impossible(one.fact),
        }
    }
    row
}

/// Only the booth asked answers, after what it answers.
fn answers(row: &SessionRow, one: &Said<'_>, asked_tick: u64) -> bool {
    one.fact.node == row.booth && asked_tick == row.asked_tick && one.fact.tick > asked_tick
}

fn step(row: &mut SessionRow, state: SessionState, one: &Said<'_>) {
    row.state = state;
    match &one.body {
        Decoded::BoothAccepted(_) => row.accepted_at = Some(one.fact.at),
        Decoded::BoothRefused(body) => {
            row.refused = Some(body.code.clone());
            row.held_by = body.held_by.clone();
        }
        Decoded::SessionMoved(body) => {
            row.recorded_ms = body.recorded_ms;
            row.discarded += u32::from(body.stage == SessionStageV1::Discarded);
        }
        Decoded::SessionEnded(body) => {
            row.outcome = Some(body.outcome);
            row.appeal = body.appeal.clone();
        }
        _ => {}
    }
}
