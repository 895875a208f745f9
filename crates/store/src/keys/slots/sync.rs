//! Keeping the slots as the directory says, with the database open: new staff, new passwords, removed staff, a changed nameplate.
//!
//! Invariant: after it, exactly the staff of the directory who are not removed have a slot; whatever is given, a removed one has none.

use std::collections::BTreeSet;

use qabyldau_domain::fact::StaffId;
use qabyldau_domain::fold::StaffRow;
use qabyldau_domain::surroundings::Surroundings;

use super::body::{self, Body, PrintedSlot, StaffSlot};
use super::error::SlotsError;
use super::form::Content;
use super::{Nameplate, SlotFile};
use crate::keys::database_key::DatabaseKey;
use crate::keys::device::DeviceSecret;
use crate::keys::printed_code::PrintedCode;
use crate::keys::staff::KeyRefused;

/// What a sync changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Synced {
    /// Got a slot.
    pub added: Vec<StaffId>,
    /// Name, post, language, password or machine changed.
    pub renewed: Vec<StaffId>,
    /// Lost their slot.
    pub removed: Vec<StaffId>,
    /// Their key in the directory is unfit. A slot to the same public key stays as it was; a new one is not made.
    pub refused: Vec<(StaffId, KeyRefused)>,
}

impl SlotFile {
    /// Makes the staff slots what the directory says: `staff` is all of it. Writes only if something changed. After a recovery on another machine this
    /// seals all of them anew to that machine's secret.
    pub fn sync_staff(
        &self,
        staff: &[StaffRow],
        key: &DatabaseKey,
        device: &dyn DeviceSecret,
        surroundings: &Surroundings,
    ) -> Result<Synced, SlotsError> {
        let mut synced = Synced::default();
        self.change_body(key, surroundings, |body| {
            let secret = device.get_or_create(&body.installation, surroundings)?;
            let mut slots = Vec::with_capacity(staff.len());
            for row in staff.iter().filter(|row| !row.removed) {
                let old = body.staff(row.id);
                if let Some(old) = old.filter(|old| old.says(row, &body.installation, &secret)) {
                    slots.push(old.clone());
                    continue;
                }
                match StaffSlot::seal(row, &body.installation, key, &secret, surroundings) {
                    Ok(slot) => {
                        match old {
                            Some(_) => synced.renewed.push(row.id),
                            None => synced.added.push(row.id),
                        }
                        slots.push(slot);
                    }
                    Err(refused) => {
                        synced.refused.push((row.id, refused));
                        slots.extend(old.filter(|old| old.is_of(&row.key.public)).cloned());
                    }
                }
            }
            let kept: BTreeSet<StaffId> = slots.iter().map(|slot| slot.staff).collect();
            let gone = body.staff.iter().map(|slot| slot.staff).filter(|id| !kept.contains(id));
            synced.removed.extend(gone);
            body.staff = slots;
            Ok(())
        })?;
        Ok(synced)
    }

    /// Makes the nameplate what the directory says. Writes only if it changed.
    pub fn sync_nameplate(
        &self,
        nameplate: &Nameplate,
        key: &DatabaseKey,
        surroundings: &Surroundings,
    ) -> Result<(), SlotsError> {
        self.change_body(key, surroundings, |body| {
            body.nameplate = nameplate.clone();
            Ok(())
        })
    }

    /// Seals the device slot of a hub or booth to this machine's secret: after a recovery on another machine.
    pub fn renew_device_slot(
        &self,
        key: &DatabaseKey,
        device: &dyn DeviceSecret,
        surroundings: &Surroundings,
    ) -> Result<(), SlotsError> {
        self.change_body(key, surroundings, |body| {
            body.device.as_ref().ok_or(SlotsError::NoSuchSlot)?;
            let secret = device.get_or_create(&body.installation, surroundings)?;
            body.device = Some(body::seal_device(&body.installation, key, &secret, surroundings));
            Ok(())
        })
    }

    /// Makes a new printed code, for the paper that was lost or used; the old one opens nothing any more.
    pub fn renew_printed_code(
        &self,
        key: &DatabaseKey,
        surroundings: &Surroundings,
    ) -> Result<PrintedCode, SlotsError> {
        let code = PrintedCode::create(surroundings);
        self.change_body(key, surroundings, |body| {
            body.printed = Some(PrintedSlot::seal(&code, &body.installation, key, surroundings));
            Ok(())
        })?;
        Ok(code)
    }

    /// The one way slots change: only with the key that sealed them.
    fn change_body(
        &self,
        key: &DatabaseKey,
        surroundings: &Surroundings,
        change: impl FnOnce(&mut Body) -> Result<(), SlotsError>,
    ) -> Result<(), SlotsError> {
        let held = self.hold()?;
        let slots = held.read()?;
        slots.content.check(key)?;
        let mut body = slots.body.clone();
        change(&mut body)?;
        if body == slots.body {
            return Ok(());
        }
        let mut tries = slots.content.tries;
        tries.retain(|id, _| body.staff(*id).is_some());
        held.write(&Content::sealed(
            &body,
            slots.content.generation.saturating_add(1),
            tries,
            key,
            surroundings,
        ))
    }
}
