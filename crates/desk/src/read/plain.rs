//! What several screens show alike: names, documents, a clock; dates and times as they are read.
//!
//! Days a person reads are «дд.мм.гггг», days a screen sends back are ISO; times are «чч:мм».

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qabyldau_domain::fact::Instant;
use qabyldau_domain::facts::{DocumentV1, PersonV1};
use qabyldau_domain::fold::RosterRow;
use serde::{Deserialize, Serialize};

/// Which desk this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Nameplate {
    /// Branch and label, `0512·A`.
    pub desk: String,
    /// The branch's name.
    pub branch_kk: String,
    /// The branch's name.
    pub branch_ru: String,
}

/// The program's clock: the screens never ask the web view's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Clock {
    /// Milliseconds of 1970.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub utc_ms: i64,
    /// Minutes to add for local time.
    pub offset_min: i16,
}

/// How the exchange with the hub stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Link {
    /// The last round with the hub went through: booths and the other desks are in touch.
    pub connected: bool,
    /// When the hub was heard last, «чч:мм».
    pub since: Option<String>,
    /// The hub is in touch with the portal, by its own word.
    pub portal: bool,
    /// When the hub heard the portal last, «чч:мм».
    pub portal_since: Option<String>,
    /// Facts the portal has not taken yet, as far as is known.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub unsent: u64,
}

/// The parts of a name.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Names {
    /// Surname, if any.
    pub surname: Option<String>,
    /// First name, if any.
    pub given: Option<String>,
    /// Patronymic; none with `no_patronymic` false: nobody said.
    pub patronymic: Option<String>,
    /// It was stated that there is none.
    pub no_patronymic: bool,
}

/// An identity document.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Document {
    /// The kind, a word of `domain::document`.
    pub kind: String,
    /// Country of issue, ISO 3166-1 alpha-3.
    pub country: String,
    /// Number as printed.
    pub number: String,
    /// Issuing body.
    pub issuer: Option<String>,
    /// ISO day of issue.
    pub issued: Option<String>,
    /// ISO day of expiry.
    pub expires: Option<String>,
}

/// Something that somebody should do: the sentence is `attention-<code>` with `args`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Attention {
    /// The stable code.
    pub code: String,
    /// What the sentence names.
    pub args: BTreeMap<String, String>,
    /// The thing an act would need.
    pub about: Option<String>,
}

/// The roster in force for a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct RosterState {
    /// Its version.
    pub version: u32,
    /// When it was published, «дд.мм.гггг чч:мм».
    pub at: String,
}

impl Names {
    pub(crate) fn of(person: &PersonV1) -> Self {
        Self {
            surname: person.surname.clone(),
            given: person.given.clone(),
            patronymic: person.patronymic.clone(),
            no_patronymic: person.no_patronymic,
        }
    }
}

impl Document {
    pub(crate) fn of(document: &DocumentV1) -> Self {
        Self {
            kind: document.kind.clone(),
            country: document.country.clone(),
            number: document.number.clone(),
            issuer: document.issuer.clone(),
            issued: document.issued.map(iso),
            expires: document.expires.map(iso),
        }
    }
}

impl Attention {
    pub(crate) fn new(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            args: BTreeMap::new(),
            about: None,
        }
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    pub(crate) fn about(mut self, thing: &str) -> Self {
        self.about = Some(thing.to_owned());
        self
    }
}

impl RosterState {
    pub(crate) fn of(row: &RosterRow) -> Self {
        Self {
            version: row.version,
            at: row.at.local().format("%d.%m.%Y %H:%M").to_string(),
        }
    }
}

impl Clock {
    /// Shows this instant.
    pub const fn at(now: Instant) -> Self {
        Self {
            utc_ms: now.utc_ms,
            offset_min: now.offset_min,
        }
    }
}

/// A worker's name as bars and boards show it: surname and the initial of the first name.
pub(crate) fn short(name: &str) -> String {
    let mut parts = name.split_whitespace();
    let surname = parts.next().unwrap_or_default();
    match parts.next().and_then(|given| given.chars().next()) {
        Some(initial) => format!("{surname} {initial}."),
        None => surname.to_owned(),
    }
}

/// «14:07».
pub(crate) fn hm(at: Instant) -> String {
    at.time().format("%H:%M").to_string()
}

/// «22.11.2026».
pub(crate) fn dmy(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// `2026-11-22`.
pub(crate) fn iso(day: NaiveDate) -> String {
    day.to_string()
}

/// Whole minutes between two moments, never negative.
pub(crate) fn minutes_between(from: Instant, to: Instant) -> u32 {
    u32::try_from((to.utc_ms - from.utc_ms) / 60_000).unwrap_or_default()
}

/// An IIN as lists and sheets show it: the first six digits, the rest hidden.
pub(crate) fn masked(iin: &str) -> String {
    let shown: String = iin.chars().take(6).collect();
    format!("{shown}••••••")
}
