//! The small values of a header: node, digest, instant, author.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A text that is not the value it should be; names the kind of value, never the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a {0}")]
pub struct NotA(pub &'static str);

/// Writes bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// Reads exactly `N` bytes of lower-case hexadecimal digits.
pub(crate) fn unhex<const N: usize>(text: &str, what: &'static str) -> Result<[u8; N], NotA> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        _ => Err(NotA(what)),
    };
    let text = text.as_bytes();
    if text.len() != N * 2 {
        return Err(NotA(what));
    }
    let mut bytes = [0; N];
    for (place, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        *place = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Ok(bytes)
}

macro_rules! hex_value {
    ($(#[$doc:meta])* $name:ident, $width:literal, $what:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub [u8; $width]);

        impl $name {
            /// The bytes.
            pub const fn as_bytes(&self) -> &[u8; $width] {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex(&self.0))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex(&self.0))
            }
        }
        impl FromStr for $name {
            type Err = NotA;
            fn from_str(text: &str) -> Result<Self, NotA> {
                unhex(text, $what).map(Self)
            }
        }
        impl TryFrom<String> for $name {
            type Error = NotA;
            fn try_from(text: String) -> Result<Self, NotA> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> String {
                value.to_string()
            }
        }
        crate::text_form::text_shape!(
            $name,
            format!("^[0-9a-f]{{{}}}$", $width * 2),
            concat!($what, ": ", $width, " bytes, hexadecimal")
        );
    };
}
pub(crate) use hex_value;

hex_value!(
    /// A node of the branch: the first 16 bytes of SHA-256 of its Ed25519 public key. Never reused.
    NodeId, 16, "node"
);
hex_value!(
    /// A SHA-256 digest.
    Digest, 32, "SHA-256 digest"
);
hex_value!(
    /// A member of staff: 8 random bytes given by the portal. Says nothing about the person.
    StaffId, 8, "staff id"
);

impl Digest {
    /// What stands before the first fact of a stream.
    pub const ZERO: Self = Self([0; 32]);

    /// SHA-256 of the bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// Who did it: a member of staff, the node by itself, or the applicant at the booth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum By {
    /// A member of staff, signed in.
    Staff(StaffId),
    /// The node itself (a relay, a booth that frees itself, the portal).
    Node,
    /// The person in the booth.
    Applicant,
}

crate::text_form::text_shape!(
    By,
    "^(staff:[0-9a-f]{16}|node|applicant)$",
    "who did it: a member of staff by id, the node itself, or the person in the booth"
);

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Staff(id) => write!(f, "staff:{id}"),
            Self::Node => f.write_str("node"),
            Self::Applicant => f.write_str("applicant"),
        }
    }
}

impl FromStr for By {
    type Err = NotA;
    fn from_str(text: &str) -> Result<Self, NotA> {
        match text {
            "node" => Ok(Self::Node),
            "applicant" => Ok(Self::Applicant),
            _ => text
                .strip_prefix("staff:")
                .ok_or(NotA("author"))?
                .parse()
                .map(Self::Staff),
        }
    }
}

impl TryFrom<String> for By {
    type Error = NotA;
    fn try_from(text: String) -> Result<Self, NotA> {
        text.parse()
    }
}

impl From<By> for String {
    fn from(by: By) -> String {
        by.to_string()
    }
}

/// A moment as the node's clock showed it: UTC milliseconds and the local offset. Never orders anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(utoipa::ToSchema))]
pub struct Instant {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub utc_ms: i64,
    /// Local time minus UTC, in minutes (Kazakhstan since 1 March 2024: 300).
    pub offset_min: i16,
}

impl Instant {
    /// The local date and time with its offset; the epoch for a value no calendar knows.
    pub fn local(&self) -> DateTime<FixedOffset> {
        let offset =
            FixedOffset::east_opt(i32::from(self.offset_min) * 60).unwrap_or(FixedOffset::east_opt(0).expect("zero"));
        DateTime::from_timestamp_millis(self.utc_ms)
            .unwrap_or_default()
            .with_timezone(&offset)
    }

    /// The local date.
    pub fn date(&self) -> NaiveDate {
        self.local().date_naive()
    }

    /// The local time of day.
    pub fn time(&self) -> NaiveTime {
        self.local().time()
    }
}
