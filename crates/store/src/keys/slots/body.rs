//! What the slots say, and how each sort is sealed and opened.
//!
//! Invariant: a staff slot holds the wrapped staff key *inside* the device's seal, so that a stolen disk gives nobody a password to
//! try; names and posts stand in the clear, since the sign-in page shows them to anybody who comes near.

use std::io::Read as _;
use std::str::FromStr as _;

use age::x25519::{Identity, Recipient};
use qabyldau_domain::fact::StaffId;
use qabyldau_domain::facts::StaffKeyV1;
use qabyldau_domain::fold::StaffRow;
use qabyldau_domain::language::Language;
use qabyldau_domain::surroundings::Surroundings;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Nameplate;
use super::error::SlotsError;
use crate::keys::database_key::DatabaseKey;
use crate::keys::device::{DeviceKey, Installation};
use crate::keys::hex::{self, Hex};
use crate::keys::printed_code::PrintedCode;
use crate::keys::seal::{self, DoesNotOpen, Sealed};
use crate::keys::secret_bytes::SecretBytes;
use crate::keys::staff::{self, KeyRefused, StaffIdentity};
use crate::keys::stretch::Stretch;

/// Everything that changes only with the database key in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Body {
    pub installation: Installation,
    pub nameplate: Nameplate,
    pub staff: Vec<StaffSlot>,
    pub device: Option<Sealed>,
    pub recovery: RecoverySlot,
    pub printed: Option<PrintedSlot>,
}

/// A member of staff at a desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StaffSlot {
    pub staff: StaffId,
    pub name: String,
    pub post_kk: String,
    pub post_ru: String,
    pub language: Language,
    /// The public half of their key; what is sealed is bound to it.
    public: String,
    sealed: Sealed,
}

/// What lies under the device's seal in a staff slot.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inner {
    pub key: StaffKeyV1,
    database_key: Hex,
}

/// The recovery authority's slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecoverySlot {
    pub recipient: String,
    sealed: Hex,
}

/// The printed code's slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrintedSlot {
    memory_kib: u32,
    passes: u32,
    salt: String,
    sealed: Sealed,
}

impl Body {
    pub(super) fn staff(&self, id: StaffId) -> Option<&StaffSlot> {
        self.staff.iter().find(|slot| slot.staff == id)
    }
}

impl StaffSlot {
    /// Seals the database key to a member of staff and to this machine.
    pub(super) fn seal(
        row: &StaffRow,
        installation: &Installation,
        key: &DatabaseKey,
        device: &DeviceKey,
        surroundings: &Surroundings,
    ) -> Result<Self, KeyRefused> {
        let recipient = staff::check(&row.key)?;
        Ok(Self::seal_to(&recipient, row, installation, key, device, surroundings))
    }

    /// Seals without asking whether the staff key is fit.
    pub(super) fn seal_to(
        recipient: &Recipient,
        row: &StaffRow,
        installation: &Installation,
        key: &DatabaseKey,
        device: &DeviceKey,
        surroundings: &Surroundings,
    ) -> Self {
        let database_key = Hex(age_seal(recipient, key));
        let inner = Zeroizing::new(
            serde_json::to_vec(&Inner {
                key: row.key.clone(),
                database_key,
            })
            .expect("texts always make JSON"),
        );
        let (sealing, bound) = Self::terms(row.id, &row.key.public, installation, device);
        Self {
            staff: row.id,
            name: row.name.clone(),
            post_kk: row.post_kk.clone(),
            post_ru: row.post_ru.clone(),
            language: row.language,
            public: row.key.public.clone(),
            sealed: seal::seal(&sealing, &bound, &inner, surroundings),
        }
    }

    /// Takes off the device's seal.
    pub(super) fn open_outer(&self, installation: &Installation, device: &DeviceKey) -> Result<Inner, DoesNotOpen> {
        let (sealing, bound) = Self::terms(self.staff, &self.public, installation, device);
        let inner = seal::open(&sealing, &bound, &self.sealed)?;
        let inner: Inner = serde_json::from_slice(&inner).map_err(|_| DoesNotOpen)?;
        (inner.key.public == self.public).then_some(inner).ok_or(DoesNotOpen)
    }

    /// Is this what the row says, under this machine's seal?
    pub(super) fn says(&self, row: &StaffRow, installation: &Installation, device: &DeviceKey) -> bool {
        let shown = self.name == row.name
            && self.post_kk == row.post_kk
            && self.post_ru == row.post_ru
            && self.language == row.language;
        shown
            && self
                .open_outer(installation, device)
                .is_ok_and(|inner| inner.key == row.key)
    }

    pub(super) fn is_of(&self, public: &str) -> bool {
        self.public == public
    }

