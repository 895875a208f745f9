//! The seed a branch is created from: JSON, with files beside it.
//!
//! Not here: demonstration people; a seed is made elsewhere. Invariant: a seed is read whole and checked before anything is written.

use std::path::Path;

use chrono::NaiveDate;
use qabyldau_domain::fact::StaffId;
use qabyldau_domain::language::Language;
use qabyldau_domain::number::BranchCode;
use qabyldau_domain::role::Role;
use serde::Deserialize;
use zeroize::{Zeroize as _, Zeroizing};

use crate::trouble::Trouble;

/// A branch before it exists.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    /// Four digits.
    pub branch: BranchCode,
    /// Name in Kazakh.
    pub name_kk: String,
    /// Name in Russian.
    pub name_ru: String,
    /// Address in Kazakh.
    pub address_kk: String,
    /// Address in Russian.
    pub address_ru: String,
    /// The recovery authority's age recipient.
    pub recovery: String,
    /// Rooms for receptions.
    pub rooms: Vec<SeedRoom>,
    /// Staff.
    pub staff: Vec<SeedStaff>,
    /// Documents.
    pub documents: Vec<SeedDocument>,
}

/// A room.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedRoom {
    /// ASCII label.
    pub label: String,
    /// Name in Kazakh.
    pub name_kk: String,
    /// Name in Russian.
    pub name_ru: String,
}

/// A member of staff with the first password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedStaff {
    /// 16 hex digits; thrown if not given.
    #[serde(default)]
    pub id: Option<StaffId>,
    /// The name as shown.
    pub name: String,
    /// Post in Kazakh.
    pub post_kk: String,
    /// Post in Russian.
    pub post_ru: String,
    /// The role.
    pub role: Role,
    /// The language of the screen.
    pub language: Language,
    /// The first password.
    pub password: FirstPassword,
}

/// A password as it stands in the seed. Wiped when dropped; shows nothing of itself.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct FirstPassword(pub String);

impl Drop for FirstPassword {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// A document: its content stands in the seed, or in a file beside it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedDocument {
    /// Its name: `addressees`, `calendar-2026`, `rulepack-…`, `texts`, `demonstration`.
    pub name: String,
    /// From which day it counts.
    pub from: NaiveDate,
    /// A file, relative to the seed.
    #[serde(default)]
    pub file: Option<String>,
    /// The content itself, as JSON.
    #[serde(default)]
    pub json: Option<Box<serde_json::value::RawValue>>,
}

impl Seed {
    /// Reads a seed.
    pub fn read(path: &Path) -> Result<Self, Trouble> {
        let text = Zeroizing::new(std::fs::read_to_string(path)?);
        // The place of a mistake is told, never the text around it: passwords stand there.
        let place = |why: serde_json::Error| Trouble::Seed(format!("line {}, column {}", why.line(), why.column()));
        let seed: Self = serde_json::from_str(&text).map_err(place)?;
        if seed.rooms.iter().any(|room| !is_label(&room.label)) {
            return Err(Trouble::Seed(
                "a room's label is not ASCII letters and digits".to_owned(),
            ));
        }
        Ok(seed)
    }
}

impl SeedDocument {
    /// The document's bytes.
    pub fn bytes(&self, seed: &Path) -> Result<Vec<u8>, Trouble> {
        match (&self.file, &self.json) {
            (Some(file), None) => Ok(std::fs::read(seed.parent().unwrap_or(Path::new(".")).join(file))?),
            (None, Some(json)) => Ok(json.get().as_bytes().to_vec()),
            _ => Err(Trouble::Seed(format!(
                "document {}: either `file` or `json`",
                self.name
            ))),
        }
    }
}

fn is_label(label: &str) -> bool {
    (1..=16).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
