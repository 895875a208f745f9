//! The journal: a day's lines, a line opened with its history, the search, and who was here before.

use chrono::NaiveDate;
use qabyldau_domain::facts::{CapacityV1, PersonV1, ReadByV1};
use qabyldau_domain::fold::{AppealRow, EntryRow};
use qabyldau_domain::language::Language;
use qabyldau_domain::names::search_words;
use qabyldau_domain::refusal::Refusal;
use qabyldau_store::Reader;
use serde::{Deserialize, Serialize};

use super::history::{HistoryLine, history, shown};
use super::line::{EntryLine, Places, ReceptionLine, state_of};
use super::plain::{Document, Names, dmy, hm, iso, masked};
use super::scan::PersonRead;
use crate::desk::Desk;
use crate::failed::Failed;

/// What a search over names found, exact names first.
pub type FoundEntries = Vec<EntryRow>;

/// The journal of a day.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Journal {
    /// The day shown, ISO.
    pub day: String,
    /// Days with lines, newest first, ISO; the day shown among them.
    pub days: Vec<String>,
    /// Newest first.
    pub entries: Vec<EntryLine>,
}

/// What a search found.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Found {
    /// Journal lines, exact names first.
    pub entries: Vec<EntryLine>,
    /// Receptions of today of the same names.
    pub receptions: Vec<ReceptionLine>,
    /// Since when this desk keeps a journal, «дд.мм.гггг»: where was looked.
    pub since: Option<String>,
}

/// A person somebody speaks for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Represented {
    /// Surname.
    pub surname: Option<String>,
    /// First name.
    pub given: Option<String>,
    /// Patronymic.
    pub patronymic: Option<String>,
    /// IIN, if known.
    pub iin: Option<String>,
}

/// For whom the person speaks. Days are ISO.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(tag = "role", rename_all = "snake_case")]
pub enum Capacity {
    /// For himself or herself.
    Oneself,
    /// Legal representative of a person.
    LegalRepresentative {
        /// The represented person.
        represented: Represented,
    },
    /// By power of attorney.
    PowerOfAttorney {
        /// The represented person.
        represented: Represented,
        /// Its number.
        number: Option<String>,
        /// Its day.
        dated: Option<String>,
        /// The notary.
        notary: Option<String>,
        /// Valid until.
        until: Option<String>,
    },
    /// For a legal entity.
    LegalEntity {
        /// Its name.
        name: String,
        /// Its BIN.
        bin: Option<String>,
    },
}

/// A named value.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Field {
    /// The name.
    pub name: String,
    /// What stands there.
    pub value: Option<String>,
}

/// An appeal under its journal line.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct AppealLine {
    /// The registration number.
    pub number: String,
    /// The kind.
    pub kind: String,
    /// The addressee.
    pub addressee_kk: String,
    /// The addressee.
    pub addressee_ru: String,
    /// «чч:мм».
    pub filed_at: String,
    /// The expected day of the answer, «дд.мм.гггг».
    pub due: Option<String>,
    /// The newest stage.
    pub state: String,
}

/// A journal line, opened.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct EntrySheet {
    /// The number.
    pub number: String,
    /// «дд.мм.гггг».
    pub day: String,
    /// «чч:мм».
    pub time: String,
    /// The desk's label.
    pub desk: String,
    /// As in lists.
    #[cfg_attr(feature = "contract", ts(type = "EntryState"))]
    pub state: String,
    /// The names.
    pub names: Names,
    /// The names in one line.
    pub full_name: String,
    /// The Latin line.
    pub latin: Option<String>,
    /// The IIN, masked.
    pub iin: Option<String>,
    /// The document.
    pub document: Document,
    /// For whom.
    pub capacity: Capacity,
    /// How read.
    #[cfg_attr(feature = "contract", ts(type = "ReadBy"))]
    pub read_by: ReadByV1,
    /// The applicant's language.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// Help is needed.
    pub needs_help: bool,
    /// The ticket.
    pub ticket: Option<String>,
    /// The rule pack explained.
    pub rules: String,
    /// The annulment's reason.
    pub annulled: Option<String>,
    /// Notes by code, with the worker's words.
    pub notes: Vec<Field>,
    /// What may be corrected, with what stands there.
    pub fields: Vec<Field>,
    /// Its appeals.
    pub appeals: Vec<AppealLine>,
    /// Newest first.
    pub history: Vec<HistoryLine>,
}

