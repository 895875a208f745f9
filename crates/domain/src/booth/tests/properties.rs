use super::*;
use crate::facts::SessionOutcomeV1;
use crate::state::{SessionEvent, SessionState};
use proptest::prelude::*;

/// Anything that can happen, sensible or not.
fn anything(pick: u16) -> What {
    use Press as P;
    let own = Own {
        postal_address: Some("x".to_owned()),
        email: None,
    };
    let press = [
        P::Touch,
        P::CallStaff,
        P::Back,
        P::Start,
        P::Understood,
        P::DataRight(own),
        P::NotMe,
        P::Kind(AppealKind::Application),
        P::Kind(AppealKind::Complaint),
        P::Addressee("to".to_owned()),
        P::Against(None),
        P::VoiceTest,
        P::Signing,
        P::Record,
        P::Pause,
        P::Send,
        P::SendAndContinue,
        P::GoOn,
        P::Anew,
        P::AnewYes,
        P::AnewNo,
        P::ShowCode,
        P::Taken,
        P::NoReceipt,
        P::Rate(3),
        P::Rate(9),
        P::SkipRating,
        P::Continue,
        P::Leave,
        P::LeaveYes,
        P::LeaveNo,
        P::Language(Language::Ru),
        P::Letters(Letters::Largest),
    ];
    let pick = usize::from(pick);
    if pick % 3 != 0 {
        return What::Press(press[pick / 3 % press.len()].clone());
    }
    let stage = [
        SessionStageV1::Preparing,
        SessionStageV1::Recording,
        SessionStageV1::Paused,
        SessionStageV1::Held,
        SessionStageV1::Discarded,
        SessionStageV1::Interrupted,
    ];
    let other = [
        What::Tick,
        What::Accepted(brought()),
        What::Restored(Restored {
            brought: brought(),
            stage: stage[pick / 3 % stage.len()],
            recorded_ms: u32::try_from(pick * 3).unwrap(),
            rules: None,
            filed: None,
            addressee: None,
        }),
        What::Report(Report::Recorded {
            ms: u32::try_from(pick * 4).unwrap(),
        }),
        What::Report(Report::Recorded { ms: u32::MAX }),
        What::Report(Report::VoiceHeard { low: false }),
        What::Report(Report::Failed(Fault::Camera)),
        What::Report(Report::Failed(Fault::Filing)),
        filed("26051201001238"),
        What::Report(Report::ReceiptGiven),
        What::Report(Report::ReceiptFailed),
        What::Staff(StaffWord::PersonIsBack),
        What::Staff(StaffWord::Came),
        What::Staff(StaffWord::Propose("to".to_owned())),
        staff_ends(),
    ];
    other[pick / 3 % other.len()].clone()
}

/// What brings this page on.
fn forward(state: &State, pick: u16) -> What {
    use Press as P;
    let State::Occupied(session) = state else {
        return What::Accepted(brought());
    };
    if matches!(session.presence, Presence::Held { .. }) {
        return What::Staff(StaffWord::PersonIsBack);
    }
    if !matches!(session.presence, Presence::Here { .. }) {
        return What::Press(if pick.is_multiple_of(2) { P::Continue } else { P::Leave });
    }
    What::Press(match &session.page {
        Page::Welcome => P::Start,
        Page::Rules => P::Understood,
        Page::OwnData => P::DataRight(Own::default()),
        Page::Kind => P::Kind(AppealKind::Application),
        Page::Addressee => P::Addressee("to".to_owned()),
        Page::Against => P::Against(None),
        Page::Camera(_) => P::Record,
        Page::Count { .. } => return What::Tick,
        Page::Recording { .. } if !pick.is_multiple_of(4) => {
            return What::Report(Report::Recorded {
                ms: session.recording.ms + 40_000,
            });
        }
        Page::Recording { .. } => P::Pause,
        Page::Stopped => [P::Send, P::GoOn, P::Anew, P::SendAndContinue][usize::from(pick % 4)].clone(),
        Page::AskAnew => P::AnewYes,
        Page::Filing { .. } => return filed("26051201001238"),
        Page::Code { .. } => P::Taken,
        Page::Rating { .. } => P::SkipRating,
        Page::Bye { .. } => return What::Tick,
    })
}

fn unfiled(state: &State) -> u32 {
    match state {
        State::Occupied(session) => session.recording.ms,
        State::Free => 0,
    }
}

/// Follows the facts as the fold of the session would.
fn follow(ledger: &mut Option<SessionState>, event: SessionEvent) -> Result<(), TestCaseError> {
    let before = ledger.ok_or_else(|| TestCaseError::fail(format!("{event:?} without a session")))?;
    let after = before.next(event);
    prop_assert!(after.is_some(), "{before:?} cannot take {event:?}");
    *ledger = after;
    Ok(())
}

