//! What comes back: JSON for nearly everything, bytes for pictures.

use std::sync::Arc;

use qabyldau_desk::Refusal;
use serde::Serialize;
use serde_json::Value;

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A value of the contract.
    Json(Value),
    /// A picture.
    Bytes(Vec<u8>),
}

/// Tells the windows that what they show may have changed.
pub type Announce = Arc<dyn Fn() + Send + Sync>;

/// A value as the screens read it.
pub(crate) fn json(value: &impl Serialize) -> Result<Answer, Refusal> {
    serde_json::to_value(value)
        .map(Answer::Json)
        .map_err(|_| Refusal::new("ours"))
}

/// Done; there is nothing to tell.
pub(crate) fn done() -> Answer {
    Answer::Json(Value::Null)
}