/// How many lines a search answers.
const FOUND: usize = 20;

impl Desk {
    /// One line as it is folded.
    pub fn entry(&self, number: &str) -> Result<EntryRow, Failed> {
        entry(&self.store().reader()?, number)
    }

    /// The journal of a day, of today without one.
    pub fn journal(&self, day: Option<NaiveDate>) -> Result<Journal, Failed> {
        let day = day.unwrap_or_else(|| self.surroundings.clock.now().date());
        let store = self.store();
        let reader = store.reader()?;
        let sessions = reader.sessions_of_day(day)?;
        let lines = reader.entries_of_day(day)?;
        let mut entries: Vec<_> = lines.iter().map(|entry| EntryLine::of(entry, &sessions)).collect();
        entries.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| b.number.cmp(&a.number)));
        let mut days = reader.days_with_entries()?;
        if !days.contains(&day) {
            days.push(day);
            days.sort_unstable_by(|a, b| b.cmp(a));
        }
        Ok(Journal {
            day: iso(day),
            days: days.into_iter().map(iso).collect(),
            entries,
        })
    }

    /// Lines in whose names every word of the text begins a word, in either spelling.
    pub fn search(&self, text: &str, limit: usize) -> Result<FoundEntries, Failed> {
        Ok(self.store().reader()?.search_entries(text, limit)?)
    }

    /// The same over lines and today's receptions, as the screen shows it.
    pub fn find(&self, text: &str) -> Result<Found, Failed> {
        let now = self.surroundings.clock.now();
        let store = self.store();
        let reader = store.reader()?;
        let places = Places::read(&reader)?;
        let mut entries = Vec::new();
        for entry in reader.search_entries(text, FOUND)? {
            let sessions = reader.sessions_of_entry(&entry.number)?;
            entries.push(EntryLine::of(&entry, &sessions));
        }
        let wanted = search_words(text);
        let mut receptions = Vec::new();
        for row in reader.receptions_of_day(now.date())? {
            let own = search_words(&whole(&row.person));
            let begins = |word: &String| own.iter().any(|one| one.starts_with(word.as_str()));
            if !wanted.is_empty() && wanted.iter().all(begins) {
                receptions.push(places.reception(&row, now));
            }
        }
        let since = reader.days_with_entries()?.last().copied();
        Ok(Found {
            entries,
            receptions,
            since: since.map(dmy),
        })
    }

    /// A line, opened.
    pub fn entry_sheet(&self, number: &str) -> Result<EntrySheet, Failed> {
        let store = self.store();
        let reader = store.reader()?;
        let row = entry(&reader, number)?;
        let places = Places::read(&reader)?;
        let sessions = reader.sessions_of_entry(number)?;
        let mut facts = reader.facts_about(&row.subject)?;
        for session in &sessions {
            facts.extend(reader.facts_about(&session.subject)?);
        }
        let mut appeals = Vec::new();
        let law = self.shelf.law(&reader)?;
        for appeal in reader.appeals_of_entry(number)? {
            facts.extend(reader.facts_about(&appeal.subject)?);
            let (kk, ru) = super::appeal::addressee(&law, &appeal.addressee);
            appeals.push(AppealLine {
                number: appeal.number.clone(),
                kind: appeal.kind.clone(),
                addressee_kk: kk,
                addressee_ru: ru,
                filed_at: hm(appeal.filed_at),
                due: appeal.promise.as_ref().map(|promise| dmy(promise.due)),
                state: stage(&reader, &appeal)?.to_owned(),
            });
        }
        facts.sort_by_key(|fact| (fact.tick, fact.node, fact.seq));
        let mut lines = history(&reader, &places, &facts)?;
        for (line, made) in lines
            .iter_mut()
            .rev()
            .filter(|line| line.code == "entry-corrected")
            .zip(&row.corrections)
        {
            line.args
                .insert("old".to_owned(), shown(&made.field, made.old.as_deref()));
        }
        Ok(EntrySheet {
            day: dmy(row.day),
            time: hm(row.at),
            desk: places.label(&row.node),
            state: state_of(&row, &sessions).to_owned(),
            names: Names::of(&row.person),
            full_name: whole(&row.person),
            latin: row.person.latin.clone(),
            iin: row.person.iin.as_deref().map(masked),
            document: Document::of(&row.document),
            capacity: Capacity::of(&row.capacity),
            read_by: row.read_by,
            language: row.language,
            needs_help: row.needs_help,
            ticket: row.ticket.clone(),
            rules: row.statements.rules.clone(),
            annulled: row.annulled.clone(),
            notes: row
                .notes
                .iter()
                .map(|note| Field {
                    name: note.code.clone(),
                    value: note.words.clone(),
                })
                .collect(),
            fields: correctable(&row),
            appeals,
            history: lines,
            number: row.number,
        })
    }

    /// The whole IIN of a line; the act that it was shown must have been written before.
    pub fn iin_of(&self, number: &str) -> Result<String, Failed> {
        let row = self.entry(number)?;
        Ok(row.person.iin.ok_or_else(|| Refusal::new("iin-none"))?)
    }

    /// The newest line of the same IIN or document, and how many there are.
    pub(crate) fn earlier(&self, person: &PersonRead) -> Result<(Option<EntryRow>, u64), Failed> {
        let store = self.store();
        let reader = store.reader()?;
        if let Some(iin) = &person.iin {
            return Ok((reader.newest_entry_by_iin(iin)?, reader.count_entries_by_iin(iin)?));
        }
        match &person.document {
            Some(document) => Ok((
                reader.newest_entry_by_document(&document.kind, &document.number)?,
                reader.count_entries_by_document(&document.kind, &document.number)?,
            )),
            None => Ok((None, 0)),
        }
    }
}

