//! How a value with one text form crosses JSON: as that text and nothing else.
//!
//! Not for personal values: those have no `Display`. Invariant: what is written is read back as the same value, and a
//! text that is no value is refused with the value's own error.

/// Gives a type with `Display` and `FromStr` its serde form and conversions: the text.
macro_rules! text_form {
    ($value:ty) => {
        impl serde::Serialize for $value {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $value {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl TryFrom<&str> for $value {
            type Error = <$value as std::str::FromStr>::Err;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
    };
}

pub(crate) use text_form;