    fn terms(id: StaffId, public: &str, installation: &Installation, device: &DeviceKey) -> (SecretBytes, Vec<u8>) {
        let installation = installation.as_str().as_bytes();
        let bound = seal::bind(
            "qabyldau-staff-slot-1",
            &[installation, id.as_bytes(), public.as_bytes()],
        );
        (
            seal::subkey(device.as_bytes(), "qabyldau-staff-slot-key-1", &[installation]),
            bound,
        )
    }
}

impl Inner {
    /// The database key, for whoever unwrapped the staff key.
    pub(super) fn open(&self, identity: &StaffIdentity) -> Result<DatabaseKey, DoesNotOpen> {
        age_open(identity.age(), &self.database_key.0)
    }
}

/// Seals the database key to this machine alone: hub and booth.
pub(super) fn seal_device(
    installation: &Installation,
    key: &DatabaseKey,
    device: &DeviceKey,
    surroundings: &Surroundings,
) -> Sealed {
    let (sealing, bound) = device_terms(installation, device);
    seal::seal(&sealing, &bound, key.as_bytes(), surroundings)
}

pub(super) fn open_device(
    slot: &Sealed,
    installation: &Installation,
    device: &DeviceKey,
) -> Result<DatabaseKey, DoesNotOpen> {
    let (sealing, bound) = device_terms(installation, device);
    DatabaseKey::from_slice(&seal::open(&sealing, &bound, slot)?).ok_or(DoesNotOpen)
}

fn device_terms(installation: &Installation, device: &DeviceKey) -> (SecretBytes, Vec<u8>) {
    let installation = installation.as_str().as_bytes();
    let sealing = seal::subkey(device.as_bytes(), "qabyldau-device-slot-key-1", &[installation]);
    (sealing, seal::bind("qabyldau-device-slot-1", &[installation]))
}

impl RecoverySlot {
    pub(super) fn seal(recipient: &str, key: &DatabaseKey) -> Result<Self, SlotsError> {
        let age = Recipient::from_str(recipient).map_err(|_| SlotsError::NotARecipient)?;
        Ok(Self {
            recipient: recipient.to_owned(),
            sealed: Hex(age_seal(&age, key)),
        })
    }

    pub(super) fn open(&self, identity: &Identity) -> Result<DatabaseKey, DoesNotOpen> {
        age_open(identity, &self.sealed.0)
    }
}

impl PrintedSlot {
    pub(super) fn seal(
        code: &PrintedCode,
        installation: &Installation,
        key: &DatabaseKey,
        surroundings: &Surroundings,
    ) -> Self {
        let salt: [u8; 16] = surroundings.random();
        let stretch = Stretch::WRITTEN;
        let sealing = stretch
            .key(code.canonical().as_bytes(), &salt)
            .expect("the written parameters are within bounds");
        Self {
            memory_kib: stretch.memory_kib(),
            passes: stretch.passes(),
            salt: hex::text(&salt),
            sealed: seal::seal(
                &sealing,
                &printed_bound(installation, stretch),
                key.as_bytes(),
                surroundings,
            ),
        }
    }

    pub(super) fn open(&self, code: &PrintedCode, installation: &Installation) -> Result<DatabaseKey, DoesNotOpen> {
        let stretch = Stretch::checked(self.memory_kib, self.passes).map_err(|_| DoesNotOpen)?;
        let salt = hex::exactly(&self.salt).ok_or(DoesNotOpen)?;
        let sealing = stretch
            .key(code.canonical().as_bytes(), &salt)
            .map_err(|_| DoesNotOpen)?;
        let opened = seal::open(&sealing, &printed_bound(installation, stretch), &self.sealed)?;
        DatabaseKey::from_slice(&opened).ok_or(DoesNotOpen)
    }
}

fn printed_bound(installation: &Installation, stretch: Stretch) -> Vec<u8> {
    let memory = stretch.memory_kib().to_be_bytes();
    let passes = stretch.passes().to_be_bytes();
    seal::bind(
        "qabyldau-printed-slot-1",
        &[installation.as_str().as_bytes(), &memory, &passes],
    )
}

fn age_seal(recipient: &Recipient, key: &DatabaseKey) -> Vec<u8> {
    age::encrypt(recipient, key.as_bytes()).expect("sealing 32 bytes to one recipient into memory cannot fail")
}

/// Reads exactly the 32 bytes straight into their own place: no growing buffer leaves copies.
fn age_open(identity: &Identity, sealed: &[u8]) -> Result<DatabaseKey, DoesNotOpen> {
    let age = age::Decryptor::new_buffered(sealed).map_err(|_| DoesNotOpen)?;
    let mut text = age
        .decrypt(std::iter::once(identity as &dyn age::Identity))
        .map_err(|_| DoesNotOpen)?;
    let mut bytes = Box::new(Zeroizing::new([0; 33]));
    let mut length = 0;
    while length < bytes.len() {
        match text.read(&mut bytes[length..]).map_err(|_| DoesNotOpen)? {
            0 => break,
            more => length += more,
        }
    }
    DatabaseKey::from_slice(&bytes[..length]).ok_or(DoesNotOpen)
}