fn standing(stage: SessionStageV1) -> SessionState {
    match stage {
        SessionStageV1::Preparing | SessionStageV1::Discarded => SessionState::Preparing,
        SessionStageV1::Recording => SessionState::Recording,
        SessionStageV1::Paused => SessionState::Paused,
        SessionStageV1::Held => SessionState::Held,
        SessionStageV1::Interrupted => SessionState::Interrupted,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nothing_is_filed_unasked_nothing_is_lost_in_silence_and_every_fact_is_possible(
        events in prop::collection::vec((0u64..100_000, any::<bool>(), any::<u16>()), 1..120),
    ) {
        let (mut state, mut at, mut ledger) = (State::Free, 0, None);
        for (pause, sensible, pick) in events {
            at += pause;
            let what = if sensible { forward(&state, pick) } else { anything(pick) };
            let before = state.clone();
            let (after, todo) = next(state, Event { at, what: what.clone() });

            // The session as the ledger sees it.
            match (&before, &what) {
                (State::Free, What::Accepted(_)) => ledger = Some(SessionState::Preparing),
                (State::Free, What::Restored(found)) => ledger = Some(standing(found.stage)),
                _ => {}
            }
            if let (State::Occupied(Session { page: Page::Filing { more: false }, .. }), What::Report(Report::Filed { .. })) = (&before, &what) {
                follow(&mut ledger, SessionEvent::Ended(SessionOutcomeV1::Filed))?;
            }
            for one in &todo {
                match one {
                    Instruction::Note { stage, .. } => follow(&mut ledger, SessionEvent::Moved(*stage))?,
                    Instruction::End { outcome, .. } => follow(&mut ledger, SessionEvent::Ended(*outcome))?,
                    _ => {}
                }
            }
            if let (State::Occupied(session), Some(state)) = (&after, &ledger)
                && !session.over
            {
                prop_assert_eq!(standing(session.stage), *state);
            }

            // Nothing is filed without the press that sends.
            let files = todo.iter().any(|one| matches!(one, Instruction::File(_)));
            prop_assert!(!files || matches!(what, What::Press(Press::Send | Press::SendAndContinue)));

            let filing = |state: &State| matches!(state, State::Occupied(Session { page: Page::Filing { .. }, .. }));
            prop_assert_eq!(files, filing(&after) && !filing(&before));

            // What is recorded goes by being filed, or by a person's word with a fact before it.
            prop_assert!(unfiled(&after) <= RECORD_LIMIT_MS);
            if unfiled(&before) > unfiled(&after) {
                let filed = matches!(what, What::Report(Report::Filed { .. }));
                let person = matches!(
                    what,
                    What::Press(Press::AnewYes | Press::LeaveYes) | What::Staff(StaffWord::End { .. })
                );
                let told = todo.iter().position(|one| {
                    matches!(one, Instruction::Note { stage: SessionStageV1::Discarded, .. } | Instruction::End { .. })
                });
                let wiped = todo.iter().position(|one| *one == Instruction::Wipe);
                prop_assert!(filed || (person && told.is_some() && told < wiped), "{what:?}: {todo:?}");
            }
            prop_assert!(unfiled(&before) == 0 || !todo.contains(&Instruction::Wipe) || unfiled(&after) == 0);

            // Who is held waits for staff.
            if let State::Occupied(Session { presence: Presence::Held { .. }, .. }) = &before
                && !matches!(what, What::Staff(StaffWord::PersonIsBack | StaffWord::End { .. }))
            {
                let held = matches!(&after, State::Occupied(Session { presence: Presence::Held { .. }, .. }));
                prop_assert!(held);
            }
            // Who was cut off is interrupted, and the desk sees where everybody who is back stands.
            if let (State::Free, What::Restored(_), State::Occupied(session)) = (&before, &what, &after) {
                prop_assert_eq!(session.stage, SessionStageV1::Interrupted);
            }
            if let State::Occupied(session) = &after {
                let held = matches!(session.presence, Presence::Held { .. });
                let stands = matches!(session.stage, SessionStageV1::Held | SessionStageV1::Interrupted);
                prop_assert_eq!(held, stands, "{:?}", session);
            }
            // The camera records on the recording page alone.
            let page = matches!(&after, State::Occupied(Session { page: Page::Recording { .. }, .. }));
            prop_assert!(after.camera() != Camera::Running || page);
            state = after;
        }
    }
}
