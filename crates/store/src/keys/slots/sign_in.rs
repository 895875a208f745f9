//! Signing in at a desk whose database is closed: a password and this machine's secret open the slot.
//!
//! Not here: the facts of it (desk writes `SignedIn` and `SignInFailed` once the database is open). Invariant: nothing judges a
//! password but the attempt to unwrap the staff key with it.

use std::time::Duration;

use qabyldau_domain::fact::StaffId;
use qabyldau_domain::language::Language;
use qabyldau_domain::names::alphabetical;
use qabyldau_domain::surroundings::Surroundings;

use super::copies::Held;
use super::error::{SignInError, SignInRefused, SlotsError};
use super::form::Slots;
use super::tries::{Tries, delay};
use super::{Nameplate, SlotFile};
use crate::keys::database_key::DatabaseKey;
use crate::keys::device::DeviceSecret;
use crate::keys::password::Password;
use crate::keys::staff::{self, UnwrapError};

/// What the sign-in page shows. All of it may be seen by anybody who stands before the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInPage {
    /// Whose desk this is.
    pub nameplate: Nameplate,
    /// Who may sign in, by name.
    pub people: Vec<SignInPerson>,
}

/// One name on the sign-in page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInPerson {
    /// The id.
    pub staff: StaffId,
    /// Name.
    pub name: String,
    /// Post in Kazakh.
    pub post_kk: String,
    /// Post in Russian.
    pub post_ru: String,
    /// The language of their screen.
    pub language: Language,
    /// How long until their next try is taken; zero as a rule.
    pub wait: Duration,
}

/// Somebody is signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// Opens the database.
    pub key: DatabaseKey,
    /// Wrong tries before this one that the ledger does not know yet: the times of a `SignInFailed` fact. After that
    /// fact is committed, [`SlotFile::told`] takes them off; until then they are given again.
    pub failed_before: u32,
}

impl SlotFile {
    /// What the sign-in page shows. Writes nothing.
    pub fn sign_in_page(&self, surroundings: &Surroundings) -> Result<SignInPage, SlotsError> {
        let slots = self.read()?;
        let now = surroundings.clock.now().utc_ms;
        let person = |slot: &super::body::StaffSlot| SignInPerson {
            staff: slot.staff,
            name: slot.name.clone(),
            post_kk: slot.post_kk.clone(),
            post_ru: slot.post_ru.clone(),
            language: slot.language,
            wait: slots.content.tries.get(&slot.staff).unwrap_or(&Tries::NONE).left(now),
        };
        let mut people: Vec<_> = slots.body.staff.iter().map(person).collect();
        people.sort_by(|a, b| alphabetical(&a.name, &b.name));
        Ok(SignInPage {
            nameplate: slots.body.nameplate,
            people,
        })
    }

    /// Signs somebody in. A try inside its wait, of somebody unknown or without the device secret is neither judged nor counted; every
    /// other one is counted on disk first. Costs one Argon2id.
    pub fn sign_in(
        &self,
        staff: StaffId,
        password: &Password,
        device: &dyn DeviceSecret,
        surroundings: &Surroundings,
    ) -> Result<SignedIn, SignInError> {
        let known = self.read()?;
        let slot = known.body.staff(staff).ok_or(SignInRefused::UnknownStaff)?;
        let secret = device.get(&known.body.installation).map_err(SlotsError::from)?;
        let inner = slot
            .open_outer(&known.body.installation, &secret)
            .map_err(|_| SlotsError::OtherDevice)?;
        let failed = self.count_try(staff, surroundings)?;

        let identity = staff::unwrap(&inner.key, password).map_err(|error| match error {
            UnwrapError::WrongPassword => SignInError::from(SignInRefused::WrongPassword {
                failed,
                wait: delay(failed),
            }),
            UnwrapError::Refused(refused) => SlotsError::from(refused).into(),
        })?;
        let key = inner.open(&identity).map_err(|_| SlotsError::Altered)?;
        known.content.check(&key)?;
        Ok(SignedIn {
            failed_before: self.forgive_try(staff)?,
            key,
        })
    }

    /// These wrong tries stand in the ledger now: they are not given again.
    pub fn told(&self, staff: StaffId, times: u32) -> Result<(), SlotsError> {
        if times == 0 {
            return Ok(());
        }
        self.change_tries(staff, |tries| tries.untold = tries.untold.saturating_sub(times))
            .map(drop)
    }

    /// Counts a try before it is judged; answers how many there are with it.
    pub(super) fn count_try(&self, staff: StaffId, surroundings: &Surroundings) -> Result<u32, SignInError> {
        let held = self.hold()?;
        let mut slots = held.read()?;
        // Removed while we waited for the file.
        slots.body.staff(staff).ok_or(SignInRefused::UnknownStaff)?;
        let now = surroundings.clock.now().utc_ms;
        let tries = slots.content.tries.entry(staff).or_insert(Tries::NONE);
        let ahead = tries.is_ahead_of(now);
        if ahead {
            tries.last_ms = now;
        }
        let left = tries.left(now);
        if left.is_zero() {
            tries.count(now);
        }
        let failed = tries.failed;
        if ahead || left.is_zero() {
            write(&held, slots)?;
        }
        left.is_zero()
            .then_some(failed)
            .ok_or(SignInRefused::Wait { left }.into())
    }

    fn forgive_try(&self, staff: StaffId) -> Result<u32, SlotsError> {
        self.change_tries(staff, Tries::forgive).map(|tries| tries.untold)
    }

    fn change_tries(&self, staff: StaffId, change: impl FnOnce(&mut Tries)) -> Result<Tries, SlotsError> {
        let held = self.hold()?;
        let mut slots = held.read()?;
        let tries = slots.content.tries.entry(staff).or_insert(Tries::NONE);
        change(tries);
        let tries = *tries;
        if tries.failed == 0 && tries.untold == 0 {
            slots.content.tries.remove(&staff);
        }
        write(&held, slots)?;
        Ok(tries)
    }
}

fn write(held: &Held<'_>, mut slots: Slots) -> Result<(), SlotsError> {
    slots.content.generation = slots.content.generation.saturating_add(1);
    held.write(&slots.content)
}
