//! What a desk orders of a booth: to take a person, or to obey a word. Sealed to the booth's key, signed by the desk's.
//!
//! An order is state, not a fact: the booth knows no stream but its own. Each is derived from the fact that caused it. Invariants: an
//! order past `valid_until` is refused, never executed; one that its desk has not signed for this very booth is nobody's, for the
//! hub that carries it has no authority. How it is signed: docs/fact.md.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::fact::{Instant, NodeId, NodeKey, PublicKey, Signature, StaffId};
use crate::facts::{CapacityV1, PersonV1, StaffWordV1};
use crate::language::Language;

/// How long an order may be executed after it was given, in milliseconds (ten minutes).
pub const ORDER_VALID_MS: i64 = 10 * 60 * 1000;
/// Domain separation of an order's signature.
pub const ORDER_TAG: &[u8] = b"qabyldau-order-1";
/// Domain separation of a word's name.
const WORD_TAG: &[u8] = b"qabyldau-word-1";

/// What a desk wants of a booth.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "order", rename_all = "snake_case")]
pub enum Order {
    /// Take a person.
    Session(Box<SessionOrder>),
    /// Obey a word about the session being served.
    Word(WordOrder),
}

/// Take a person: derived from `BoothAsked`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionOrder {
    /// The session's id (32 hex digits).
    pub session: String,
    /// The desk's node.
    pub desk: NodeId,
    /// The tick of the `BoothAsked` that caused it; the answer's tick must be greater.
    pub asked_tick: u64,
    /// The journal line.
    pub entry: String,
    /// The desk's open day.
    pub day: NaiveDate,
    /// Refused after this moment.
    pub valid_until: Instant,
    /// The applicant's language.
    pub language: Language,
    /// Who came.
    pub person: PersonV1,
    /// For whom.
    pub capacity: CapacityV1,
    /// Help is needed.
    pub needs_help: bool,
    /// Addressee proposed at the desk (id in the addressees document).
    pub proposed: Option<String>,
    /// Addresses of the last visit, to be confirmed.
    pub postal_address: Option<String>,
    /// E-mail of the last visit, to be confirmed.
    pub email: Option<String>,
    /// The appeal this one continues.
    pub continues: Option<String>,
}

/// Obey a word: derived from `WordGiven`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordOrder {
    /// The session it is about.
    pub session: String,
    /// The desk's node.
    pub desk: NodeId,
    /// The tick of the `WordGiven` that caused it: with the desk, the word's name. The answer's tick must be greater.
    pub told_tick: u64,
    /// Refused after this moment.
    pub valid_until: Instant,
    /// The member of staff who gave it.
    pub staff: StaffId,
    /// The word.
    pub word: StaffWordV1,
}

impl Order {
    /// The name it lies under at the hub, 32 hex digits: the session's id, or that of the word.
    pub fn name(&self) -> String {
        match self {
            Self::Session(order) => order.session.clone(),
            Self::Word(order) => word_name(&order.session, &order.desk, order.told_tick),
        }
    }

    /// The desk that orders.
    pub fn desk(&self) -> NodeId {
        match self {
            Self::Session(order) => order.desk,
            Self::Word(order) => order.desk,
        }
    }

    /// The tick of the fact that caused it.
    pub fn tick(&self) -> u64 {
        match self {
            Self::Session(order) => order.asked_tick,
            Self::Word(order) => order.told_tick,
        }
    }

    /// Refused after this moment.
    pub fn valid_until(&self) -> Instant {
        match self {
            Self::Session(order) => order.valid_until,
            Self::Word(order) => order.valid_until,
        }
    }

    /// The order's bytes behind the desk's signature over them and over the booth they are for. Only this is ever sealed.
    pub fn signed(&self, desk: &NodeKey, booth: &NodeId) -> Result<Zeroizing<Vec<u8>>, serde_json::Error> {
        let bytes = Zeroizing::new(serde_json::to_vec(self)?);
        let signature = desk.sign(&signed_bytes(booth, &bytes));
        let mut signed = Zeroizing::new(Vec::with_capacity(SIGNATURE_BYTES + bytes.len()));
        signed.extend_from_slice(signature.as_bytes());
        signed.extend_from_slice(&bytes);
        Ok(signed)
    }

    /// What [`signed`](Self::signed) made, if the desk of this key really made it for this booth and speaks in its own name.
    pub fn proved(signed: &[u8], desk: &PublicKey, booth: &NodeId) -> Option<Self> {
        let (signature, bytes) = signed.split_at_checked(SIGNATURE_BYTES)?;
        let signature = Signature(signature.try_into().ok()?);
        if !desk.verifies(&signed_bytes(booth, bytes), &signature) {
            return None;
        }
        let order: Self = serde_json::from_slice(bytes).ok()?;
        (order.desk() == desk.node()).then_some(order)
    }
}

const SIGNATURE_BYTES: usize = 64;

/// What is signed: tag, booth and order, each with its length before it.
fn signed_bytes(booth: &NodeId, order: &[u8]) -> Zeroizing<Vec<u8>> {
    let fields = [ORDER_TAG, booth.as_bytes(), order];
    let length = fields.iter().map(|field| 4 + field.len()).sum();
    // Reserved at once, so that no reallocation leaves an unwiped copy behind.
    let mut message = Zeroizing::new(Vec::with_capacity(length));
    for field in fields {
        message.extend_from_slice(&length_of(field));
        message.extend_from_slice(field);
    }
    message
}

/// The name of a word: no two desks, sessions or ticks share one.
pub fn word_name(session: &str, desk: &NodeId, told_tick: u64) -> String {
    let mut sha = Sha256::new();
    for field in [WORD_TAG, session.as_bytes(), desk.as_bytes(), &told_tick.to_be_bytes()] {
        sha.update(length_of(field));
        sha.update(field);
    }
    let digest: [u8; 32] = sha.finalize().into();
    let mut name = [0; 16];
    name.copy_from_slice(&digest[..16]);
    NodeId(name).to_string()
}

fn length_of(field: &[u8]) -> [u8; 4] {
    u32::try_from(field.len()).unwrap_or(u32::MAX).to_be_bytes()
}

crate::quiet::quiet_debug!(Order, SessionOrder, WordOrder);

#[cfg(test)]
mod tests;
