//! Staff: admitted by the portal with their wrapped key; what they do about signing in at a node.

use serde::{Deserialize, Serialize};

use super::bodies;
use crate::language::Language;
use crate::role::Role;

/// A staff member's key pair. The private half is wrapped by the password; unwrapping it is signing in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffKeyV1 {
    /// The public half, an age recipient (`age1…`).
    pub public: String,
    /// Argon2id memory in KiB (≥ 65,536).
    pub memory_kib: u32,
    /// Argon2id passes (≥ 3).
    pub passes: u32,
    /// Salt, hex.
    pub salt: String,
    /// XChaCha20-Poly1305 nonce, hex.
    pub nonce: String,
    /// The wrapped private half, hex.
    pub wrapped: String,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffAdmitted {
    /// Name as shown (Rules № 52 p. 6).
    pub name: String,
    /// Post in Kazakh.
    pub post_kk: String,
    /// Post in Russian.
    pub post_ru: String,
    /// The role.
    pub role: Role,
    /// The language of the screen.
    pub language: Language,
    /// The key.
    pub key: StaffKeyV1,
}

/// No longer staff of the branch: the slots go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRemoved {}

/// A new password; a desk's fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPasswordChanged {
    /// The same key pair, wrapped anew.
    pub key: StaffKeyV1,
}

/// Signed in at this node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {}

/// Signed out or locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOut {
    /// `person`, `idle`, `system`.
    pub why: String,
}

/// Wrong passwords before this sign-in, counted while the database was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInFailed {
    /// How many.
    pub times: u32,
}

bodies!(
    StaffAdmitted = 1,
    StaffRemoved = 1,
    StaffPasswordChanged = 1,
    SignedIn = 1,
    SignedOut = 1,
    SignInFailed = 1,
);
