//! The hub's folder: one program at a time, the encrypted file, and what was kept at enrolment.
//!
//! Invariant: a folder counts as enrolled only when everything in it is on the disk; what an interrupted enrolment left is made anew.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use qabyldau_domain::fact::Instant;
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_exchange::pair::{Admission, Joined, NodeKeys};
use qabyldau_exchange::tls::CERTIFICATE_DAYS;
use qabyldau_store::keys::slots::{Nameplate, NewSlots, OpenedBy, SlotFile};
use qabyldau_store::{DatabaseKey, NewNode, Place, Store, make_private};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::outside;
use crate::trouble::Trouble;

const ENROLLED: &str = "enrolled";
const KEYS: &str = "keys";
const KEPT: &str = "enrolment";

/// What the hub knows of the portal, inside the encrypted file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kept {
    /// The portal's words at enrolment.
    pub admission: Admission,
    /// `host:port` of the portal.
    pub address: String,
    /// When the certificate was issued, by this machine's clock, in UTC milliseconds.
    pub issued_ms: i64,
}

impl Kept {
    fn new(joined: Joined, now: Instant) -> Self {
        Self {
            admission: joined.admission,
            address: joined.address,
            issued_ms: now.utc_ms,
        }
    }

    /// Whole days until the portal no longer takes the certificate.
    pub fn days_left(&self, now: Instant) -> i64 {
        CERTIFICATE_DAYS - 1 - (now.utc_ms - self.issued_ms).div_euclid(86_400_000)
    }
}

/// Keeps what the portal told, in place of what it told before.
pub fn keep_words(store: &mut Store, joined: Joined, now: Instant) -> Result<(), Trouble> {
    let kept = serde_json::to_string(&Kept::new(joined, now)).map_err(|_| Trouble::Kept)?;
    Ok(store.set_setting(KEPT, Some(&kept))?)
}

/// A data folder that is ours while this lives.
pub struct Home {
    place: Place,
    _lock: File,
}

impl Home {
    /// Takes the folder for this program; refused while another works in it.
    pub fn take(data: &Path, state: Option<&Path>) -> Result<Self, Trouble> {
        make_private(data)?;
        let lock = File::create(data.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Trouble::Busy),
            Err(TryLockError::Error(why)) => return Err(why.into()),
        }
        let place = Place::new(data);
        let place = match state {
            Some(state) => place.with_state(state),
            None => place,
        };
        Ok(Self { place, _lock: lock })
    }

    /// A folder inside the data folder.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.place.data().join(name)
    }

    /// Was an enrolment finished here?
    pub fn enrolled(&self) -> bool {
        self.folder(ENROLLED).exists()
    }

    /// Keeps what an enrolment brought; the mark comes last.
    pub fn keep(&self, keys: &NodeKeys, joined: Joined) -> Result<(), Trouble> {
        let surroundings = outside::surroundings();
        // Leftovers of an enrolment that was cut off hold no fact: a hub writes none, and it has met nobody yet.
        for name in [
            "keys.slots",
            "keys.slots.2",
            "ledger.db",
            "ledger.db-wal",
            "ledger.db-shm",
        ] {
            match fs::remove_file(self.folder(name)) {
                Err(why) if why.kind() != std::io::ErrorKind::NotFound => return Err(why.into()),
                _ => {}
            }
        }
        let admission = joined.admission.clone();
        let key = DatabaseKey::random(&surroundings);
        let nameplate = Nameplate {
            branch: admission.branch,
            name_kk: String::new(),
            name_ru: String::new(),
            label: String::new(),
            demonstration: false,
        };
        let slots = NewSlots {
            nameplate: &nameplate,
            opened_by: OpenedBy::Machine,
            recovery: &admission.recovery,
            printed_code: false,
        };
        let device = outside::device(self.place.data());
        SlotFile::at(self.place.data()).create(&slots, &key, device.as_ref(), &surroundings)?;
        let new = NewNode {
            branch: admission.branch,
            role: NodeRoleV1::Hub,
            key: keys.signing.clone(),
            portal: admission.portal,
            projections: false,
        };
        let mut store = Store::create(self.place.clone(), &key, &new)?;
        let text = keys.to_bytes()?;
        let text = Zeroizing::new(String::from_utf8_lossy(&text).into_owned());
        store.set_setting(KEYS, Some(&text))?;
        keep_words(&mut store, joined, surroundings.clock.now())?;
        drop(store);
        let mark = File::create(self.folder(ENROLLED))?;
        mark.sync_all()?;
        if cfg!(unix) {
            File::open(self.place.data())?.sync_all()?;
        }
        Ok(())
    }

    /// Opens the encrypted file by this machine's secret.
    pub fn open(&self) -> Result<(Store, NodeKeys, Kept), Trouble> {
        if !self.enrolled() {
            return Err(Trouble::NotEnrolled);
        }
        let device = outside::device(self.place.data());
        let key = SlotFile::at(self.place.data()).open_by_device(device.as_ref())?;
        let store = Store::open(self.place.clone(), &key)?;
        let setting = |name| -> Result<Zeroizing<String>, Trouble> {
            let found = store.reader()?.setting(name)?;
            found.map(Zeroizing::new).ok_or(Trouble::Kept)
        };
        let keys = NodeKeys::from_bytes(setting(KEYS)?.as_bytes())?;
        let kept = serde_json::from_str(&setting(KEPT)?).map_err(|_| Trouble::Kept)?;
        Ok((store, keys, kept))
    }
}
