//! Sealing to recipients with age: orders to a booth, recordings to the portal and the recovery authority.
//!
//! Not here: who the recipients are. Invariant: who sealed cannot open, unless he is a recipient himself.

use std::io::{Read, Write};
use std::str::FromStr;

use age::x25519;
use zeroize::Zeroizing;

use crate::error::ExchangeError;

/// A node's age identity; opens what is sealed to its recipient.
#[derive(Clone)]
pub struct Identity(x25519::Identity);

impl Identity {
    /// A new identity, from the dice of the age library.
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// The identity kept earlier (`AGE-SECRET-KEY-1…`).
    pub fn read(text: &str) -> Result<Self, ExchangeError> {
        x25519::Identity::from_str(text.trim())
            .map(Self)
            .map_err(|_| ExchangeError::Seal)
    }

    /// Its secret text, to be kept only inside an encrypted file.
    pub fn secret(&self) -> Zeroizing<String> {
        use age::secrecy::ExposeSecret;
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// Its recipient, `age1…`.
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Identity({})", self.recipient())
    }
}

fn encryptor(recipients: &[&str]) -> Result<age::Encryptor, ExchangeError> {
    let recipients: Vec<x25519::Recipient> = recipients
        .iter()
        .map(|text| x25519::Recipient::from_str(text).map_err(|_| ExchangeError::Seal))
        .collect::<Result<_, _>>()?;
    age::Encryptor::with_recipients(recipients.iter().map(|one| one as &dyn age::Recipient))
        .map_err(|_| ExchangeError::Seal)
}

/// Seals bytes to all these recipients (`age1…`).
pub fn seal(recipients: &[&str], plain: &[u8]) -> Result<Vec<u8>, ExchangeError> {
    let mut sealed = Vec::with_capacity(plain.len() + 512);
    let mut writer = encryptor(recipients)?.wrap_output(&mut sealed)?;
    writer.write_all(plain)?;
    writer.finish()?;
    Ok(sealed)
}

/// Seals what is read, without holding it whole.
pub fn seal_stream(recipients: &[&str], mut from: impl Read, to: impl Write) -> Result<u64, ExchangeError> {
    let mut writer = encryptor(recipients)?.wrap_output(to)?;
    let mut buffer = Zeroizing::new(vec![0; 64 * 1024]);
    let mut bytes = 0;
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        writer.write_all(&buffer[..read])?;
        bytes += read as u64;
    }
    writer.finish()?;
    Ok(bytes)
}

/// Opens what was sealed to this identity. At most `limit` bytes come out.
pub fn open(identity: &Identity, sealed: &[u8], limit: usize) -> Result<Zeroizing<Vec<u8>>, ExchangeError> {
    let decryptor = age::Decryptor::new(sealed).map_err(|_| ExchangeError::Seal)?;
    let reader = decryptor
        .decrypt(std::iter::once(&identity.0 as &dyn age::Identity))
        .map_err(|_| ExchangeError::Seal)?;
    // Reserved at once, so that no reallocation leaves an unwiped copy behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len().min(limit)));
    reader
        .take(limit as u64 + 1)
        .read_to_end(&mut plain)
        .map_err(|_| ExchangeError::Seal)?;
    if plain.len() > limit {
        return Err(ExchangeError::TooLarge);
    }
    Ok(plain)
}
