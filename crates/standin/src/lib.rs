//! Stand-ins for what a demonstration machine does not have: a keeper of the device secret, a day to live.
//!
//! Not for use with real persons: whoever takes the data folder takes the secret with it. The crate has content only under its feature
//! `demo`, and that feature does not build without debug assertions, so no release of a product can hold it; demonstrations at
//! release speed use the profile `bench-demo`. Invariant: a stand-in says by its name that it is one.
#![deny(missing_docs)]

#[cfg(all(feature = "demo", not(debug_assertions)))]
compile_error!("demonstration stand-ins are never built into a product (use the profile bench-demo)");

#[cfg(feature = "demo")]
mod secret_in_file;
#[cfg(feature = "demo")]
mod shifted_clock;

#[cfg(feature = "demo")]
pub use secret_in_file::{FILE, SecretInFile};
#[cfg(feature = "demo")]
pub use shifted_clock::{SHIFT, surroundings};
