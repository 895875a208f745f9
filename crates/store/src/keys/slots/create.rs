//! Making the slot file: all slots in one write, as the last step of a pairing.

use std::collections::BTreeMap;
use std::fs;

use qabyldau_domain::fold::StaffRow;
use qabyldau_domain::surroundings::Surroundings;

use super::body::{self, Body, PrintedSlot, RecoverySlot, StaffSlot};
use super::copies::{Held, NAMES};
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
    /// What opens it day by day.
    pub opened_by: OpenedBy<'a>,
    /// The recovery authority's age recipient, `age1…`.
    pub recovery: &'a str,
    /// Is a printed code wanted too?
    pub printed_code: bool,
}

/// What opens a node day by day. Never both: a slot to the machine alone would make a desk's passwords idle.
#[derive(Debug, Clone, Copy)]
pub enum OpenedBy<'a> {
    /// A desk: the staff of the directory, each by password on this machine. Removed ones get no slot.
    Staff(&'a [StaffRow]),
    /// A hub or booth: the machine by itself.
    Machine,
}

impl SlotFile {
    /// Writes the slot file of a node that has none; answers the printed code, if one was wanted, for the only time.
    ///
    /// Refused if there is any copy already, and if nobody could sign in afterwards. A staff key unfit to be sealed to
    /// refuses the whole: a desk is not paired with half its staff.
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
        write_new(&held, new, key, device, surroundings)
    }

    /// Writes the slot file anew for a node whose slots are lost, damaged or altered while its database is open. The copies that lie there are
    /// set aside under the time, never deleted; slots that are whole and sealed by this key are left alone and refused.
    ///
    /// The key is the caller's word: nothing here can tell whether it opens the database.
    pub fn create_anew(
        &self,
        new: &NewSlots<'_>,
        key: &DatabaseKey,
        device: &dyn DeviceSecret,
        surroundings: &Surroundings,
    ) -> Result<Option<PrintedCode>, SlotsError> {
        let held = self.hold()?;
        match held.read() {
            Ok(slots) if slots.content.check(key).is_ok() => return Err(SlotsError::AlreadyThere),
            Err(error @ (SlotsError::Newer { .. } | SlotsError::Disk { .. })) => return Err(error),
            _ => {}
        }
        let time = surroundings.clock.now().utc_ms;
        for name in NAMES.iter().filter(|name| self.folder.join(name).exists()) {
            let aside = self.folder.join(format!("{name}.aside-{time}"));
            fs::rename(self.folder.join(name), aside).map_err(SlotsError::disk("set aside"))?;
        }
        write_new(&held, new, key, device, surroundings)
    }
}

fn write_new(
    held: &Held<'_>,
    new: &NewSlots<'_>,
    key: &DatabaseKey,
    device: &dyn DeviceSecret,
    surroundings: &Surroundings,
) -> Result<Option<PrintedCode>, SlotsError> {
    let recovery = RecoverySlot::seal(new.recovery, key)?;
    let installation = Installation::create(surroundings);
    let secret = device.get_or_create(&installation, surroundings)?;
    let (staff, device) = match new.opened_by {
        OpenedBy::Staff(rows) => {
            let rows = rows.iter().filter(|row| !row.removed);
            let slots = rows.map(|row| StaffSlot::seal(row, &installation, key, &secret, surroundings));
            (slots.collect::<Result<Vec<_>, _>>()?, None)
        }
        OpenedBy::Machine => (
            vec![],
            Some(body::seal_device(&installation, key, &secret, surroundings)),
        ),
    };
    if staff.is_empty() && device.is_none() {
        return Err(SlotsError::NobodyToSignIn);
    }
    let code = new.printed_code.then(|| PrintedCode::create(surroundings));
    let printed = code
        .as_ref()
        .map(|code| PrintedSlot::seal(code, &installation, key, surroundings));
    let body = Body {
        installation,
        nameplate: new.nameplate.clone(),
        staff,
        device,
        recovery,
        printed,
    };
    held.write(&Content::sealed(&body, 1, BTreeMap::new(), key, surroundings))?;
    Ok(code)
}
