//! The visit sheet as the screen sends it with the third statement, made into what the rule registers.

use chrono::{Duration, NaiveDate};
use qabyldau_domain::fact::Instant;
use qabyldau_domain::facts::{CapacityV1, DocumentV1, PersonV1, ReadByV1};
use qabyldau_domain::language::Language;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule::{IinGiven, Registration, Statements};
use serde::Deserialize;

use crate::desk::Desk;
use crate::read::{Capacity, Document, Names, Represented};

/// How long ago each statement was pressed, in milliseconds: the screen's own clock is not believed.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct StatementsAgo {
    /// «Адамды құжатпен салыстырдым».
    pub compared_ms: u32,
    /// «Ережені түсіндірдім».
    pub explained_ms: u32,
    /// Consent taken.
    pub consented_ms: u32,
}

/// The visit sheet.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Visit {
    /// The names.
    pub names: Names,
    /// The Latin line of the zone.
    pub latin: Option<String>,
    /// The IIN, if the document has one.
    pub iin: Option<String>,
    /// «Құжатта осылай жазылған»: the IIN does not check, but so it stands in the document.
    pub iin_as_printed: bool,
    /// The document.
    pub document: Document,
    /// How read.
    #[cfg_attr(feature = "contract", ts(type = "ReadBy"))]
    pub read_by: ReadByV1,
    /// For whom.
    pub capacity: Capacity,
    /// The applicant's language.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// Help is needed.
    pub needs_help: bool,
    /// The ticket of the electronic queue.
    pub ticket: Option<String>,
    /// The statements.
    pub statements: StatementsAgo,
}

impl Desk {
    /// What the rule registers for this sheet; a day that is none is refused by the name of its field.
    pub fn registration(&self, visit: Visit) -> Result<Registration, Refusal> {
        let now = self.surroundings.clock.now();
        let ago = |ms: u32| Instant {
            utc_ms: now.utc_ms - i64::from(ms),
            ..now
        };
        let iin = match (given(visit.iin), visit.iin_as_printed) {
            (None, _) => IinGiven::None,
            (Some(digits), false) => IinGiven::Number(digits),
            (Some(digits), true) => IinGiven::AsPrinted(digits),
        };
        Ok(Registration {
            person: PersonV1 {
                surname: given(visit.names.surname),
                given: given(visit.names.given),
                patronymic: given(visit.names.patronymic),
                no_patronymic: visit.names.no_patronymic,
                latin: given(visit.latin),
                iin: None,
                born: None,
            },
            iin,
            document: DocumentV1 {
                kind: visit.document.kind,
                country: visit.document.country,
                number: visit.document.number.trim().to_owned(),
                issuer: given(visit.document.issuer),
                issued: day("document.issued", visit.document.issued)?,
                expires: day("document.expires", visit.document.expires)?,
            },
            capacity: capacity(visit.capacity)?,
            read_by: visit.read_by,
            language: visit.language,
            needs_help: visit.needs_help,
            ticket: given(visit.ticket),
            statements: Statements {
                compared: ago(visit.statements.compared_ms),
                explained: ago(visit.statements.explained_ms),
                consented: ago(visit.statements.consented_ms),
                language: visit.language,
            },
        })
    }
}

fn capacity(capacity: Capacity) -> Result<CapacityV1, Refusal> {
    Ok(match capacity {
        Capacity::Oneself => CapacityV1::Oneself,
        Capacity::LegalRepresentative { represented } => CapacityV1::LegalRepresentative {
            represented: person(represented),
        },
        Capacity::PowerOfAttorney {
            represented,
            number,
            dated,
            notary,
            until,
        } => CapacityV1::PowerOfAttorney {
            represented: person(represented),
            number: given(number),
            dated: day("authority.dated", dated)?,
            notary: given(notary),
            until: day("authority.until", until)?,
        },
        Capacity::LegalEntity { name, bin } => CapacityV1::LegalEntity { name, bin: given(bin) },
    })
}

fn person(represented: Represented) -> PersonV1 {
    PersonV1 {
        surname: given(represented.surname),
        given: given(represented.given),
        patronymic: given(represented.patronymic),
        iin: given(represented.iin),
        ..PersonV1::default()
    }
}

/// What was typed, without the spaces around it; nothing typed is nothing.
fn given(text: Option<String>) -> Option<String> {
    let text = text?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn day(field: &'static str, text: Option<String>) -> Result<Option<NaiveDate>, Refusal> {
    let Some(text) = given(text) else { return Ok(None) };
    let day = text.parse::<NaiveDate>().ok();
    let sane = |day: &NaiveDate| day.signed_duration_since(NaiveDate::default()).abs() < Duration::days(366 * 200);
    day.filter(sane)
        .map(Some)
        .ok_or_else(|| Refusal::new("day-garbled").with("field", field))
}
