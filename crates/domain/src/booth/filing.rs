//! B9 to B11: being registered, the secret code, the receipt, the rating, thanks.

use super::event::{Press, Report};
use super::instruction::{Call, Instruction};
use super::next::{Turn, failed};
use super::session::{Recording, Session};
use super::state::{Fault, Page, Presence, Receipt, Voice};
use super::{BYE_MS, CODE_SHOWN_MS, RATING_MS};

pub(super) fn pressed(mut session: Session, press: &Press, at: u64) -> Turn {
    match (&mut session.page, press) {
        (Page::Code { covered, since, .. }, Press::ShowCode) => {
            (*covered, *since) = (false, at);
            Turn::of(session)
        }
        (Page::Code { receipt, since, .. }, Press::NoReceipt) => {
            (*receipt, *since) = (Receipt::AtDesk, at);
            session.called = true;
            Turn::of(session).and(Instruction::Call(Call::NoReceipt))
        }
        (Page::Code { more: true, .. }, Press::Taken) => Turn::to(session, Page::Camera(Voice::Untried)),
        (Page::Code { more: false, .. }, Press::Taken) => Turn::to(session, Page::Rating { since: at }),
        (
            Page::Code {
                since, covered: false, ..
            },
            _,
        ) => {
            *since = at;
            Turn::of(session)
        }
        (Page::Rating { .. }, Press::Rate(mark @ 1..=5)) => {
            Turn::to(session, Page::Bye { since: at }).and(Instruction::Rated(*mark))
        }
        (Page::Rating { .. }, Press::SkipRating) => Turn::to(session, Page::Bye { since: at }),
        (_, _) => Turn::of(session),
    }
}

pub(super) fn told(mut session: Session, report: Report, at: u64) -> Turn {
    match (&mut session.page, report) {
        (Page::Filing { more }, Report::Filed { number, due }) => {
            let more = *more;
            session.over = !more;
            session.filed = Some(number.clone());
            session.recording = Recording::default();
            session.presence = Presence::Here { touched: at };
            let code = Page::Code {
                number,
                due,
                since: at,
                covered: false,
                receipt: Receipt::Printing,
                more,
            };
            Turn::to(session, code)
        }
        // Nothing was written: the recording stands, and the press can be made again.
        (Page::Filing { .. }, Report::Failed(fault)) => {
            session.page = Page::Stopped;
            failed(session, fault, at)
        }
        (
            Page::Code {
                receipt: receipt @ Receipt::Printing,
                ..
            },
            Report::ReceiptGiven,
        ) => {
            *receipt = Receipt::Given;
            Turn::of(session)
        }
        (
            Page::Code {
                receipt: receipt @ (Receipt::Printing | Receipt::Given),
                ..
            },
            Report::ReceiptFailed,
        ) => {
            *receipt = Receipt::AtDesk;
            session.called = true;
            Turn::of(session).and(Instruction::Call(Call::NoReceipt))
        }
        // Filed is filed: a part that fails now takes nothing from the person.
        (Page::Code { .. }, Report::Failed(fault)) if fault != Fault::Filing => {
            session.called = true;
            Turn::of(session).and(Instruction::Call(Call::Fault(fault)))
        }
        (_, _) => Turn::of(session),
    }
}

/// The code is never wiped by the clock, only covered; the rating and the thanks go by themselves.
pub(super) fn tick(mut session: Session, at: u64) -> Turn {
    match &mut session.page {
        Page::Code {
            since,
            covered: covered @ false,
            ..
        } if at.saturating_sub(*since) >= CODE_SHOWN_MS => {
            *covered = true;
            session.called = true;
            Turn::of(session).and(Instruction::Call(Call::CodeLeft))
        }
        Page::Rating { since } if at.saturating_sub(*since) >= RATING_MS => Turn::to(session, Page::Bye { since: at }),
        Page::Bye { since } if at.saturating_sub(*since) >= BYE_MS => Turn::clean(session),
        _ => Turn::of(session),
    }
}
