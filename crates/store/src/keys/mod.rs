//! Keys at rest: the database key, staff keys, the slot file that wraps the one for the other, and device secrets.
//!
//! A node's database is encrypted under 32 random bytes that are written nowhere in the clear. They lie in *slots*, each
//! opened by another thing: a member of staff's password, the machine itself, the recovery authority, a printed code.
//! Unwrapping a staff key **is** signing in: there is no other verifier of a password anywhere.
//!
//! Not here: TLS and node keys (they live inside the encrypted database), sealing of parcels and orders (exchange), and
//! who may do what (`qabyldau_domain::staff`). Invariant: no secret and no part of one is ever shown by `Debug`, put in an
//! error, or written to disk unsealed.

mod database_key;
pub mod device;
mod hex;
mod password;
mod printed_code;
mod seal;
mod secret_bytes;
pub mod slots;
pub mod staff;
mod stretch;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod trial;

pub use database_key::DatabaseKey;
pub use device::{DeviceKey, DeviceSecret, Installation, SecretUnavailable};
pub use password::{MIN_PASSWORD_CHARS, Password, PasswordRefused};
pub use printed_code::{PrintedCode, PrintedCodeError};
pub use staff::{KeyRefused, StaffIdentity, UnwrapError, create_staff_key};
pub use stretch::{MEMORY_KIB_CEILING, MEMORY_KIB_FLOOR, PASSES_CEILING, PASSES_FLOOR};
