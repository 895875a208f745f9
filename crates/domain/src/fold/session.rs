//! The session: a desk asks, the booth alone decides and moves it, any desk may give it a word.
//!
//! The rule where a withdrawal crosses the booth's answer, neither knowing of the other: the booth is the lock, so its answer beats the
//! withdrawal whatever the ticks (`SessionState::next`); the withdrawal is kept and shown as the loser, and is no trouble.
//!
//! Invariants: without its question there is no session to speak of, and no trouble either: a booth never holds the question. An
//! answer to a word that is not here (yet) is kept beside those that are.

use super::{CallView, Said, SessionRow, Troubles, WithdrawalView, WordAnswerView, WordGivenView, WordView};
use crate::fact::NodeId;
use crate::facts::{BoothAsked, Decoded, SessionOutcomeV1, SessionStageV1};
use crate::state::{SessionEvent, SessionState};

pub(super) fn fold(said: &[Said<'_>], troubles: &mut Troubles) -> Option<SessionRow> {
    let question = said.iter().enumerate().find_map(|(place, one)| match &one.body {
        Decoded::BoothAsked(body) => Some((place, one, body)),
        _ => None,
    });
    let Some((place, asking, body)) = question else {
        said.iter()
            .filter(|one| !waits(&one.body))
            .for_each(|one| troubles.impossible(one.fact));
        return None;
    };
    let mut row = asked(asking, body);
    let (before, after) = (&said[..place], &said[place + 1..]);
    before.iter().for_each(|one| troubles.impossible(one.fact));
    for one in after {
        if hear(&mut row, one).is_none() {
            troubles.impossible(one.fact);
        }
    }
    Some(row)
}

/// Does it speak of a session, so that it counts once the question is here?
fn waits(body: &Decoded) -> bool {
    use Decoded as D;
    matches!(
        body,
        D::BoothAccepted(_)
            | D::BoothRefused(_)
            | D::SessionMoved(_)
            | D::SessionEnded(_)
            | D::BoothFreed(_)
            | D::StaffCalled(_)
            | D::ServiceRated(_)
            | D::WordGiven(_)
            | D::WordTaken(_)
            | D::WordRefused(_)
    )
}

fn asked(one: &Said<'_>, body: &BoothAsked) -> SessionRow {
    SessionRow {
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
        withdrawn: None,
        reason: None,
        appeal: None,
        continues: body.continues.clone(),
        freed_at: None,
        called: None,
        words: Vec::new(),
        rating: None,
    }
}

/// What a fact after the question does to the row; nothing if it cannot be.
fn hear(row: &mut SessionRow, one: &Said<'_>) -> Option<()> {
    use Decoded as D;
    let by_booth = one.fact.node == row.booth;
    match &one.body {
        D::StaffCalled(body) if by_booth => {
            row.called = body.why.clone().map(|why| CallView {
                why,
                since: one.fact.at,
            });
        }
        D::ServiceRated(body) if by_booth && (1..=5).contains(&body.mark) => {
            row.rating.get_or_insert(body.mark);
        }
        D::WordGiven(body) => {
            let given = WordGivenView {
                by: one.fact.by,
                at: one.fact.at,
                word: body.word.clone(),
            };
            word(row, one.fact.node, one.fact.tick).given = Some(given);
        }
        D::WordTaken(body) if by_booth => answered(row, one, body.desk, body.told_tick, None)?,
        D::WordRefused(body) if by_booth => answered(row, one, body.desk, body.told_tick, Some(&body.code))?,
        D::BoothAccepted(body) if answers(row, one, body.asked_tick) => {
            step(row, SessionEvent::Accepted)?;
            (row.accepted_at, row.outcome) = (Some(one.fact.at), None);
        }
        D::BoothRefused(body) if answers(row, one, body.asked_tick) => {
            step(row, SessionEvent::Refused)?;
            (row.refused, row.outcome) = (Some(body.code.clone()), None);
            row.held_by.clone_from(&body.held_by);
        }
        D::SessionMoved(body) if by_booth => {
            step(row, SessionEvent::Moved(body.stage))?;
            row.recorded_ms = body.recorded_ms;
            row.discarded += u32::from(body.stage == SessionStageV1::Discarded);
        }
        D::SessionEnded(body) if body.outcome == SessionOutcomeV1::Withdrawn => {
            if one.fact.node != row.desk || row.withdrawn.is_some() {
                return None;
            }
            step(row, SessionEvent::Ended(body.outcome))?;
            row.withdrawn = Some(WithdrawalView {
                by: one.fact.by,
                at: one.fact.at,
                reason: body.reason.clone(),
            });
            if row.state == SessionState::Withdrawn {
                row.outcome = Some(body.outcome);
            }
        }
        D::SessionEnded(body) if by_booth => {
            step(row, SessionEvent::Ended(body.outcome))?;
            row.outcome = Some(body.outcome);
            row.reason.clone_from(&body.reason);
            row.appeal.clone_from(&body.appeal);
        }
        D::BoothFreed(_) if by_booth && row.state == SessionState::Filed => {
            row.freed_at.get_or_insert(one.fact.at);
        }
        _ => return None,
    }
    Some(())
}

fn step(row: &mut SessionRow, event: SessionEvent) -> Option<()> {
    row.state = row.state.next(event)?;
    Some(())
}

/// Only the booth asked answers, after what it answers.
fn answers(row: &SessionRow, one: &Said<'_>, asked_tick: u64) -> bool {
    one.fact.node == row.booth && asked_tick == row.asked_tick && one.fact.tick > asked_tick
}

/// The word of this desk and tick, in the order of ticks.
fn word(row: &mut SessionRow, desk: NodeId, told_tick: u64) -> &mut WordView {
    let place = row
        .words
        .binary_search_by_key(&(told_tick, desk), |word| (word.told_tick, word.desk));
    let place = place.unwrap_or_else(|place| {
        let view = WordView {
            desk,
            told_tick,
            given: None,
            answer: None,
        };
        row.words.insert(place, view);
        place
    });
    &mut row.words[place]
}

/// One answer a word, after the word.
fn answered(
    row: &mut SessionRow,
    one: &Said<'_>,
    desk: NodeId,
    told_tick: u64,
    refused: Option<&String>,
) -> Option<()> {
    if one.fact.tick <= told_tick {
        return None;
    }
    let word = word(row, desk, told_tick);
    if word.answer.is_some() {
        return None;
    }
    word.answer = Some(WordAnswerView {
        at: one.fact.at,
        refused: refused.cloned(),
    });
    Some(())
}
