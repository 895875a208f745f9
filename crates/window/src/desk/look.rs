//! Reads that need more than the open desk: the door, the printer, the display turned to the applicant.

use qabyldau_desk::{ApplicantView, Clock, Devices, Frame, Nameplate, Opening, Refusal};
use serde::Serialize;

use super::Reception;

/// Somebody on the list of the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct StaffChoice {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) post_kk: String,
    pub(crate) post_ru: String,
}

/// The door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SignInState {
    pub(crate) desk: Nameplate,
    pub(crate) staff: Vec<StaffChoice>,
    /// Who worked here last since the program was started.
    pub(crate) last: Option<String>,
    /// What the clock shows.
    pub(crate) clock: Clock,
    /// Facts that the portal had not taken when the desk was locked, if it was away: a locked desk exchanges nothing.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub(crate) unsent: Option<u64>,
    /// The portal's signed directory says that people and documents are invented.
    pub(crate) demonstration: bool,
}

impl Reception {
    /// What the door shows.
    pub(super) fn door(&self) -> Result<SignInState, Refusal> {
        if !self.locked.paired() {
            return Err(Refusal::new("desk-not-paired"));
        }
        let state = self.locked.state().map_err(|error| error.refusal())?;
        let choice = |one: qabyldau_desk::StaffChoice| StaffChoice {
            id: one.id.to_string(),
            name: one.name,
            post_kk: one.post_kk,
            post_ru: one.post_ru,
        };
        let left = *self.left();
        Ok(SignInState {
            last: left.map(|left| left.staff.to_string()),
            clock: Clock::at(self.surroundings.clock.now()),
            unsent: left.and_then(|left| left.unsent),
            demonstration: state.demonstration,
            desk: Nameplate {
                desk: state.desk,
                branch_kk: state.branch_kk,
                branch_ru: state.branch_ru,
            },
            staff: state.staff.into_iter().map(choice).collect(),
        })
    }

    pub(super) fn frame(&self) -> Result<Frame, Refusal> {
        self.read(|open| {
            let plate = open.plate.clone();
            open.desk.frame(plate, open.exchange.as_ref(), self.port.is_some())
        })
    }

    pub(super) fn opening(&self) -> Result<Opening, Refusal> {
        self.read(|open| {
            // The day opens by itself only with a clock that others agree with, as it was heard last.
            if let Some(exchange) = &open.exchange {
                open.desk.note_clock(&exchange.status())?;
            }
            open.desk.opening(open.exchange.as_ref(), self.port.is_some())
        })
    }

    pub(super) fn devices(&self) -> Result<Devices, Refusal> {
        let printer = self.port.as_ref().map(|port| port.name());
        self.read(|open| open.desk.devices(open.exchange.as_ref(), printer.as_deref()))
    }

    /// What the display turned to the applicant shows; nothing while the desk is locked.
    pub(super) fn applicant(&self) -> Option<ApplicantView> {
        self.open().as_ref().and_then(|open| open.applicant.clone())
    }

    pub(super) fn show_applicant(&self, view: Option<ApplicantView>) -> Result<(), Refusal> {
        let news = {
            let mut open = self.open();
            let open = open.as_mut().ok_or(Refusal::new("signed-out"))?;
            let before = std::mem::replace(&mut open.applicant, view);
            before != open.applicant
        };
        if news {
            (self.announce)();
        }
        Ok(())
    }
}
