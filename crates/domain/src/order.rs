//! The order a desk puts at the hub for a booth: the session and the person's data, sealed to the booth's key. It is state, not a fact:
//! the booth knows no stream but its own. Invariant: an order past `valid_until` is refused, never executed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::fact::{Instant, NodeId};
use crate::facts::{CapacityV1, PersonV1};
use crate::language::Language;

/// How long an order may be executed after it was given, in milliseconds (ten minutes).
pub const ORDER_VALID_MS: i64 = 10 * 60 * 1000;

/// What a desk wants of a booth.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The session's id (32 hex digits).
    pub session: String,
    /// The desk's node.
    pub desk: NodeId,
    /// The desk's label, told to others while it holds the booth.
    pub desk_label: String,
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

crate::quiet::quiet_debug!(Order);