fn entry(reader: &Reader<'_>, number: &str) -> Result<EntryRow, Failed> {
    let row = reader.entry(number)?;
    Ok(row.ok_or_else(|| Refusal::new("entry-unknown").with("number", number))?)
}

/// The newest stage of an appeal.
pub(crate) fn stage(reader: &Reader<'_>, appeal: &AppealRow) -> Result<&'static str, Failed> {
    let stored = reader
        .parcel(&appeal.parcel.sha256)?
        .is_some_and(|parcel| parcel.stored_at.is_some());
    Ok(match (appeal.handed_over_at, appeal.answer_signed, stored) {
        (Some(_), _, _) => "handed-over",
        (None, Some(_), _) => "answered",
        (None, None, true) => "accepted",
        (None, None, false) => "filed",
    })
}

/// Surname, name and patronymic in one line.
pub(crate) fn whole(person: &PersonV1) -> String {
    let parts = [&person.surname, &person.given, &person.patronymic];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(" ")
}

/// The fields that `EntryCorrected` knows, with what stands in them. The IIN is masked: it is corrected by typing it anew.
fn correctable(row: &EntryRow) -> Vec<Field> {
    let field = |name: &str, value: Option<String>| Field {
        name: name.to_owned(),
        value,
    };
    vec![
        field("surname", row.person.surname.clone()),
        field("given", row.person.given.clone()),
        field("patronymic", row.person.patronymic.clone()),
        field("iin", row.person.iin.as_deref().map(masked)),
        field("document.number", Some(row.document.number.clone())),
        field("document.issuer", row.document.issuer.clone()),
        field("ticket", row.ticket.clone()),
    ]
}

impl Represented {
    fn of(person: &PersonV1) -> Self {
        Self {
            surname: person.surname.clone(),
            given: person.given.clone(),
            patronymic: person.patronymic.clone(),
            iin: person.iin.as_deref().map(masked),
        }
    }
}

impl Capacity {
    fn of(capacity: &CapacityV1) -> Self {
        match capacity {
            CapacityV1::Oneself => Self::Oneself,
            CapacityV1::LegalRepresentative { represented } => Self::LegalRepresentative {
                represented: Represented::of(represented),
            },
            CapacityV1::PowerOfAttorney {
                represented,
                number,
                dated,
                notary,
                until,
            } => Self::PowerOfAttorney {
                represented: Represented::of(represented),
                number: number.clone(),
                dated: dated.map(iso),
                notary: notary.clone(),
                until: until.map(iso),
            },
            CapacityV1::LegalEntity { name, bin } => Self::LegalEntity {
                name: name.clone(),
                bin: bin.clone(),
            },
        }
    }
}
