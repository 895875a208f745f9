//! What can be said of a slot file without opening anything: for `doctor`.

use super::SlotFile;
use super::copies::NAMES;
use super::error::{Damage, SlotsError};

/// A slot file from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// `keys.slots` and `keys.slots.2`: what is wrong with each, if anything.
    pub copies: [Option<Damage>; 2],
    /// How many members of staff can sign in.
    pub staff: usize,
    /// Does the machine open it by itself (hub, booth)?
    pub opened_by_machine: bool,
    /// The recovery authority's recipient.
    pub recovery: String,
    /// Is there a printed code?
    pub printed_code: bool,
}

impl SlotFile {
    /// Looks at the file and its copies. Writes nothing, needs no secret. Whether the slots are unaltered only an opening can tell.
    pub fn examine(&self) -> Result<Examined, SlotsError> {
        let slots = self.read()?;
        Ok(Examined {
            copies: NAMES.map(|name| super::copies::read_copy(&self.folder.join(name)).err()),
            staff: slots.body.staff.len(),
            opened_by_machine: slots.body.device.is_some(),
            recovery: slots.body.recovery.recipient,
            printed_code: slots.body.printed.is_some(),
        })
    }
}
