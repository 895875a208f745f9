//! What a scan means here and now: one scan does the right thing.

use chrono::NaiveDate;
use qabyldau_domain::document::DocumentKind;
use qabyldau_domain::facts::{DocumentV1, ReadByV1};
use qabyldau_domain::fold::EntryRow;
use qabyldau_domain::iin::Iin;
use qabyldau_domain::mrz::{Format, Zone};
use qabyldau_domain::number::ReceptionRef;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::scan::{ScanKind, decode_any};
use serde::{Deserialize, Serialize};

use super::receptions::ArrivalVerdict;
use crate::desk::Desk;
use crate::failed::Failed;

/// What the machine read of a person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRead {
    /// How.
    pub read_by: ReadByV1,
    /// The IIN, if the document has one.
    pub iin: Option<String>,
    /// The Latin name of the zone.
    pub latin: Option<String>,
    /// The document, as far as it was read.
    pub document: Option<DocumentV1>,
    /// Warnings of the zone by code; they stop nothing.
    pub warnings: Vec<String>,
}

/// What to do with a scan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "scanned", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "lives for the length of one answer")]
pub enum Scanned {
    /// A person with receptions appointed: the arrival sheet.
    Expected {
        /// What was read.
        person: PersonRead,
        /// The verdicts, today's first.
        receptions: Vec<ArrivalVerdict>,
    },
    /// A person: the visit sheet, filled from the last visit if there was one.
    Visitor {
        /// What was read.
        person: PersonRead,
        /// The newest entry of the same IIN or document.
        last: Option<Box<EntryRow>>,
        /// How often before.
        times: u64,
    },
    /// A row of the roster.
    Reception {
        /// The verdict.
        verdict: ArrivalVerdict,
    },
    /// A receipt of an appeal.
    Receipt {
        /// The registration number.
        number: String,
    },
    /// A journal line.
    Entry {
        /// Its number.
        number: String,
    },
}

impl Desk {
    /// Judges what a scanner typed under whatever layout. An unknown code or a garbled zone is refused by name with the text kept.
    pub fn scan(&self, typed: &str) -> Result<Scanned, Failed> {
        let scan = decode_any(typed).scan;
        let value = scan.value.clone();
        match (scan.kind, scan.valid) {
            (ScanKind::Iin, true) => self.person(PersonRead {
                read_by: ReadByV1::Barcode,
                iin: Some(value),
                latin: None,
                document: None,
                warnings: Vec::new(),
            }),
            (ScanKind::Iin, false) => Err(Refusal::new("iin-check-digit").into()),
            (ScanKind::Mrz, _) => self.person(zone(&value, self.surroundings.clock.now().date())?),
            (ScanKind::Receipt, true) => Ok(Scanned::Receipt { number: value }),
            (ScanKind::Roster, true) => {
                let reference = ReceptionRef::from_barcode(&value).map_err(|_| Refusal::new("scan-unknown"))?;
                self.verdict(&reference.to_string())
                    .map(|verdict| Scanned::Reception { verdict })
            }
            (ScanKind::Entry, true) => Ok(Scanned::Entry { number: value }),
            _ => Err(Refusal::new("scan-unknown").into()),
        }
    }

    /// The person of an IIN typed by hand: the visit sheet, whatever is appointed.
    pub fn person_typed(&self, iin: &str) -> Result<Scanned, Failed> {
        let iin = Iin::try_from(iin).map_err(|_| Refusal::new("iin-check-digit"))?;
        let person = PersonRead {
            read_by: ReadByV1::Typed,
            iin: Some(String::from(iin)),
            latin: None,
            document: None,
            warnings: Vec::new(),
        };
        self.visitor(person)
    }

    fn person(&self, person: PersonRead) -> Result<Scanned, Failed> {
        let receptions = match &person.iin {
            Some(iin) => self.receptions_of(iin)?,
            None => Vec::new(),
        };
        if !receptions.is_empty() {
            return Ok(Scanned::Expected { person, receptions });
        }
        self.visitor(person)
    }

    fn visitor(&self, person: PersonRead) -> Result<Scanned, Failed> {
        let (last, times) = self.earlier(&person)?;
        Ok(Scanned::Visitor {
            person,
            last: last.map(Box::new),
            times,
        })
    }
}

fn zone(value: &str, today: NaiveDate) -> Result<PersonRead, Refusal> {
    let zone = Zone::read(value).map_err(|_| Refusal::new("mrz-garbled"))?;
    if !zone.is_valid() {
        return Err(Refusal::new("mrz-garbled"));
    }
    let kind = match (zone.format, zone.issuer.as_str()) {
        (Format::Td1, "KAZ") => DocumentKind::IdCard,
        (Format::Td3, "KAZ") => DocumentKind::Passport,
        (Format::Td3, _) => DocumentKind::ForeignPassport,
        (Format::Td1, _) => DocumentKind::Other,
    };
    let latin = format!("{} {}", zone.surname, zone.given);
    Ok(PersonRead {
        read_by: ReadByV1::Mrz,
        iin: zone.iin.map(String::from),
        latin: Some(latin.trim().to_owned()),
        document: Some(DocumentV1 {
            kind: kind.code().to_owned(),
            country: zone.issuer.clone(),
            number: zone.number.clone(),
            issuer: None,
            issued: None,
            expires: zone.expiry.as_expiry(today),
        }),
        warnings: zone
            .warnings(today)
            .into_iter()
            .map(|warning| warning.code().to_owned())
            .collect(),
    })
}
