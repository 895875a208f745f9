//! Making the slot file: all slots in one write, as the last step of a pairing.

use std::collections::BTreeMap;

use qabyldau_domain::fold::StaffRow;
use qabyldau_domain::surroundings::Surroundings;

use super::body::{self, Body, PrintedSlot, RecoverySlot, StaffSlot};
use super::error::SlotsError;
use super::form::Content;
use super::{Nameplate, SlotFile};
use crate::keys::database_key::DatabaseKey;
use crate::keys::device::{DeviceSecret, Installation};
use crate::keys::printed_code::PrintedCode;

/// The slots a new node gets.
#[derive(Debug, Clone, Copy)]
pub struct NewSlots<'a> {
    /// Whose node this is.
    pub nameplate: &'a Nameplate,
    /// A desk: the staff of the directory (removed ones get no slot). A hub or booth: nobody.
    pub staff: &'a [StaffRow],
    /// A hub or booth opens by itself: a slot to the machine alone. Never at a desk, where it would make passwords idle.
    pub unattended: bool,
    /// The recovery authority's age recipient, `age1…`.
    pub recovery: &'a str,
    /// Is a printed code wanted too?
    pub printed_code: bool,
}

impl SlotFile {
    /// Writes the slot file of a node that has none; answers the printed code, if one was wanted, for the only time.
    ///
    /// Refused if there is any copy already. A staff key unfit to be sealed to refuses the whole: a desk is not paired with half its staff.
    pub fn create(
        &self,
        new: &NewSlots<'_>,
        key: &DatabaseKey,
        device: &dyn DeviceSecret,
        surroundings: &Surroundings,
    ) -> Result<Option<PrintedCode>, SlotsError> {
        let held = self.hold()?;
        if self.exists() {
            return Err(SlotsError::AlreadyThere);
        }
        let installation = Installation::create(surroundings);
        let secret = device.get_or_create(&installation, surroundings)?;
        let staff = new.staff.iter().filter(|row| !row.removed);
        let staff = staff.map(|row| StaffSlot::seal(row, &installation, key, &secret, surroundings));
        let code = new.printed_code.then(|| PrintedCode::create(surroundings));
        let body = Body {
            nameplate: new.nameplate.clone(),
            staff: staff.collect::<Result<_, _>>()?,
            device: new
                .unattended
                .then(|| body::seal_device(&installation, key, &secret, surroundings)),
            recovery: RecoverySlot::seal(new.recovery, key)?,
            printed: code
                .as_ref()
                .map(|code| PrintedSlot::seal(code, &installation, key, surroundings)),
            installation,
        };
        held.write(&Content::sealed(&body, 1, BTreeMap::new(), key, surroundings))?;
        Ok(code)
    }
}
