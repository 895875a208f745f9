//! The desk behind its windows: locked, or open with its exchange.
//!
//! Invariant: while nobody is signed in the database is closed and its key is not in memory; what ends a session ends the exchange first,
//! because the exchange holds the same database.

mod look;
mod table;
mod write;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[cfg(test)]
pub(crate) use look::{SignInState, StaffChoice};
use qabyldau_desk::{
    Act, ApplicantView, Desk, DeviceSecret, Done, Exchanger, Failed, Locked, Nameplate, Port, Refusal, Role, StaffId,
    Surroundings,
};
use serde_json::Value;
#[cfg(test)]
pub(crate) use write::Registered;

use crate::Window;
use crate::answer::{Announce, Answer};
use crate::folder_port::FolderPort;
use crate::values::Values;

/// What a desk's windows are composed of.
pub struct ReceptionParts {
    /// Who keeps this machine's secret.
    pub device: Arc<dyn DeviceSecret>,
    /// Clock and dice.
    pub surroundings: Surroundings,
    /// Where sheets are kept as PDF; none: there is no printer.
    pub prints: Option<PathBuf>,
    /// Tells the windows that what they show may have changed.
    pub announce: Announce,
}

/// A desk and who is at it.
pub struct Reception {
    locked: Locked,
    open: Mutex<Option<Open>>,
    port: Option<Box<dyn Port>>,
    announce: Announce,
    surroundings: Surroundings,
    /// Who worked here last, and how it stood when the desk was locked: for the door, in memory only.
    left: Mutex<Option<Left>>,
}

/// How a desk was left.
#[derive(Clone, Copy)]
struct Left {
    staff: StaffId,
    unsent: Option<u64>,
}

struct Open {
    desk: Arc<Desk>,
    plate: Nameplate,
    /// None if the hub's address is not known: the desk works on alone, and the next sign-in tries again.
    exchange: Option<Exchanger>,
    /// What the display turned to the applicant shows: in memory only, and gone with the session whatever was asked meanwhile.
    applicant: Option<ApplicantView>,
}

impl Reception {
    /// The desk whose data lie in this folder, locked.
    pub fn at(folder: &Path, parts: ReceptionParts) -> Self {
        Self {
            locked: Locked::at(folder, parts.device, parts.surroundings.clone()),
            surroundings: parts.surroundings,
            left: Mutex::new(None),
            open: Mutex::new(None),
            port: parts.prints.map(|folder| Box::new(FolderPort(folder)) as Box<dyn Port>),
            announce: parts.announce,
        }
    }

    /// Answers a question of a window, or refuses it.
    pub fn ask(&self, window: Window, command: &str, values: Value) -> Result<Answer, Refusal> {
        if !window.may_ask(command) {
            return Err(Refusal::new("question-not-allowed"));
        }
        self.answer(command, Values::of(values))
    }

    /// Signs out and closes the database; `why` is `person`, `idle` or `system`. Locking a locked desk changes nothing.
    pub fn lock(&self, why: &str) -> Result<(), Refusal> {
        let mut open = self.open();
        if let Some(open) = open.as_ref() {
            *self.left() = Some(Left {
                staff: open.desk.worker().id,
                // With the portal in touch what is left is on its way.
                unsent: open
                    .desk
                    .link(open.exchange.as_ref())
                    .ok()
                    .filter(|link| !link.portal)
                    .map(|link| link.unsent),
            });
        }
        let closed = close(open.take(), why);
        drop(open);
        (self.announce)();
        closed
    }

    fn left(&self) -> MutexGuard<'_, Option<Left>> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The role of whoever is signed in.
    pub fn role(&self) -> Option<Role> {
        self.open().as_ref().map(|open| open.desk.worker().role)
    }

    fn sign_in(&self, staff: &str, password: &str) -> Result<(), Refusal> {
        let staff = staff.parse().map_err(|_| Refusal::new("staff-unknown"))?;
        let mut open = self.open();
        close(open.take(), "person")?;
        let desk = Arc::new(self.locked.sign_in(staff, password).map_err(|error| error.refusal())?);
        let announce = Arc::clone(&self.announce);
        let exchange = desk.connect(Arc::new(move |_| announce())).ok();
        let plate = self.door()?.desk;
        *open = Some(Open {
            desk,
            plate,
            exchange,
            applicant: None,
        });
        Ok(())
    }

    /// Reads from the open desk; refused while nobody is signed in.
    fn read<T>(&self, read: impl FnOnce(&Open) -> Result<T, Failed>) -> Result<T, Refusal> {
        let open = self.open();
        let open = open.as_ref().ok_or(Refusal::new("signed-out"))?;
        read(open).map_err(|failed| failed.refusal())
    }

    /// Writes through the one door, then tells the exchange and the windows.
    fn transact(&self, act: &Act) -> Result<Done, Refusal> {
        let done = self.read(|open| {
            let (done, _) = open.desk.transact(act)?;
            if let Some(exchange) = &open.exchange {
                exchange.nudge();
            }
            Ok(done)
        })?;
        (self.announce)();
        Ok(done)
    }

    fn open(&self) -> MutexGuard<'_, Option<Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends a session. The desk is closed even if the fact of signing out could not be written; then that is told.
fn close(open: Option<Open>, why: &str) -> Result<(), Refusal> {
    let Some(Open { desk, exchange, .. }) = open else {
        return Ok(());
    };
    if let Some(exchange) = exchange {
        // Only what a screen says of the time until the hub is heard again depends on it.
        let _ = desk.keep_taken(&exchange.status());
        exchange.stop();
    }
    let signed_out = desk.transact(&Act::SignOut { why: why.to_owned() });
    drop(desk);
    signed_out.map(drop).map_err(|failed: Failed| failed.refusal())
}
