//! Is somebody there? A question after 90 seconds, held after 60 more; only a person ends a session.

use super::event::Press;
use super::instruction::{Author, Call, Instruction};
use super::next::{Turn, end};
use super::session::Session;
use super::state::{Held, Page, Presence};
use super::{ASK_AFTER_MS, HELD_MS, HOLD_AFTER_MS, filing, record};
use crate::facts::{SessionOutcomeV1, SessionStageV1};

/// Time passed.
pub(super) fn tick(mut session: Session, at: u64) -> Turn {
    if let Presence::Held { since, why, overdue } = session.presence {
        if overdue || at.saturating_sub(since) < HELD_MS {
            return Turn::of(session);
        }
        session.presence = Presence::Held {
            since,
            why,
            overdue: true,
        };
        return Turn::of(session).and(Instruction::Call(Call::HeldLong));
    }
    match session.page {
        Page::Count { .. } | Page::Recording { .. } => record::tick(session, at),
        Page::Filing { .. } | Page::Code { .. } | Page::Rating { .. } | Page::Bye { .. } => filing::tick(session, at),
        _ => idle(session, at),
    }
}

/// Nobody touches anything, and nothing runs.
pub(super) fn idle(mut session: Session, at: u64) -> Turn {
    match session.presence {
        Presence::Here { touched } if at.saturating_sub(touched) >= ASK_AFTER_MS => {
            session.presence = Presence::Asked { since: at };
            Turn::of(session)
        }
        Presence::Asked { since } | Presence::LeaveAsked { since } if at.saturating_sub(since) >= HOLD_AFTER_MS => {
            hold(session, Held::NoPerson, at)
        }
        _ => Turn::of(session),
    }
}

/// An answer to the question «Жалғастырасыз ба?» or to the one after it.
pub(super) fn answered(mut session: Session, press: &Press, at: u64) -> Turn {
    match (session.presence, press) {
        (Presence::Asked { .. }, Press::Leave) => {
            session.presence = Presence::LeaveAsked { since: at };
            Turn::of(session)
        }
        (Presence::LeaveAsked { .. }, Press::LeaveYes) => end(session, SessionOutcomeV1::Left, None, Author::Applicant),
        (_, Press::CallStaff) => {
            session.presence = Presence::Here { touched: at };
            help(session)
        }
        // Any other touch means that somebody is there; what lay under the question was not meant.
        (_, _) => {
            session.presence = Presence::Here { touched: at };
            Turn::of(session)
        }
    }
}

/// The person asks for help: one call until staff came, however often the key is touched.
pub(super) fn help(mut session: Session) -> Turn {
    if std::mem::replace(&mut session.called, true) {
        return Turn::of(session);
    }
    Turn::of(session).and(Instruction::Call(Call::Help))
}

/// The screen goes blank, staff are called, everything stays.
pub(super) fn hold(mut session: Session, why: Held, at: u64) -> Turn {
    session.called = true;
    session.presence = Presence::Held {
        since: at,
        why,
        overdue: false,
    };
    let stage = if why == Held::Interrupted {
        SessionStageV1::Interrupted
    } else {
        SessionStageV1::Held
    };
    let turn = Turn::of(session).note(stage, Author::Booth);
    turn.and(Instruction::Call(Call::Held(why)))
}

/// Staff say that the person is there: on from where it stood, and the desk sees it.
pub(super) fn back(mut session: Session, at: u64) -> Turn {
    if !matches!(session.presence, Presence::Held { .. }) {
        return Turn::of(session);
    }
    let stage = if session.recording.ms > 0 {
        SessionStageV1::Paused
    } else {
        SessionStageV1::Preparing
    };
    session.presence = Presence::Here { touched: at };
    Turn::of(session).answered().note(stage, Author::Booth)
}
