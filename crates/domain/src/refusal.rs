//! A refusal: "not now, because …". A value, not an error. Its words stand in `locales/*/refusal.ftl`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Why something was not done, by a stable code with the values its sentence names. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("refused: {code}")]
pub struct Refusal {
    /// The code, the id of its sentence.
    pub code: Cow<'static, str>,
    /// What the sentence names. May hold labels, times and counts; never a person's data.
    pub args: BTreeMap<Cow<'static, str>, String>,
}

impl Refusal {
    /// A refusal without values.
    pub const fn new(code: &'static str) -> Self {
        Self {
            code: Cow::Borrowed(code),
            args: BTreeMap::new(),
        }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(Cow::Borrowed(name), value.to_string());
        self
    }
}
