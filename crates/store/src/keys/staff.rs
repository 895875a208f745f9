//! A member of staff's key pair: an age X25519 identity whose private half is wrapped by the password.
//!
//! It is made by the portal, travels in the staff facts (desks, hub and portal hold it, booths never) and is wrapped anew by a
//! desk when the password changes. Not here: the slots sealed to it (`super::slots`). Invariant: the wrap is bound to the public
//! half and to its own parameters, so nobody can lower them or put another key under a name without the wrap failing.

use std::fmt;
use std::str::FromStr as _;

use age::x25519::{Identity, Recipient};
use bech32::{Bech32, Hrp};
use qabyldau_domain::facts::StaffKeyV1;
use qabyldau_domain::surroundings::Surroundings;
use zeroize::Zeroizing;

use super::hex::{self, Hex};
use super::password::{Password, PasswordRefused};
use super::seal::{self, Sealed};
use super::secret_bytes::SecretBytes;
use super::stretch::Stretch;

/// The private half, unwrapped: whoever holds it is signed in. Wiped when dropped.
pub struct StaffIdentity(Identity);

/// Why a staff key in a fact is not obeyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefused {
    /// Argon2id below 64 MiB or 3 passes, or above 1 GiB or 16 passes.
    #[error("staff-key-parameters")]
    Parameters,
    /// The public half is no age X25519 recipient.
    #[error("staff-key-public")]
    Public,
    /// Salt, nonce or wrapped half are not hexadecimal digits of their length.
    #[error("staff-key-form")]
    Form,
}

/// Why a staff key did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnwrapError {
    /// Another password; or a key altered after it was wrapped, which nobody can tell apart.
    #[error("wrong-password")]
    WrongPassword,
    /// The key is not fit to be tried at all.
    #[error(transparent)]
    Refused(#[from] KeyRefused),
}

/// Makes a new key pair and wraps its private half by the password.
pub fn create_staff_key(
    password: &Password,
    surroundings: &Surroundings,
) -> Result<(StaffKeyV1, StaffIdentity), PasswordRefused> {
    password.check_new()?;
    let secret = SecretBytes::random(surroundings);
    let identity = identity_of(&secret).expect("any 32 bytes are an X25519 key");
    Ok((wrap(&secret, &identity, password, surroundings), identity))
}

/// Opens the private half: *this is signing in*. Costs one Argon2id.
pub fn unwrap(key: &StaffKeyV1, password: &Password) -> Result<StaffIdentity, UnwrapError> {
    let secret = unwrap_secret(key, password)?;
    identity_of(&secret).ok_or(UnwrapError::WrongPassword)
}

/// Wraps the same private half by a new password: what `StaffPasswordChanged` says.
pub fn change_password(
    key: &StaffKeyV1,
    old: &Password,
    new: &Password,
    surroundings: &Surroundings,
) -> Result<StaffKeyV1, ChangeError> {
    new.check_new()?;
    let secret = unwrap_secret(key, old)?;
    let identity = identity_of(&secret).ok_or(UnwrapError::WrongPassword)?;
    Ok(wrap(&secret, &identity, new, surroundings))
}

/// Why a password was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The new one is not fit.
    #[error(transparent)]
    New(#[from] PasswordRefused),
    /// The old one did not open the key.
    #[error(transparent)]
    Old(#[from] UnwrapError),
}

/// Is a staff key from a fact fit to be tried and sealed to? Answers its recipient. Costs nothing.
pub fn check(key: &StaffKeyV1) -> Result<Recipient, KeyRefused> {
    Stretch::checked(key.memory_kib, key.passes).map_err(|_| KeyRefused::Parameters)?;
    let form = hex::exactly::<16>(&key.salt).is_some()
        && hex::exactly::<24>(&key.nonce).is_some()
        && hex::exactly::<48>(&key.wrapped).is_some();
    form.then_some(()).ok_or(KeyRefused::Form)?;
    Recipient::from_str(&key.public).map_err(|_| KeyRefused::Public)
}

fn wrap(secret: &[u8; 32], identity: &StaffIdentity, password: &Password, surroundings: &Surroundings) -> StaffKeyV1 {
    let salt: [u8; 16] = surroundings.random();
    let stretch = Stretch::WRITTEN;
    let public = identity.public();
    let key = stretch
        .key(password.bytes(), &salt)
        .expect("the written parameters are within bounds");
    let sealed = seal::seal(&key, &bound(&public, stretch, &salt), secret, surroundings);
    StaffKeyV1 {
        public,
        memory_kib: stretch.memory_kib(),
        passes: stretch.passes(),
        salt: hex::text(&salt),
        nonce: hex::text(&sealed.nonce.0),
        wrapped: hex::text(&sealed.text.0),
    }
}

fn unwrap_secret(key: &StaffKeyV1, password: &Password) -> Result<SecretBytes, UnwrapError> {
    check(key)?;
    let stretch = Stretch::checked(key.memory_kib, key.passes).map_err(|_| KeyRefused::Parameters)?;
    let salt = hex::exactly(&key.salt).ok_or(KeyRefused::Form)?;
    let sealed = Sealed {
        nonce: Hex(hex::bytes(&key.nonce).ok_or(KeyRefused::Form)?),
        text: Hex(hex::bytes(&key.wrapped).ok_or(KeyRefused::Form)?),
    };
    let wrapping = stretch
        .key(password.bytes(), &salt)
        .map_err(|_| KeyRefused::Parameters)?;
    let opened =
        seal::open(&wrapping, &bound(&key.public, stretch, &salt), &sealed).map_err(|_| UnwrapError::WrongPassword)?;
    Ok(SecretBytes::from_slice(&opened).ok_or(KeyRefused::Form)?)
}

fn bound(public: &str, stretch: Stretch, salt: &[u8; 16]) -> Vec<u8> {
    let memory = stretch.memory_kib().to_be_bytes();
    let passes = stretch.passes().to_be_bytes();
    seal::bind("qabyldau-staff-key-1", &[public.as_bytes(), &memory, &passes, salt])
}

/// age takes an X25519 key only in its Bech32 form.
fn identity_of(secret: &[u8; 32]) -> Option<StaffIdentity> {
    let text = bech32::encode_upper::<Bech32>(Hrp::parse_unchecked("AGE-SECRET-KEY-"), secret).ok()?;
    let text = Zeroizing::new(text);
    Identity::from_str(&text).ok().map(StaffIdentity)
}

impl StaffIdentity {
    /// The public half, `age1…`.
    pub fn public(&self) -> String {
        self.0.to_public().to_string()
    }

    pub(super) fn age(&self) -> &Identity {
        &self.0
    }
}

impl fmt::Debug for StaffIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StaffIdentity(hidden)")
    }
}
