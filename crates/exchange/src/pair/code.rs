//! The code's text: where to go, which label is meant, 80 secret bits, and (for whom the portal is met directly) the portal's key hash.
//!
//! `10.5.12.2:7443/A/7K2M-9QRT-0XVB-4HNE` or with a fourth part of 52 symbols. Symbols are Crockford's base 32: no I, L, O, U; small
//! letters and hyphens do not matter, O is read as 0, I and L as 1.

use std::fmt;
use std::str::FromStr;

use qabyldau_domain::fact::Digest;
use qabyldau_domain::surroundings::Surroundings;
use zeroize::{Zeroize, ZeroizeOnDrop};

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Not the text of a pairing code. Never shows the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a pairing code")]
pub struct NotACode;

/// The 80 secret bits. Shows nothing of itself in `Debug`.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Secret([u8; 10]);

impl Secret {
    /// New bits.
    pub fn throw(surroundings: &Surroundings) -> Self {
        Self(surroundings.random())
    }
    pub(super) fn bytes(&self) -> &[u8; 10] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// A whole pairing code. `Display` writes it out: print it once, for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairingCode {
    /// `host:port` of the hub or the portal.
    pub address: String,
    /// The label the node will have; `hub` for a hub.
    pub label: String,
    /// The secret.
    pub secret: Secret,
    /// The server's key hash, where the code was given by the server itself.
    pub pin: Option<Digest>,
}

fn write(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut buffer, mut bits) = (0_u32, 0);
    for byte in bytes {
        buffer = buffer << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(SYMBOLS[(buffer >> bits & 31) as usize]));
        }
    }
    if bits > 0 {
        text.push(char::from(SYMBOLS[(buffer << (5 - bits) & 31) as usize]));
    }
    text
}

fn read<const N: usize>(text: &str) -> Result<[u8; N], NotACode> {
    let mut bytes = Vec::with_capacity(N);
    let (mut buffer, mut bits) = (0_u32, 0);
    let mut symbols = 0;
    for symbol in text.bytes().filter(|symbol| !matches!(symbol, b'-' | b' ')) {
        let symbol = match symbol.to_ascii_uppercase() {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            other => other,
        };
        let value = SYMBOLS.iter().position(|known| *known == symbol).ok_or(NotACode)?;
        buffer = (buffer << 5 | u32::try_from(value).map_err(|_| NotACode)?) & 0xfff;
        bits += 5;
        symbols += 1;
        if bits >= 8 {
            bits -= 8;
            bytes.push((buffer >> bits & 0xff) as u8);
        }
    }
    let padding = buffer & ((1 << bits) - 1);
    if symbols != (N * 8).div_ceil(5) || padding != 0 {
        return Err(NotACode);
    }
    bytes.try_into().map_err(|_| NotACode)
}

impl fmt::Display for PairingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secret = write(&self.secret.0);
        let groups: Vec<&str> = (0..4).map(|group| &secret[group * 4..group * 4 + 4]).collect();
        write!(f, "{}/{}/{}", self.address, self.label, groups.join("-"))?;
        match &self.pin {
            Some(pin) => write!(f, "/{}", write(pin.as_bytes())),
            None => Ok(()),
        }
    }
}

impl FromStr for PairingCode {
    type Err = NotACode;
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let mut parts = text.trim().split('/');
        let (address, label, secret) = (parts.next(), parts.next(), parts.next());
        let (Some(address), Some(label), Some(secret)) = (address, label, secret) else {
            return Err(NotACode);
        };
        let pin = parts.next().map(|pin| read(pin).map(Digest)).transpose()?;
        let (host, port) = address.rsplit_once(':').ok_or(NotACode)?;
        let label_fits = (1..=8).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let host_fits = !host.is_empty()
            && host
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
        if parts.next().is_some() || !label_fits || !host_fits || port.parse::<u16>().is_err() {
            return Err(NotACode);
        }
        Ok(Self {
            address: address.to_owned(),
            label: label.to_owned(),
            secret: Secret(read(secret)?),
            pin,
        })
    }
}
