//! What a scan says on the screen: a person for the visit sheet, or one sentence for the arrival sheet.

use qabyldau_domain::facts::{PunctualityV1, ReadByV1};
use qabyldau_domain::fold::EntryRow;
use qabyldau_domain::language::Language;
use qabyldau_domain::state::ReceptionState;
use serde::Serialize;

use super::line::{Places, ReceptionLine};
use super::plain::{Document, Names, dmy};
use super::receptions::ArrivalVerdict;
use super::scan::{PersonRead, Scanned};
use crate::desk::Desk;
use crate::failed::Failed;

/// What the machine read of a person.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS), ts(rename = "PersonRead"))]
pub struct ReadPerson {
    /// How.
    #[cfg_attr(feature = "contract", ts(type = "ReadBy"))]
    pub read_by: ReadByV1,
    /// The IIN, if the document has one.
    pub iin: Option<String>,
    /// The Latin name of the zone.
    pub latin: Option<String>,
    /// The document, as far as it was read.
    pub document: Option<Document>,
    /// Warnings of the zone by code; they stop nothing.
    pub warnings: Vec<String>,
}

/// The last visit of the same IIN or document.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct LastVisit {
    /// The journal line.
    pub number: String,
    /// Its day, «дд.мм.гггг».
    pub day: String,
    /// The names.
    pub names: Names,
    /// The Latin line.
    pub latin: Option<String>,
    /// The IIN.
    pub iin: Option<String>,
    /// The document shown then.
    pub document: Document,
    /// The applicant's language.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// Help was needed.
    pub needs_help: bool,
}

/// Which sentence the arrival sheet says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// Expected today: the arrival can be marked.
    Expected,
    /// Somebody marked it.
    AlreadyIn,
    /// Appointed for another day.
    OtherDay,
    /// The body cancelled it.
    Cancelled,
    /// It was marked as not come, or goes on, or is over.
    WentOn,
}

/// The verdict on one reception.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Verdict {
    /// The sentence.
    pub kind: VerdictKind,
    /// The reception.
    pub line: ReceptionLine,
    /// Minutes against the appointed time now; negative is early.
    pub minutes: i32,
    /// The judgement now.
    #[cfg_attr(feature = "contract", ts(type = "Punctuality"))]
    pub punctuality: PunctualityV1,
}

/// What a scan says.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS), ts(rename = "Scanned"))]
#[serde(tag = "scanned", rename_all = "snake_case")]
pub enum ScanAnswer {
    /// A person: the visit sheet.
    Visitor {
        /// What was read.
        person: ReadPerson,
        /// The last visit.
        last: Option<LastVisit>,
        /// How often before.
        #[cfg_attr(feature = "contract", ts(type = "number"))]
        times: u64,
    },
    /// A person with receptions appointed: the arrival sheet.
    Expected {
        /// What was read.
        person: ReadPerson,
        /// Today's first.
        verdicts: Vec<Verdict>,
    },
    /// A row of the roster.
    Reception {
        /// The verdict.
        verdict: Verdict,
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
    /// What a scanner's symbols say on the screen.
    pub fn scan_answer(&self, typed: &str) -> Result<ScanAnswer, Failed> {
        let scanned = self.scan(typed)?;
        self.said(scanned)
    }

    /// The same for an IIN typed by hand: always the visit sheet.
    pub fn person_answer(&self, iin: &str) -> Result<ScanAnswer, Failed> {
        let scanned = self.person_typed(iin)?;
        self.said(scanned)
    }

    /// The arrival sheet of a reception of a list.
    pub fn verdict_answer(&self, reference: &str) -> Result<ScanAnswer, Failed> {
        let verdict = self.verdict(reference)?;
        self.said(Scanned::Reception { verdict })
    }

    fn said(&self, scanned: Scanned) -> Result<ScanAnswer, Failed> {
        let now = self.surroundings.clock.now();
        let places = Places::read(&self.store().reader()?)?;
        let verdict = |verdict: ArrivalVerdict| Verdict {
            kind: kind(&verdict),
            line: places.reception(&verdict.reception, now),
            minutes: verdict.minutes,
            punctuality: verdict.punctuality,
        };
        Ok(match scanned {
            Scanned::Visitor { person, last, times } => ScanAnswer::Visitor {
                person: ReadPerson::of(person),
                last: last.map(|entry| LastVisit::of(&entry)),
                times,
            },
            Scanned::Expected { person, receptions } => ScanAnswer::Expected {
                person: ReadPerson::of(person),
                verdicts: receptions.into_iter().map(verdict).collect(),
            },
            Scanned::Reception { verdict: one } => ScanAnswer::Reception { verdict: verdict(one) },
            Scanned::Receipt { number } => ScanAnswer::Receipt { number },
            Scanned::Entry { number } => ScanAnswer::Entry { number },
        })
    }
}

fn kind(verdict: &ArrivalVerdict) -> VerdictKind {
    match verdict.reception.state {
        ReceptionState::Cancelled => VerdictKind::Cancelled,
        ReceptionState::Arrived(_) => VerdictKind::AlreadyIn,
        ReceptionState::Expected if verdict.today => VerdictKind::Expected,
        ReceptionState::Expected => VerdictKind::OtherDay,
        ReceptionState::Escorted | ReceptionState::Started | ReceptionState::Finished | ReceptionState::NoShow => {
            VerdictKind::WentOn
        }
    }
}

impl ReadPerson {
    fn of(person: PersonRead) -> Self {
        Self {
            read_by: person.read_by,
            iin: person.iin,
            latin: person.latin,
            document: person.document.as_ref().map(Document::of),
            warnings: person.warnings,
        }
    }
}

impl LastVisit {
    fn of(entry: &EntryRow) -> Self {
        Self {
            number: entry.number.clone(),
            day: dmy(entry.day),
            names: Names::of(&entry.person),
            latin: entry.person.latin.clone(),
            iin: entry.person.iin.clone(),
            document: Document::of(&entry.document),
            language: entry.language,
            needs_help: entry.needs_help,
        }
    }
}
