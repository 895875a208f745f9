//! The form of one copy: `{"qabyldau_slots":1,"checksum":"…","content":{…}}` and a line end.
//!
//! The checksum (SHA-256 over version and content, byte for byte) finds damage; it stops nobody who writes files. Against
//! that `body` has a seal under the database key, checked at every opening. The tries stand outside the seal, since they are counted
//! while nobody holds the key. Invariant: body and seal are kept as bytes and pass through a count unchanged.

use std::collections::BTreeMap;

use qabyldau_domain::fact::StaffId;
use qabyldau_domain::surroundings::Surroundings;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};

use super::body::Body;
use super::error::{Damage, SlotsError};
use super::tries::Tries;
use crate::keys::database_key::DatabaseKey;
use crate::keys::hex;
use crate::keys::seal::{self, Sealed};
use crate::keys::secret_bytes::SecretBytes;

/// The version this program writes.
const VERSION: u32 = 1;

/// No slot file of a branch comes near this: a bigger one is not read into memory.
pub(super) const MAX_BYTES: u64 = 4 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    qabyldau_slots: u32,
    checksum: String,
    content: Box<RawValue>,
}

/// One copy's content.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Content {
    /// Grows with every write: of two whole copies the higher one stands.
    pub generation: u64,
    /// Wrong tries and what of them is not yet told.
    pub tries: BTreeMap<StaffId, Tries>,
    body: Box<RawValue>,
    seal: Sealed,
}

/// The slots as read.
pub(super) struct Slots {
    pub content: Content,
    pub body: Body,
}

/// What reading one copy gave.
pub(super) enum Read {
    Whole(Box<Slots>),
    Newer(u32),
}

/// Reads one copy.
pub(super) fn read(bytes: &[u8]) -> Result<Read, Damage> {
    let envelope: Envelope = serde_json::from_slice(bytes).map_err(|_| Damage::Content)?;
    if envelope.checksum != checksum(envelope.qabyldau_slots, envelope.content.get()) {
        return Err(Damage::Content);
    }
    if envelope.qabyldau_slots != VERSION {
        return Ok(Read::Newer(envelope.qabyldau_slots));
    }
    let content: Content = serde_json::from_str(envelope.content.get()).map_err(|_| Damage::Content)?;
    let body = serde_json::from_str(content.body.get()).map_err(|_| Damage::Content)?;
    Ok(Read::Whole(Box::new(Slots { content, body })))
}

/// Writes one copy.
pub(super) fn write(content: &Content) -> Vec<u8> {
    let content = raw(content);
    let checksum = checksum(VERSION, content.get());
    let mut bytes = serde_json::to_vec(&Envelope {
        qabyldau_slots: VERSION,
        checksum,
        content,
    })
    .expect("texts and numbers always make JSON");
    bytes.push(b'\n');
    bytes
}

fn checksum(version: u32, content: &str) -> String {
    let tag = format!("qabyldau-slots-{version}\n");
    let digest: [u8; 32] = Sha256::new().chain_update(tag).chain_update(content).finalize().into();
    hex::text(&digest)
}

fn raw(value: &impl Serialize) -> Box<RawValue> {
    serde_json::value::to_raw_value(value).expect("texts and numbers always make JSON")
}

impl Content {
    /// A body sealed under the database key.
    pub(super) fn sealed(
        body: &Body,
        generation: u64,
        tries: BTreeMap<StaffId, Tries>,
        key: &DatabaseKey,
        surroundings: &Surroundings,
    ) -> Self {
        let body = raw(body);
        let seal = seal::seal(&seal_key(key), body.get().as_bytes(), b"", surroundings);
        Self {
            generation,
            tries,
            body,
            seal,
        }
    }

    /// Is the body what somebody with this key wrote?
    pub(super) fn check(&self, key: &DatabaseKey) -> Result<(), SlotsError> {
        seal::open(&seal_key(key), self.body.get().as_bytes(), &self.seal)
            .map(drop)
            .map_err(|_| SlotsError::Altered)
    }
}

/// An empty text sealed and bound to the body is a check value that only the key's holder can make.
fn seal_key(key: &DatabaseKey) -> SecretBytes {
    seal::subkey(key.as_bytes(), "qabyldau-slots-seal-1", &[])
}

/// The same content under another version, with a right checksum.
#[cfg(test)]
pub(super) fn trial_version(text: &str, version: u32) -> String {
    let mut envelope: Envelope = serde_json::from_str(text).expect("an envelope");
    envelope.qabyldau_slots = version;
    envelope.checksum = checksum(version, envelope.content.get());
    serde_json::to_string(&envelope).expect("JSON")
}

/// The same file with some words replaced, and a right checksum: what somebody can do who knows the form.
#[cfg(test)]
pub(super) fn trial_replace(text: &str, from: &str, to: &str) -> String {
    let mut envelope: Envelope = serde_json::from_str(text).expect("an envelope");
    let content = envelope.content.get().replace(from, to);
    assert_ne!(content, envelope.content.get(), "something was replaced");
    envelope.checksum = checksum(VERSION, &content);
    envelope.content = RawValue::from_string(content).expect("JSON");
    serde_json::to_string(&envelope).expect("JSON")
}
