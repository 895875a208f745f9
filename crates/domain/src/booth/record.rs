//! B7 and B8: the recording, its pause, and what may be done with what was recorded. The key on the recording page only pauses.

use super::event::Press;
use super::instruction::{Author, Instruction};
use super::next::{Turn, grown};
use super::presence;
use super::session::{Recording, Session};
use super::state::{Page, Presence, Voice};
use super::{COUNT_MS, RECORD_LIMIT_MS};
use crate::facts::SessionStageV1;

pub(super) fn pressed(mut session: Session, press: Press, at: u64) -> Turn {
    let recording = session.recording;
    let full = recording.ms >= RECORD_LIMIT_MS;
    match (&session.page, press) {
        (Page::Count { .. }, Press::Pause | Press::Back) => stopped(session, at),
        (Page::Recording { .. }, Press::Pause) => stopped(session, at),

        (Page::Stopped, Press::Send) => send(session, false),
        (Page::Stopped, Press::SendAndContinue) if full => send(session, true),
        (Page::Stopped, Press::GoOn) if !full && !recording.closed => count(session, at),
        (Page::Stopped, Press::Anew) => Turn::to(session, Page::AskAnew),

        (Page::AskAnew, Press::AnewNo | Press::Back) => Turn::to(session, Page::Stopped),
        (Page::AskAnew, Press::AnewYes) => {
            session.page = Page::Camera(Voice::Untried);
            discard(session)
        }

        (_, _) => Turn::of(session),
    }
}

/// The fact says how much is wiped; then it goes.
fn discard(mut session: Session) -> Turn {
    let wiped = session.recording.ms;
    session.recording = Recording::default();
    let rules = session.answers.rules;
    session.stage = SessionStageV1::Preparing;
    Turn::of(session)
        .and(Instruction::Note {
            stage: SessionStageV1::Discarded,
            recorded_ms: wiped,
            rules,
            by: Author::Applicant,
        })
        .and(Instruction::Wipe)
}

/// 3-2-1.
pub(super) fn count(session: Session, at: u64) -> Turn {
    Turn::to(session, Page::Count { since: at })
}

/// Time passed while counting: the recording runs.
pub(super) fn counted(session: Session, since: u64, at: u64) -> Turn {
    if at.saturating_sub(since) < COUNT_MS {
        return Turn::of(session);
    }
    Turn::to(session, Page::Recording { progress: at }).note(SessionStageV1::Recording, Author::Applicant)
}

/// The recorder tells how much there is; at three minutes it stops.
pub(super) fn progressed(mut session: Session, ms: u32, at: u64) -> Turn {
    let before = session.recording.ms;
    session.recording = grown(session.recording, ms);
    if session.recording.ms > before
        && let Page::Recording { progress } = &mut session.page
    {
        *progress = at;
    }
    if session.recording.ms >= RECORD_LIMIT_MS && matches!(session.page, Page::Recording { .. }) {
        return stopped(session, at);
    }
    Turn::of(session)
}

/// Stopped, by the key or by the clock: nothing is sent. Without any picture yet it is back to the camera.
pub(super) fn stopped(mut session: Session, at: u64) -> Turn {
    session.presence = Presence::Here { touched: at };
    let page = if session.recording.ms > 0 {
        Page::Stopped
    } else {
        Page::Camera(Voice::Untried)
    };
    let ran = session.stage == SessionStageV1::Recording;
    let turn = Turn::to(session, page);
    if ran {
        turn.note(SessionStageV1::Paused, Author::Applicant)
    } else {
        turn
    }
}

/// The press that sends.
fn send(session: Session, more: bool) -> Turn {
    if session.recording.ms == 0 {
        return Turn::to(session, Page::Camera(Voice::Untried));
    }
    match session.filing(more) {
        Ok(filing) => Turn::to(session, Page::Filing { more }).and(Instruction::File(filing)),
        Err(missing) => Turn::to(session, missing),
    }
}

/// Time passed on a recording page.
pub(super) fn tick(session: Session, at: u64) -> Turn {
    match session.page {
        Page::Count { since } => counted(session, since, at),
        Page::Recording { .. } if super::next::frozen(&session, at) => {
            super::next::failed(session, super::Fault::Frozen, at)
        }
        Page::Recording { .. } => Turn::of(session),
        _ => presence::idle(session, at),
    }
}
