//! Opening without a password: by the machine (hub, booth), by the recovery authority, by the printed code.
//!
//! The two recoveries need no device secret: they are for the day when the machine is another one. Invariant: opening changes
//! nothing on disk.

use std::str::FromStr as _;

use age::x25519::Identity;

use super::SlotFile;
use super::body;
use super::error::SlotsError;
use super::form::Slots;
use crate::keys::database_key::DatabaseKey;
use crate::keys::device::DeviceSecret;
use crate::keys::printed_code::PrintedCode;

/// The database key, recovered.
#[derive(Debug)]
pub struct Recovered {
    /// Opens the database.
    pub key: DatabaseKey,
    /// Are the slots what the key's holder wrote? If not, somebody altered them: they must be made anew before anybody
    /// signs in.
    pub unaltered: bool,
}

impl SlotFile {
    /// Opens the database of an unattended node.
    pub fn open_by_device(&self, device: &dyn DeviceSecret) -> Result<DatabaseKey, SlotsError> {
        let Slots { content, body } = self.read()?;
        let slot = body.device.as_ref().ok_or(SlotsError::NoSuchSlot)?;
        let secret = device.get(&body.installation)?;
        let key = body::open_device(slot, &body.installation, &secret).map_err(|_| SlotsError::OtherDevice)?;
        content.check(&key)?;
        Ok(key)
    }

    /// Opens by the recovery authority's identity, `AGE-SECRET-KEY-1…`.
    pub fn open_by_recovery_identity(&self, identity: &str) -> Result<Recovered, SlotsError> {
        let slots = self.read()?;
        let identity = Identity::from_str(identity.trim()).map_err(|_| SlotsError::DoesNotOpen)?;
        recovered(&slots, slots.body.recovery.open(&identity))
    }

    /// Opens by the printed code. Costs one Argon2id.
    pub fn open_by_printed_code(&self, code: &PrintedCode) -> Result<Recovered, SlotsError> {
        let slots = self.read()?;
        let slot = slots.body.printed.as_ref().ok_or(SlotsError::NoSuchSlot)?;
        recovered(&slots, slot.open(code, &slots.body.installation))
    }
}

fn recovered(slots: &Slots, key: Result<DatabaseKey, crate::keys::seal::DoesNotOpen>) -> Result<Recovered, SlotsError> {
    let key = key.map_err(|_| SlotsError::DoesNotOpen)?;
    Ok(Recovered {
        unaltered: slots.content.check(&key).is_ok(),
        key,
    })
}
