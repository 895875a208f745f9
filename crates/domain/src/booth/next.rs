//! The table: who speaks decides which part answers.

use super::event::{Event, Press, Report, What};
use super::instruction::{Author, Instruction};
use super::session::{Recording, Session};
use super::state::{Fault, Held, Page, Presence, State};
use super::{FROZEN_MS, RECORD_LIMIT_MS, StaffWord, filing, prepare, presence, record, restore};
use crate::facts::{SessionOutcomeV1, SessionStageV1};

/// The state after an event, and what is to be done now. Answers every event in every state.
pub fn next(state: State, event: Event) -> (State, Vec<Instruction>) {
    let at = event.at;
    let turn = match (state, event.what) {
        (State::Free, What::Accepted(brought)) => Turn::of(Session::begun(brought, at)),
        (State::Free, What::Restored(found)) => restore::restored(found, at),
        (State::Free, _) => Turn {
            state: State::Free,
            todo: Vec::new(),
        },
        // The order of a session that stands again brings back what only it knows.
        (State::Occupied(session), What::Accepted(brought)) if brought.session == session.brought.session => {
            Turn::of(Session { brought, ..session })
        }
        (State::Occupied(session), What::Accepted(_) | What::Restored(_)) => Turn::of(session),
        (State::Occupied(session), What::Tick) => presence::tick(session, at),
        (State::Occupied(session), What::Press(press)) => pressed(session, press, at),
        (State::Occupied(session), What::Report(report)) => told(session, report, at),
        (State::Occupied(session), What::Staff(word)) => staff(session, word, at),
    };
    (turn.state, turn.todo)
}

/// A state and what is to be done, while it is being made.
pub(super) struct Turn {
    state: State,
    todo: Vec<Instruction>,
}

impl Turn {
    /// The session as it is, nothing to do.
    pub(super) fn of(session: Session) -> Self {
        Self {
            state: State::Occupied(session),
            todo: Vec::new(),
        }
    }

    /// The same on another page.
    pub(super) fn to(mut session: Session, page: Page) -> Self {
        session.page = page;
        Self::of(session)
    }

    /// With one thing more to do.
    pub(super) fn and(mut self, instruction: Instruction) -> Self {
        self.todo.push(instruction);
        self
    }

    /// With a fact of the stage, if it is another than the facts have already.
    pub(super) fn note(mut self, stage: SessionStageV1, by: Author) -> Self {
        if let State::Occupied(session) = &mut self.state
            && session.stage != stage
        {
            // A wiped recording leaves the session where it was before recording.
            session.stage = if stage == SessionStageV1::Discarded {
                SessionStageV1::Preparing
            } else {
                stage
            };
            let note = Instruction::Note {
                stage,
                recorded_ms: session.recording.ms,
                rules: session.answers.rules,
                by,
            };
            self.todo.push(note);
        }
        self
    }

    /// Staff are there: a call is over.
    pub(super) fn answered(mut self) -> Self {
        if let State::Occupied(session) = &mut self.state
            && std::mem::take(&mut session.called)
        {
            self.todo.push(Instruction::Answered);
        }
        self
    }

    /// Clean: nothing of the person remains, a call is over.
    pub(super) fn clean(session: Session) -> Self {
        let mut turn = Self::of(session).answered().and(Instruction::Clean);
        turn.state = State::Free;
        turn
    }
}

/// Ends a session by a person's word: the fact, then the unfiled recording goes, then the screen.
pub(super) fn end(session: Session, outcome: SessionOutcomeV1, reason: Option<String>, by: Author) -> Turn {
    if session.over {
        return Turn::clean(session);
    }
    let appeal = session.filed.clone();
    let turn = Turn::of(session).answered().and(Instruction::End {
        outcome,
        appeal,
        reason,
        by,
    });
    let mut turn = turn.and(Instruction::Wipe).and(Instruction::Clean);
    turn.state = State::Free;
    turn
}

