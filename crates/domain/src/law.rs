//! The law in force at a node: the portal's signed documents by their names, or what the program was built with until they come.
//!
//! Names: `calendar-YYYY`, `rulepack-…`, `addressees`, `texts`, `demonstration`. Invariant: a document that cannot be read is named
//! and the built-in stands in its place for that kind; nothing is half taken.

use chrono::NaiveDate;

use crate::addressees::Addressees;
use crate::calendar::Calendar;
use crate::deadline::deadline;
use crate::rulepack::{AppealKind, RulePacks};

/// What the documents say.
#[derive(Debug, Clone)]
pub struct Law {
    /// Rule packs and terms.
    pub packs: RulePacks,
    /// The working-day calendar.
    pub calendar: Calendar,
    /// The addressees; none until the portal's list came.
    pub addressees: Option<Addressees>,
    /// The branch is a demonstration, says the portal.
    pub demonstration: bool,
    /// Kinds of documents that came but cannot be read: `calendar`, `rulepack`, `addressees`.
    pub unreadable: Vec<&'static str>,
}

impl Law {
    /// Reads the newest version of each document, given as name and bytes.
    pub fn from_documents(documents: &[(String, Vec<u8>)]) -> Self {
        let of = |prefix: &'static str| {
            let bytes = documents
                .iter()
                .filter(move |(name, _)| name.starts_with(prefix))
                .map(|(_, bytes)| bytes.as_slice());
            bytes.collect::<Vec<_>>()
        };
        let mut unreadable = Vec::new();
        let (calendars, packs, addressees) = (of("calendar-"), of("rulepack-"), of("addressees"));
        let calendar = match calendars.is_empty() {
            true => Calendar::built_in(),
            false => Calendar::from_documents(calendars).unwrap_or_else(|_| {
                unreadable.push("calendar");
                Calendar::built_in()
            }),
        };
        let packs = match packs.is_empty() {
            true => RulePacks::built_in(),
            false => RulePacks::from_documents(packs).unwrap_or_else(|_| {
                unreadable.push("rulepack");
                RulePacks::built_in()
            }),
        };
        let addressees = addressees.first().and_then(|bytes| {
            let read = Addressees::from_document(bytes);
            if read.is_err() {
                unreadable.push("addressees");
            }
            read.ok()
        });
        let demonstration = documents.iter().any(|(name, _)| name == "demonstration");
        Self {
            packs,
            calendar,
            addressees,
            demonstration,
            unreadable,
        }
    }

    /// Can a day be promised for what is filed on this day? If not, staff are warned; intake goes on (Order 213/НҚ p. 16).
    pub fn promises(&self, filed: NaiveDate) -> bool {
        [AppealKind::Application, AppealKind::Complaint]
            .into_iter()
            .all(|kind| deadline(kind, filed, &self.packs, &self.calendar).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(name: &str, bytes: &[u8]) -> (String, Vec<u8>) {
        (name.to_owned(), bytes.to_vec())
    }

    #[test]
    fn without_documents_the_built_in_law_stands_and_nobody_can_be_addressed() {
        let law = Law::from_documents(&[]);
        let day = "2026-11-25".parse().unwrap();
        assert_eq!(
            law.packs.at(day).unwrap().pack.id,
            RulePacks::built_in().at(day).unwrap().pack.id
        );
        assert!(law.addressees.is_none() && !law.demonstration && law.unreadable.is_empty());
    }

    #[test]
    fn documents_replace_what_was_built_in() {
        let calendar = include_bytes!("../data/calendar/2026.json");
        let law = Law::from_documents(&[document("calendar-2026", calendar), document("demonstration", b"{}")]);
        assert!(law.demonstration);
        assert!(law.calendar.working_day("2026-03-09".parse().unwrap()).is_ok());
        assert!(
            law.calendar.working_day("2027-03-09".parse().unwrap()).is_err(),
            "2027 was not loaded"
        );
    }

    #[test]
    fn a_day_is_promised_only_where_calendar_and_term_reach() {
        let law = Law::from_documents(&[]);
        for (day, promises) in [("2026-11-25", true), ("2027-12-20", false), ("2020-01-09", false)] {
            assert_eq!(law.promises(day.parse().unwrap()), promises, "{day}");
        }
        let short = include_bytes!("../data/calendar/2026.json");
        let law = Law::from_documents(&[document("calendar-2026", short)]);
        assert!(law.promises("2026-11-25".parse().unwrap()) && !law.promises("2026-12-14".parse().unwrap()));
    }

    #[test]
    fn a_document_that_cannot_be_read_is_named_and_the_built_in_stands() {
        let law = Law::from_documents(&[
            document("calendar-2026", b"{"),
            document("rulepack-2021-213", b"[]"),
            document("addressees", b""),
        ]);
        assert_eq!(law.unreadable, ["calendar", "rulepack", "addressees"]);
        assert!(law.calendar.working_day("2027-03-09".parse().unwrap()).is_ok());
    }
}
