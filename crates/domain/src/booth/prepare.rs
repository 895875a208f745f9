//! B1 to B6: welcome, rules, own data, kind and addressee, camera and voice.

use super::event::Press;
use super::instruction::Author;
use super::next::{Turn, end};
use super::session::Session;
use super::state::{Held, Page, Voice};
use super::{presence, record};
use crate::facts::{NOT_ME, SessionOutcomeV1};
use crate::rulepack::AppealKind;

pub(super) fn pressed(mut session: Session, press: Press, at: u64) -> Turn {
    match (session.page.clone(), press) {
        (Page::Welcome, Press::Start) => Turn::to(session, Page::Rules),

        (Page::Rules, Press::Understood) => {
            session.answers.rules = Some(session.language);
            Turn::to(session, Page::OwnData)
        }
        (Page::Rules, Press::Back) => Turn::to(session, Page::Welcome),

        (Page::OwnData, Press::DataRight(own)) => {
            session.answers.own = Some(own);
            Turn::to(session, Page::Kind)
        }
        // A recording of the right person may exist from before a crash: then staff decide, nothing is wiped.
        (Page::OwnData, Press::NotMe) if session.recording.ms > 0 => presence::hold(session, Held::WrongPerson, at),
        (Page::OwnData, Press::NotMe) => end(
            session,
            SessionOutcomeV1::Left,
            Some(NOT_ME.to_owned()),
            Author::Applicant,
        ),
        (Page::OwnData, Press::Back) => Turn::to(session, Page::Rules),

        (Page::Kind, Press::Kind(kind)) => {
            session.answers.kind = Some(kind);
            if session.continued() {
                addressed(session)
            } else {
                Turn::to(session, Page::Addressee)
            }
        }
        (Page::Kind, Press::Back) => Turn::to(session, Page::OwnData),

        (Page::Addressee, Press::Addressee(id)) => {
            session.answers.addressee = Some(id);
            addressed(session)
        }
        (Page::Addressee, Press::Back) => Turn::to(session, Page::Kind),

        (Page::Against, Press::Against(words)) => {
            session.answers.against = Some(words);
            prepared(session)
        }
        (Page::Against, Press::Back) if session.continued() => Turn::to(session, Page::Kind),
        (Page::Against, Press::Back) => Turn::to(session, Page::Addressee),

        (Page::Camera(_), Press::VoiceTest) => Turn::to(session, Page::Camera(Voice::Speaking)),
        (Page::Camera(_), Press::Signing) => Turn::to(session, Page::Camera(Voice::Signing)),
        (Page::Camera(_), Press::Record) => record::count(session, at),
        (Page::Camera(_), Press::Back) if session.continued() => Turn::of(session),
        (Page::Camera(_), Press::Back) => match session.answers.kind {
            Some(AppealKind::Complaint) => Turn::to(session, Page::Against),
            _ => Turn::to(session, Page::Addressee),
        },

        (_, _) => Turn::of(session),
    }
}

/// To whom is answered: a complaint is asked against whom.
fn addressed(session: Session) -> Turn {
    match session.answers.kind {
        Some(AppealKind::Complaint) => Turn::to(session, Page::Against),
        _ => prepared(session),
    }
}

/// All is answered: on to the camera, or to the recording that was kept over a crash.
fn prepared(session: Session) -> Turn {
    let page = if session.recording.ms > 0 {
        Page::Stopped
    } else {
        Page::Camera(Voice::Untried)
    };
    Turn::to(session, page)
}
