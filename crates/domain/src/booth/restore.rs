//! After a crash: what the ledger and the disk hold decides. Answers lived in memory only and are asked again.

use super::event::Restored;
use super::next::{Turn, grown};
use super::presence;
use super::session::{Recording, Session};
use super::state::Held;
use crate::facts::SessionStageV1;

/// The session stands again, interrupted and held until staff say that the person is there, wherever it was cut off; the desk is told.
/// A recording counts only where the facts say that one was under way: what was left of a wiped one is nobody's.
pub(super) fn restored(found: Restored, at: u64) -> Turn {
    use SessionStageV1 as G;
    let mut session = Session::begun(found.brought, at);
    (session.stage, session.recording) = match found.stage {
        G::Preparing | G::Discarded => (G::Preparing, Recording::default()),
        stage @ (G::Recording | G::Paused | G::Held | G::Interrupted) => (
            stage,
            grown(
                Recording {
                    ms: 0,
                    closed: found.recorded_ms > 0,
                },
                found.recorded_ms,
            ),
        ),
    };
    session.filed = found.filed;
    session.answers.rules = found.rules;
    session.answers.addressee = found.addressee;
    presence::hold(session, Held::Interrupted, at)
}
