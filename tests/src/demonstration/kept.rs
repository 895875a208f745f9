//! What a demonstration remembers between its starts: how far its clock is moved and has come, where its servers listen, which days have a roster.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::running::{Outcome, RunError, broken, write};

const FILE: &str = "demonstration.json";

/// The memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    /// How far the clock is moved, in milliseconds.
    pub(super) shift_ms: i64,
    /// The latest time the branch has seen, UTC in milliseconds.
    pub(super) last_ms: i64,
    /// Where the portal listens; the hub was told.
    pub(super) portal: String,
    /// Where the hub listens; desks and booths were told.
    pub(super) hub: String,
    /// Days whose roster the portal has.
    pub(super) rosters: Vec<NaiveDate>,
}

impl Kept {
    /// Of a branch that has seen nothing yet.
    pub(super) fn new(shift_ms: i64) -> Self {
        Self {
            shift_ms,
            last_ms: i64::MIN,
            portal: String::new(),
            hub: String::new(),
            rosters: Vec::new(),
        }
    }

    /// What is kept in this folder; nothing where a founding never came to its end.
    pub(super) fn read(folder: &Path) -> Outcome<Option<Self>> {
        let file = folder.join(FILE);
        let text = match std::fs::read_to_string(&file) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            read => read.map_err(|error| RunError::File(file, error))?,
        };
        let kept: Value = serde_json::from_str(&text).unwrap_or_default();
        let read = Self::from_json(&kept);
        let damaged = || broken("the kept branch can be read; `--fresh` founds another", FILE);
        read.map(Some).ok_or_else(damaged)
    }

    fn from_json(kept: &Value) -> Option<Self> {
        let day = |day: &Value| day.as_str()?.parse().ok();
        Some(Self {
            shift_ms: kept["shift_ms"].as_i64()?,
            last_ms: kept["last_ms"].as_i64()?,
            portal: kept["portal"].as_str()?.to_owned(),
            hub: kept["hub"].as_str()?.to_owned(),
            rosters: kept["rosters"].as_array()?.iter().map(day).collect::<Option<_>>()?,
        })
    }

    fn to_json(&self) -> Value {
        json!({
            "shift_ms": self.shift_ms, "last_ms": self.last_ms, "portal": self.portal, "hub": self.hub, "rosters": self.rosters,
        })
    }

    /// Keeps it.
    pub(super) fn write(&self, folder: &Path) -> Outcome {
        write(&folder.join(FILE), self.to_json().to_string().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_what_is_half_written_does_not() {
        let kept = Kept {
            shift_ms: -5,
            last_ms: 7,
            portal: "127.0.0.1:1".into(),
            hub: "127.0.0.1:2".into(),
            rosters: vec!["2026-11-25".parse().unwrap()],
        };
        assert_eq!(Kept::from_json(&kept.to_json()), Some(kept));
        assert_eq!(Kept::from_json(&json!({"shift_ms": 1})), None);
    }
}
