//! Sheets a desk prints: a copy of a receipt (without the secret code, which nobody but the applicant ever had) and the day's roster.

use chrono::NaiveDate;
use qabyldau_domain::facts::PersonV1;
use qabyldau_domain::fold::ReceptionRow;
use qabyldau_domain::language::Language;
use qabyldau_domain::names::{Names, Patronymic};
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::state::ReceptionState;
use qabyldau_paper::roster::{Change, Roster, Row};
use qabyldau_paper::words::Words;

use crate::desk::Desk;
use crate::failed::Failed;

/// Surname and initials, as lists show a person.
pub(crate) fn surname_initials(person: &PersonV1) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let patronymic = person
        .patronymic
        .clone()
        .map_or(Patronymic::NotStated, Patronymic::Known);
    Names::new(&part(&person.surname), &part(&person.given), patronymic)
        .map_or_else(|_| String::new(), |names| names.surname_initials())
}

impl Desk {
    /// The staff copy of a day's roster, in order of time and room.
    pub fn roster(&self, day: NaiveDate, language: Language) -> Result<Roster, Failed> {
        let store = self.store();
        let reader = store.reader()?;
        let branch = reader.branch_named()?.ok_or(Refusal::new("directory-missing"))?;
        let rows = reader.receptions_of_day(day)?;
        let published = reader.rosters_of_day(day)?.pop();
        let words = Words::new(language);
        let rooms = reader.rooms()?;
        let room = |label: &str| {
            let named = rooms.iter().find(|room| room.label == label);
            named.map_or_else(|| label.to_owned(), |room| text(language, &room.name_kk, &room.name_ru))
        };
        let now = self.surroundings.clock.now().local();
        Ok(Roster {
            language,
            branch: text(language, &branch.name_kk, &branch.name_ru),
            day: words.long_date(day).map_err(|_| Refusal::new("words-missing"))?,
            version: published.map_or_else(String::new, |roster| {
                format!("{}, {}", roster.version, roster.at.local().format("%d.%m.%Y %H:%M"))
            }),
            staff: self.worker.name.clone(),
            printed_at: now.format("%d.%m.%Y %H:%M").to_string(),
            rows: rows.iter().filter_map(|reception| row(reception, &room)).collect(),
        })
    }
}

fn row(reception: &ReceptionRow, room: &impl Fn(&str) -> String) -> Option<Row> {
    let change = match (&reception.state, &reception.changed) {
        (ReceptionState::Cancelled, _) => Some(Change::Cancelled),
        (_, Some(_)) => Some(Change::Changed),
        (_, None) => None,
    };
    Some(Row {
        time: reception.time.format("%H:%M").to_string(),
        room: room(&reception.room),
        name: surname_initials(&reception.person),
        body: reception.body.clone(),
        official: reception.official.clone().unwrap_or_default(),
        language: reception.language,
        change,
        reception: reception.reference.parse().ok()?,
    })
}

fn text(language: Language, kk: &str, ru: &str) -> String {
    match language {
        Language::Kk => kk,
        Language::Ru => ru,
    }
    .to_owned()
}
