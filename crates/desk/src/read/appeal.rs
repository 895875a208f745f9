//! Appeals: looked up by the number of the receipt.

use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::fold::AppealRow;
use qabyldau_domain::language::Language;
use qabyldau_domain::law::Law;
use qabyldau_domain::refusal::Refusal;
use qabyldau_paper::receipt::{ANSWER_PLACE, Expected, Receipt};
use qabyldau_store::Reader;
use serde::Serialize;

use super::journal::stage;
use super::plain::dmy;
use super::sheets::surname_initials;
use crate::desk::Desk;
use crate::failed::Failed;

/// A step on the way of an appeal.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Stage {
    /// The stable code, a word of `appeal-stage-…`.
    pub code: String,
    /// When, «дд.мм.гггг чч:мм»; none: not yet.
    pub at: Option<String>,
}

/// An appeal, looked up.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct AppealSheet {
    /// The registration number.
    pub number: String,
    /// The journal line.
    pub entry: String,
    /// Surname and initials of who came.
    pub name: String,
    /// The kind.
    pub kind: String,
    /// The addressee.
    pub addressee_kk: String,
    /// The addressee.
    pub addressee_ru: String,
    /// The applicant's language.
    #[cfg_attr(feature = "contract", ts(type = "Language"))]
    pub language: Language,
    /// «дд.мм.гггг чч:мм».
    pub filed_at: String,
    /// The expected day of the answer.
    pub due: Option<String>,
    /// Document and paragraph of the term.
    pub due_source: Option<String>,
    /// The stages in order.
    pub stages: Vec<Stage>,
    /// An answer is here and was not handed over.
    pub can_hand_over: bool,
    /// How often the receipt was printed.
    pub copies: u32,
}

impl Desk {
    /// The appeal of this registration number.
    pub fn appeal_sheet(&self, number: &str) -> Result<AppealSheet, Failed> {
        let store = self.store();
        let reader = store.reader()?;
        let row = appeal(&reader, number)?;
        let law = self.shelf.law(&reader)?;
        let (addressee_kk, addressee_ru) = addressee(&law, &row.addressee);
        let entry = reader.entry(&row.entry)?;
        let stored = reader.parcel(&row.parcel.sha256)?.and_then(|parcel| parcel.stored_at);
        let now = stage(&reader, &row)?;
        let when = |at: qabyldau_domain::fact::Instant| at.local().format("%d.%m.%Y %H:%M").to_string();
        let step = |code: &str, at: Option<String>| Stage {
            code: code.to_owned(),
            at,
        };
        Ok(AppealSheet {
            name: entry.map_or_else(String::new, |entry| surname_initials(&entry.person)),
            kind: row.kind.clone(),
            addressee_kk,
            addressee_ru,
            language: row.language,
            filed_at: when(row.filed_at),
            due: row.promise.as_ref().map(|promise| dmy(promise.due)),
            due_source: row.promise.as_ref().map(|promise| promise.source.clone()),
            stages: vec![
                step("filed", Some(when(row.filed_at))),
                step("accepted", stored.map(when)),
                step("answered", row.answer_signed.map(dmy)),
                step("handed-over", row.handed_over_at.map(when)),
            ],
            can_hand_over: now == "answered",
            copies: u32::try_from(reader.jobs_about(row.subject.as_str())?.len()).unwrap_or(u32::MAX),
            entry: row.entry,
            number: row.number,
        })
    }

    /// The receipt of an appeal for a copy of this number, without the secret code, which nobody but the applicant ever had.
    pub fn receipt_copy(&self, number: &str, duplicate: u32) -> Result<Receipt, Failed> {
        let store = self.store();
        let reader = store.reader()?;
        let row = appeal(&reader, number)?;
        let law = self.shelf.law(&reader)?;
        let branch = reader.branch_named()?.ok_or(Refusal::new("directory-missing"))?;
        let (kk, ru) = addressee(&law, &row.addressee);
        let text = |kk: &str, ru: &str| match row.language {
            Language::Kk => kk.to_owned(),
            Language::Ru => ru.to_owned(),
        };
        let filed = row.filed_at.local();
        let kind = serde_json::from_value(serde_json::Value::String(row.kind.clone()));
        Ok(Receipt {
            language: row.language,
            branch: text(&branch.name_kk, &branch.name_ru),
            address: text(&branch.address_kk, &branch.address_ru),
            day: filed.format("%d.%m.%Y").to_string(),
            time: filed.format("%H:%M").to_string(),
            registration: number
                .parse()
                .map_err(|_| Refusal::new("appeal-unknown").with("number", number))?,
            kind: kind.map_err(|_| Refusal::new("words-missing"))?,
            addressee: text(&kk, &ru),
            expected: row.promise.as_ref().map(|promise| Expected {
                day: dmy(promise.due),
                source: promise.source.clone(),
            }),
            secret_code: None,
            answer_place: ANSWER_PLACE.to_owned(),
            duplicate,
        })
    }
}

fn appeal(reader: &Reader<'_>, number: &str) -> Result<AppealRow, Failed> {
    let row = reader.appeal(number)?;
    Ok(row.ok_or_else(|| Refusal::new("appeal-unknown").with("number", number))?)
}

/// The addressee's names; the id where no list names it any more.
pub(crate) fn addressee(law: &Law, id: &str) -> (String, String) {
    let known = law.addressees.as_ref().and_then(|list| list.by_id(id));
    known.map_or_else(
        || (id.to_owned(), id.to_owned()),
        |one| (one.name.kk.clone(), one.name.ru.clone()),
    )
}

/// What a node is called on screens.
pub(crate) const fn role_word(role: NodeRoleV1) -> &'static str {
    match role {
        NodeRoleV1::Portal => "portal",
        NodeRoleV1::Hub => "hub",
        NodeRoleV1::Desk => "desk",
        NodeRoleV1::Booth => "booth",
    }
}
