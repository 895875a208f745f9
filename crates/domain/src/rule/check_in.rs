//! Marking the arrival at an online reception and what follows at the branch.

use chrono::NaiveDateTime;

use crate::fact::{Draft, Instant};
use crate::facts::{PunctualityV1, ReceptionArrived, ReceptionStepV1, ReceptionStepped, ReceptionUndone};
use crate::fold::ReceptionRow;
use crate::refusal::Refusal;
use crate::state::{ReceptionEvent, ReceptionState};

/// From how many minutes before the time somebody is early: Order № 50 p. 15 asks for 15 minutes; later packs name none, the branch keeps the habit.
pub const EARLY_MINUTES: i32 = 15;

/// Whole minutes against the appointed time (negative: before it) and the judgement. The appointed minute itself is in time.
pub fn punctuality(row: &ReceptionRow, now: Instant) -> (i32, PunctualityV1) {
    let appointed = NaiveDateTime::new(row.day, row.time);
    let seconds = (now.local().naive_local() - appointed).num_seconds();
    let minutes = i32::try_from(seconds.div_euclid(60)).unwrap_or(if seconds < 0 { i32::MIN } else { i32::MAX });
    let judgement = match minutes {
        ..=0 if minutes <= -EARLY_MINUTES => PunctualityV1::Early,
        ..=0 => PunctualityV1::OnTime,
        _ => PunctualityV1::Late,
    };
    (minutes, judgement)
}

/// Marks the arrival. Somebody of another day is refused by name with that day; another document is noted, never refused.
pub fn arrive(
    row: &ReceptionRow,
    now: Instant,
    other_document: bool,
    words: Option<String>,
) -> Result<Vec<Draft>, Refusal> {
    if row.day != now.date() {
        return Err(Refusal::new("reception-other-day")
            .with("day", row.day.format("%d.%m.%Y"))
            .with("time", row.time.format("%H:%M")));
    }
    if let Some(arrival) = &row.arrival {
        return Err(Refusal::new("reception-already-in").with("time", arrival.at.time().format("%H:%M")));
    }
    let (minutes, punctuality) = punctuality(row, now);
    possible(row, ReceptionEvent::Arrived(punctuality))?;
    Ok(vec![Draft::new(
        row.subject.clone(),
        &ReceptionArrived {
            minutes,
            punctuality,
            other_document,
            words,
        },
    )])
}

/// Escort, start, finish.
pub fn step(row: &ReceptionRow, step: ReceptionStepV1) -> Result<Vec<Draft>, Refusal> {
    possible(row, ReceptionEvent::Stepped(step))?;
    Ok(vec![Draft::new(row.subject.clone(), &ReceptionStepped { step })])
}

/// Marks as not come; only after the appointed time.
pub fn mark_no_show(row: &ReceptionRow, now: Instant) -> Result<Vec<Draft>, Refusal> {
    if now.local().naive_local() < NaiveDateTime::new(row.day, row.time) {
        return Err(Refusal::new("reception-not-yet").with("time", row.time.format("%H:%M")));
    }
    step(row, ReceptionStepV1::NoShow)
}

/// Takes the last step or the arrival back: the one that led to `from`. Whoever asks saw that one; what somebody did since is not theirs.
pub fn undo(row: &ReceptionRow, from: &str, reason: &str) -> Result<Vec<Draft>, Refusal> {
    if row.state.word() != from || matches!(row.state, ReceptionState::Expected | ReceptionState::Cancelled) {
        return Err(Refusal::new("reception-state").with("state", row.state.word()));
    }
    Ok(vec![Draft::new(
        row.subject.clone(),
        &ReceptionUndone {
            reason: super::journal::given(reason)?,
        },
    )])
}

fn possible(row: &ReceptionRow, event: ReceptionEvent) -> Result<(), Refusal> {
    match row.state.next(event) {
        Some(_) => Ok(()),
        None => Err(Refusal::new("reception-state").with("state", row.state.word())),
    }
}
