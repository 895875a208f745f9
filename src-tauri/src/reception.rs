//! The desk behind the window: locked, or open with its exchange. Every command asks here.
//!
//! Invariant: while nobody is signed in the database is closed and its key is not in memory; what ends a session ends the exchange first,
//! because the exchange holds the same database.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use qabyldau_desk::{Act, Desk, Failed, Locked, Refusal, Surroundings};

use crate::answers::{Nameplate, SignInState, Today};
use crate::outside;

/// Tells the screens that what they show may have changed.
pub type Announce = Arc<dyn Fn() + Send + Sync>;

/// A desk and who is at it.
pub struct Reception {
    locked: Locked,
    open: Mutex<Option<Open>>,
    announce: Announce,
}

struct Open {
    desk: Arc<Desk>,
    /// Ends the exchange and waits for it; none if the hub's address is not known.
    end_exchange: Option<Box<dyn FnOnce() + Send>>,
}

impl Reception {
    /// The desk whose data lie in this folder, locked.
    pub fn at(folder: &Path, surroundings: Surroundings, announce: Announce) -> Self {
        Self {
            locked: Locked::at(folder, outside::device(folder), surroundings),
            open: Mutex::new(None),
            announce,
        }
    }

    /// What the door shows.
    pub fn door(&self) -> Result<SignInState, Refusal> {
        if !self.locked.paired() {
            return Err(Refusal::new("desk-not-paired"));
        }
        self.locked
            .state()
            .map(SignInState::from)
            .map_err(|error| error.refusal())
    }

    /// Signs somebody in. Whoever was signed in before is signed out by it.
    pub fn sign_in(&self, staff: &str, password: &str) -> Result<(), Refusal> {
        let staff = staff.parse().map_err(|_| Refusal::new("staff-unknown"))?;
        let mut open = self.open();
        close(open.take())?;
        let desk = Arc::new(self.locked.sign_in(staff, password).map_err(|error| error.refusal())?);
        let announce = Arc::clone(&self.announce);
        // Without a hub the desk works on alone; its state of exchange says so, and the next sign-in tries again.
        let exchange = desk.connect(Arc::new(move |_| announce())).ok();
        let end_exchange = exchange.map(|exchange| Box::new(move || exchange.stop()) as Box<dyn FnOnce() + Send>);
        *open = Some(Open { desk, end_exchange });
        Ok(())
    }

    /// Today's journal; refused while nobody is signed in.
    pub fn today(&self) -> Result<Today, Refusal> {
        let open = self.open();
        let desk = &open.as_ref().ok_or(Refusal::new("signed-out"))?.desk;
        let plate = self.locked.state().map_err(|error| error.refusal())?;
        let plate = Nameplate {
            desk: plate.desk,
            branch_kk: plate.branch_kk,
            branch_ru: plate.branch_ru,
        };
        let today = desk.today().map_err(|failed| failed.refusal())?;
        Ok(Today::of(plate, desk.worker().language, today))
    }

    /// Signs out and closes the database. Locking a locked desk changes nothing.
    pub fn lock(&self) -> Result<(), Refusal> {
        let closed = close(self.open().take());
        (self.announce)();
        closed
    }

    fn open(&self) -> MutexGuard<'_, Option<Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends a session. The desk is closed even if the fact of signing out could not be written; then that is told.
fn close(open: Option<Open>) -> Result<(), Refusal> {
    let Some(Open { desk, end_exchange }) = open else {
        return Ok(());
    };
    if let Some(end) = end_exchange {
        end();
    }
    let signed_out = desk.transact(&Act::SignOut { why: "person".into() });
    drop(desk);
    signed_out.map(drop).map_err(|failed: Failed| failed.refusal())
}
