//! A new booth: from a one-time code to a folder with keys, ledger and the machine's own slot. Nobody signs in at a booth; it opens by itself.

use std::path::Path;

use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::pair::{Membership, NodeKeys, PairingCode, join_blocking};
use qabyldau_store::keys::slots::{Nameplate, NewSlots, OpenedBy, SlotFile, SlotsError};
use qabyldau_store::keys::{DatabaseKey, DeviceSecret};
use qabyldau_store::{NewNode, Place, Store, StoreError, make_private};

const MEMBERSHIP: &str = "membership";

/// Why the booth was not paired or does not open. Nothing of a failed pairing counts: it starts over with a new code.
#[derive(Debug, thiserror::Error)]
pub enum PairingError {
    /// It was paired already.
    #[error("already-paired")]
    AlreadyPaired,
    /// Not a pairing code.
    #[error("code-wrong")]
    Code,
    /// A code of a desk or a hub.
    #[error("code-of-another-role")]
    AnotherRole,
    /// The file lost what pairing wrote.
    #[error("not-paired")]
    Missing,
    /// The peer did not admit us.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The slots.
    #[error(transparent)]
    Slots(#[from] SlotsError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder.
    #[error("the data folder cannot be used")]
    Folder(#[from] std::io::Error),
}

/// Pairs the booth of this folder. The slot file is last: only with it the booth counts as paired.
pub fn pair(
    place: &Place,
    code: &str,
    device: &dyn DeviceSecret,
    surroundings: &Surroundings,
) -> Result<(), PairingError> {
    let slots = SlotFile::at(place.data());
    if slots.exists() {
        return Err(PairingError::AlreadyPaired);
    }
    clear_unfinished(place.data())?;
    let code: PairingCode = code.parse().map_err(|_| PairingError::Code)?;
    let keys = NodeKeys::throw(surroundings)?;
    let joined = join_blocking(&code, &keys, surroundings)?;
    let membership = Membership::new(keys, joined);
    let admission = &membership.admission;
    if admission.role != NodeRoleV1::Booth {
        return Err(PairingError::AnotherRole);
    }
    let key = DatabaseKey::random(surroundings);
    let new = NewNode {
        branch: admission.branch,
        role: NodeRoleV1::Booth,
        key: membership.keys.signing.clone(),
        portal: admission.portal,
        projections: true,
    };
    let mut store = Store::create(place.clone(), &key, &new)?;
    store.set_setting(MEMBERSHIP, Some(&membership.to_text()?))?;
    drop(store);
    let nameplate = Nameplate {
        branch: admission.branch,
        name_kk: String::new(),
        name_ru: String::new(),
        label: admission.label.clone(),
        demonstration: false,
    };
    let new = NewSlots {
        nameplate: &nameplate,
        opened_by: OpenedBy::Machine,
        recovery: &admission.recovery,
        printed_code: false,
    };
    slots.create(&new, &key, device, surroundings)?;
    Ok(())
}

/// Opens the booth's file by the machine's own slot; answers what pairing kept beside it.
pub fn unlock(place: &Place, device: &dyn DeviceSecret) -> Result<(Store, Membership), PairingError> {
    let key = SlotFile::at(place.data()).open_by_device(device)?;
    let store = Store::open(place.clone(), &key)?;
    let kept = store
        .reader()?
        .setting(MEMBERSHIP)?
        .map(zeroize::Zeroizing::new)
        .ok_or(PairingError::Missing)?;
    let membership = Membership::from_text(&kept)?;
    Ok((store, membership))
}

fn clear_unfinished(folder: &Path) -> Result<(), std::io::Error> {
    make_private(folder)?;
    for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] {
        match std::fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
