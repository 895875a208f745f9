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

/// Gives a type that crosses a wire as text its shape in the contract: a pattern, and what the text is.
macro_rules! text_shape {
    ($value:ty, $pattern:expr, $what:expr) => {
        #[cfg(feature = "contract")]
        impl utoipa::PartialSchema for $value {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                use utoipa::openapi::{ObjectBuilder, Type};
                let text = ObjectBuilder::new().schema_type(Type::String);
                text.pattern(Some($pattern)).description(Some($what)).into()
            }
        }

        #[cfg(feature = "contract")]
        impl utoipa::ToSchema for $value {}
    };
}

pub(crate) use {text_form, text_shape};
