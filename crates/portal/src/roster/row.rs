//! One row of a roster: read into values that cannot be wrong, or broken by name.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use qabyldau_domain::facts::PersonV1;
use qabyldau_domain::fold::ReceptionRow;
use qabyldau_domain::iin::Iin;
use qabyldau_domain::language::Language;
use qabyldau_domain::number::ReceptionRef;

use super::BrokenRow;
use super::columns::Columns;
use super::csv::Record;

/// A good row.
#[derive(Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// The reference, if the file gives one.
    pub reference: Option<ReceptionRef>,
    /// The day.
    pub day: NaiveDate,
    /// The appointed time.
    pub time: NaiveTime,
    /// A room of the branch.
    pub room: String,
    /// Who is expected.
    pub person: PersonV1,
    /// The state body.
    pub body: String,
    /// Who receives.
    pub official: Option<String>,
    /// The applicant's language.
    pub language: Language,
}

impl std::fmt::Debug for RosterRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RosterRow({} {})", self.day, self.time)
    }
}

impl RosterRow {
    /// Reads a record.
    pub fn read(record: &Record, columns: &Columns, rooms: &BTreeSet<String>) -> Result<Self, BrokenRow> {
        let broken = |column, code| BrokenRow {
            line: record.line,
            column,
            code,
        };
        if record.fields.len() != columns.width() {
            return Err(broken(None, "fields-missing"));
        }
        let field = |name: &'static str| columns.field(&record.fields, name);
        let needed = |name: &'static str| field(name).ok_or(broken(Some(name), "empty"));
        let form = |name: &'static str| broken(Some(name), "form");
        let room = needed("room")?.to_owned();
        if !rooms.contains(&room) {
            return Err(broken(Some("room"), "room-unknown"));
        }
        if record.fields.iter().any(|field| field.chars().count() > 500) {
            return Err(broken(None, "field-too-long"));
        }
        let iin = field("iin").map(|text| text.parse::<Iin>().map_err(|_| broken(Some("iin"), "iin-check")));
        let person = PersonV1 {
            surname: field("surname").map(str::to_owned),
            given: Some(needed("given")?.to_owned()),
            patronymic: field("patronymic").map(str::to_owned),
            no_patronymic: false,
            latin: None,
            iin: iin.transpose()?.map(|iin| iin.as_str().to_owned()),
            born: field("born").map(|text| day(text).ok_or(form("born"))).transpose()?,
        };
        Ok(Self {
            reference: field("reference")
                .map(|text| reference(text).ok_or(form("reference")))
                .transpose()?,
            day: day(needed("day")?).ok_or(form("day"))?,
            time: time(needed("time")?).ok_or(form("time"))?,
            room,
            person,
            body: needed("body")?.to_owned(),
            official: field("official").map(str::to_owned),
            language: language(needed("language")?).ok_or(form("language"))?,
        })
    }

    /// Is it the same person for the same body as before?
    pub fn same_person(&self, before: &ReceptionRow) -> bool {
        self.person == before.person && self.body == before.body
    }

    /// Is it at the same time in the same room?
    pub fn same_place(&self, before: &ReceptionRow) -> bool {
        (self.day, self.time, self.room.as_str()) == (before.day, before.time, before.room.as_str())
    }
}

fn reference(text: &str) -> Option<ReceptionRef> {
    text.parse().ok().or_else(|| ReceptionRef::from_barcode(text).ok())
}

fn day(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d.%m.%Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

fn time(text: &str) -> Option<NaiveTime> {
    ["%H:%M", "%H:%M:%S"]
        .iter()
        .find_map(|form| NaiveTime::parse_from_str(text, form).ok())
}

fn language(text: &str) -> Option<Language> {
    match text.to_lowercase().as_str() {
        "kk" | "қаз" | "қазақша" | "каз" => Some(Language::Kk),
        "ru" | "орыс" | "рус" | "русский" | "орысша" => Some(Language::Ru),
        _ => None,
    }
}