/// Who is held is blank: only staff go on. Who is asked answers the question first. Else the page decides.
fn pressed(mut session: Session, press: Press, at: u64) -> Turn {
    session.presence = match (session.presence, &press) {
        (Presence::Held { .. }, _) => return Turn::of(session),
        // How a question is read may be chosen like on every page: it is asked anew, and not answered by that.
        (Presence::Asked { .. }, Press::Letters(_) | Press::Language(_)) => Presence::Asked { since: at },
        (Presence::LeaveAsked { .. }, Press::Letters(_) | Press::Language(_)) => Presence::LeaveAsked { since: at },
        (Presence::Asked { .. } | Presence::LeaveAsked { .. }, _) => return presence::answered(session, &press, at),
        (Presence::Here { .. }, _) => Presence::Here { touched: at },
    };
    match (&session.page, press) {
        (_, Press::CallStaff) => presence::help(session),
        (_, Press::Letters(letters)) => {
            session.letters = letters;
            Turn::of(session)
        }
        (_, Press::Language(language)) => {
            session.language = language;
            Turn::of(session)
        }
        (
            Page::Welcome
            | Page::Rules
            | Page::OwnData
            | Page::Kind
            | Page::Addressee
            | Page::Against
            | Page::Camera(_),
            press,
        ) => prepare::pressed(session, press, at),
        (Page::Count { .. } | Page::Recording { .. } | Page::Stopped | Page::AskAnew, press) => {
            record::pressed(session, press, at)
        }
        (Page::Filing { .. } | Page::Code { .. } | Page::Rating { .. } | Page::Bye { .. }, press) => {
            filing::pressed(session, &press, at)
        }
    }
}

fn told(mut session: Session, report: Report, at: u64) -> Turn {
    match (&mut session.page, report) {
        (Page::Recording { .. } | Page::Stopped | Page::AskAnew, Report::Recorded { ms }) => {
            record::progressed(session, ms, at)
        }
        (Page::Camera(voice), Report::VoiceHeard { low }) => {
            if *voice == super::Voice::Speaking {
                *voice = super::Voice::Heard { low };
            }
            Turn::of(session)
        }
        (Page::Filing { .. } | Page::Code { .. } | Page::Rating { .. } | Page::Bye { .. }, report) => {
            filing::told(session, report, at)
        }
        (_, Report::Failed(fault)) => failed(session, fault, at),
        (_, _) => Turn::of(session),
    }
}

/// A part failed: what is recorded stays, the person is told, staff are called.
pub(super) fn failed(mut session: Session, fault: Fault, at: u64) -> Turn {
    session.recording.closed |= fault.closes_recording() && session.recording.ms > 0;
    session.page = match session.page {
        Page::Count { .. } | Page::Recording { .. } | Page::AskAnew if session.recording.ms > 0 => Page::Stopped,
        Page::Count { .. } | Page::Recording { .. } => Page::Camera(super::Voice::Untried),
        page => page,
    };
    presence::hold(session, Held::Fault(fault), at)
}

fn staff(mut session: Session, word: StaffWord, at: u64) -> Turn {
    match word {
        StaffWord::Came => Turn::of(session).answered(),
        StaffWord::Propose(addressee) => {
            session.brought.proposed = Some(addressee);
            Turn::of(session)
        }
        StaffWord::PersonIsBack => presence::back(session, at),
        StaffWord::End { .. } if matches!(session.page, Page::Filing { .. }) => Turn::of(session),
        StaffWord::End { staff, fault, reason } => {
            let outcome = if fault {
                SessionOutcomeV1::Fault
            } else {
                SessionOutcomeV1::Left
            };
            end(session, outcome, Some(reason), Author::Staff(staff))
        }
    }
}

/// Keeps the figure growing and within the three minutes.
pub(super) fn grown(recording: Recording, ms: u32) -> Recording {
    Recording {
        ms: ms.max(recording.ms).min(RECORD_LIMIT_MS),
        ..recording
    }
}

/// The recorder runs and has not told of progress for too long.
pub(super) fn frozen(session: &Session, at: u64) -> bool {
    matches!(session.page, Page::Recording { progress } if at.saturating_sub(progress) >= FROZEN_MS)
}
