//! What a question brings with it, by name.

use qabyldau_desk::Refusal;
use serde::de::DeserializeOwned;
use serde_json::Value;
use zeroize::Zeroizing;

/// The values of one question.
pub(crate) struct Values(Value);

impl Values {
    pub(crate) const fn of(value: Value) -> Self {
        Self(value)
    }

    /// A secret, wiped when it is dropped.
    pub(crate) fn secret(&mut self, name: &str) -> Result<Zeroizing<String>, Refusal> {
        self.take(name).map(Zeroizing::new)
    }

    /// The value of this name; refused if it is not there or not of this kind. What it was is not repeated: it may be a person's.
    pub(crate) fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Refusal> {
        serde_json::from_value(self.0[name].take()).map_err(|_| Refusal::new("question-garbled").with("name", name))
    }
}
