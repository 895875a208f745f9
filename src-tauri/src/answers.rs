//! What the screens are told, as it crosses to them. TypeScript's side is written from here by `cargo xtask schema`.

use std::collections::BTreeMap;

use qabyldau_desk as desk;
use serde::Serialize;

/// Why something was not done: a code and what its sentence names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Refusal {
    pub code: String,
    pub args: BTreeMap<String, String>,
}

/// A language of the screen or of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    Kk,
    Ru,
}

/// Which desk this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Nameplate {
    /// Branch and label, `0512·A`.
    pub desk: String,
    pub branch_kk: String,
    pub branch_ru: String,
}

/// Somebody on the list of the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StaffChoice {
    pub id: String,
    pub name: String,
    pub post_kk: String,
    pub post_ru: String,
}

/// The door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SignInState {
    pub desk: Nameplate,
    pub staff: Vec<StaffChoice>,
    /// The portal's signed directory says that people and documents are invented.
    pub demonstration: bool,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EntryLine {
    pub number: String,
    /// `14:07`.
    pub time: String,
    /// Surname and initials.
    pub name: String,
    pub language: Language,
    /// `registered`, `annulled`, or where its newest visit to a booth stands.
    pub state: String,
}

/// Today's journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Today {
    pub desk: Nameplate,
    /// The open day, `22.11.2026`; none while no day is open.
    pub day: Option<String>,
    /// Who works here, and the language of their screen.
    pub worker: String,
    pub language: Language,
    /// Newest first.
    pub entries: Vec<EntryLine>,
    /// No day of the answer can be counted for what is filed today: a warning, intake goes on.
    pub answer_day_unknown: bool,
}

impl From<desk::Refusal> for Refusal {
    fn from(refusal: desk::Refusal) -> Self {
        let args = refusal.args.into_iter().map(|(name, value)| (name.into_owned(), value));
        Self {
            code: refusal.code.into_owned(),
            args: args.collect(),
        }
    }
}

impl From<desk::Language> for Language {
    fn from(language: desk::Language) -> Self {
        match language {
            desk::Language::Kk => Self::Kk,
            desk::Language::Ru => Self::Ru,
        }
    }
}

impl From<desk::SignInState> for SignInState {
    fn from(state: desk::SignInState) -> Self {
        let choice = |one: desk::StaffChoice| StaffChoice {
            id: one.id.to_string(),
            name: one.name,
            post_kk: one.post_kk,
            post_ru: one.post_ru,
        };
        Self {
            desk: Nameplate {
                desk: state.desk,
                branch_kk: state.branch_kk,
                branch_ru: state.branch_ru,
            },
            staff: state.staff.into_iter().map(choice).collect(),
            demonstration: state.demonstration,
        }
    }
}

impl Today {
    /// The page of a desk, under its nameplate.
    pub fn of(desk: Nameplate, language: desk::Language, today: desk::Today) -> Self {
        let line = |entry: desk::EntryLine| EntryLine {
            number: entry.number,
            time: entry.time,
            name: entry.name,
            language: entry.language.into(),
            state: entry.state,
        };
        Self {
            desk,
            day: today.day.map(|day| day.format("%d.%m.%Y").to_string()),
            worker: today.worker,
            language: language.into(),
            entries: today.entries.into_iter().map(line).collect(),
            answer_day_unknown: today.answer_day_unknown,
        }
    }
}

#[cfg(test)]
mod tests;
