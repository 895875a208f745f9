//! Registering a person in the journal (Order 213/НҚ p. 12).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::fact::{Draft, Instant};
use crate::facts::{CapacityV1, DocumentV1, EntryRegistered, NoteWritten, PersonV1, ReadByV1, StatementsV1};
use crate::iin::Iin;
use crate::language::Language;
use crate::names::{Names, Patronymic};
use crate::number::EntryNumber;
use crate::refusal::Refusal;
use crate::subject::Subject;

/// The IIN as the desk has it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "given", content = "digits", rename_all = "snake_case")]
pub enum IinGiven {
    /// The document has none (a foreigner).
    None,
    /// Read or typed; must check.
    Number(String),
    /// «Құжатта осылай жазылған»: it does not check, but so it stands in the document. The entry goes on without an IIN, the digits into a note.
    AsPrinted(String),
}

/// The moments of the three statements, as they were pressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statements {
    /// «Адамды құжатпен салыстырдым».
    pub compared: Instant,
    /// «Ережені түсіндірдім».
    pub explained: Instant,
    /// Consent taken.
    pub consented: Instant,
    /// The language of the explanation.
    pub language: Language,
}

/// What the visit sheet holds when the third statement is pressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// Who came; `iin` inside is ignored in favour of the field below.
    pub person: PersonV1,
    /// The IIN.
    pub iin: IinGiven,
    /// The document.
    pub document: DocumentV1,
    /// For whom.
    pub capacity: CapacityV1,
    /// How read.
    pub read_by: ReadByV1,
    /// The applicant's language.
    pub language: Language,
    /// Help is needed.
    pub needs_help: bool,
    /// Ticket of the electronic queue.
    pub ticket: Option<String>,
    /// The statements made, in order.
    pub statements: Statements,
}

/// The facts of a registration under `number` on the open day, or the refusal that names what is missing.
/// `rules` is the pack explained, `texts` the digest of the texts shown.
pub fn register(
    asked: &Registration,
    number: &EntryNumber,
    day: NaiveDate,
    rules: &str,
    texts: Option<String>,
) -> Result<Vec<Draft>, Refusal> {
    let mut person = asked.person.clone();
    let mut notes = Vec::new();
    person.iin = match &asked.iin {
        IinGiven::None => None,
        IinGiven::Number(digits) => {
            let iin = Iin::try_from(digits.as_str()).map_err(|_| Refusal::new("iin-check-digit"))?;
            Some(String::from(iin))
        }
        IinGiven::AsPrinted(digits) => {
            notes.push(NoteWritten {
                code: "iin-as-printed".into(),
                words: Some(digits.clone()),
            });
            None
        }
    };
    let patronymic = match (&person.patronymic, person.no_patronymic) {
        (Some(text), _) if !text.trim().is_empty() => Patronymic::Known(text.clone()),
        (_, true) => Patronymic::Absent,
        _ => Patronymic::NotStated,
    };
    let (surname, given) = (person.surname.as_deref(), person.given.as_deref());
    let names = Names::new(surname.unwrap_or_default(), given.unwrap_or_default(), patronymic)
        .map_err(|_| Refusal::new("name-missing"))?;
    person.surname = names.surname().map(str::to_owned);
    person.given = names.given().map(str::to_owned);
    if let Patronymic::Known(text) = names.patronymic() {
        person.patronymic = Some(text.clone());
    }
    if asked.document.number.trim().is_empty() || asked.document.kind.trim().is_empty() {
        return Err(Refusal::new("document-missing"));
    }
    if asked.document.expires.is_some_and(|expires| expires < day) {
        notes.push(NoteWritten {
            code: "document-expired".into(),
            words: None,
        });
    }
    if let CapacityV1::PowerOfAttorney { until, .. } = &asked.capacity
        && until.is_none_or(|until| until < day)
    {
        notes.push(NoteWritten {
            code: "authority-undated-or-expired".into(),
            words: None,
        });
    }
    let made = &asked.statements;
    if made.explained.utc_ms < made.compared.utc_ms || made.consented.utc_ms < made.explained.utc_ms {
        return Err(Refusal::new("statements-out-of-order"));
    }
    let entry = EntryRegistered {
        number: number.to_string(),
        day,
        person,
        document: asked.document.clone(),
        capacity: asked.capacity.clone(),
        read_by: asked.read_by,
        language: asked.language,
        needs_help: asked.needs_help,
        ticket: asked.ticket.clone(),
        statements: StatementsV1 {
            compared: made.compared,
            explained: made.explained,
            consented: made.consented,
            language: made.language,
            rules: rules.to_owned(),
            texts,
        },
    };
    let subject = Subject::entry(number);
    let mut drafts = vec![Draft::new(subject.clone(), &entry)];
    drafts.extend(notes.iter().map(|note| Draft::new(subject.clone(), note)));
    Ok(drafts)
}

crate::quiet::quiet_debug!(IinGiven);
