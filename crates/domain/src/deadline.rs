//! When an answer is expected: day of filing → day of registration → last day of the term.
//!
//! Filed on a day off, an appeal is registered on the next working day; the day after registration is day 1; the term
//! ends on a working day (Administrative Procedural Code, art. 64, 76, 99). The date is «expected»: the body's own
//! registration decides. Invariant: every day between registration and end is either counted or named as passed over.

use crate::calendar::{Calendar, OutsideCalendar, SkippedDay};
use crate::rulepack::{AppealKind, NoRules, NoTerm, RulePacks, Source};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An expected date with the path of its count. A printed promise keeps this whole, with its pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The kind of appeal.
    pub kind: AppealKind,
    /// The day it was filed.
    pub filed: NaiveDate,
    /// The day it counts as registered: `filed`, or the next working day.
    pub registered: NaiveDate,
    /// The last day of the term.
    pub due: NaiveDate,
    /// The term in working days.
    pub working_days: u32,
    /// Where the term stands.
    pub source: Source,
    /// The pack in force on the day of registration.
    pub pack: String,
    /// The days off between filing and registration, that of filing included.
    pub waited: Vec<SkippedDay>,
    /// The days off between registration and the last day.
    pub skipped: Vec<SkippedDay>,
    /// True if the count goes through a year whose calendar is only a forecast.
    pub forecast: bool,
}

/// Why no date can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoDeadline {
    /// A day of the count lies in a year that is not loaded.
    #[error(transparent)]
    OutsideCalendar(#[from] OutsideCalendar),
    /// No pack is in force on the day of registration.
    #[error(transparent)]
    NoRules(#[from] NoRules),
    /// The rules in force name no term.
    #[error(transparent)]
    NoTerm(#[from] NoTerm),
}

impl NoDeadline {
    /// The stable code, for words and scripts.
    pub const fn code(&self) -> &'static str {
        match self {
            NoDeadline::OutsideCalendar(outside) => outside.code(),
            NoDeadline::NoRules(_) => "no_rules",
            NoDeadline::NoTerm(_) => "no_term",
        }
    }
}

/// The expected date for an appeal of a kind filed on a day.
pub fn deadline(
    kind: AppealKind,
    filed: NaiveDate,
    packs: &RulePacks,
    calendar: &Calendar,
) -> Result<Deadline, NoDeadline> {
    let registration = calendar.working_day_from(filed)?;
    let registered = registration.end;
    let rules = packs.at(registered)?;
    let term = rules.term(kind)?;
    let count = calendar.add_working_days(registered, term.value)?;
    Ok(Deadline {
        kind,
        filed,
        registered,
        due: count.end,
        working_days: term.value,
        source: term.source.clone(),
        pack: rules.pack.id.clone(),
        waited: registration.skipped,
        skipped: count.skipped,
        forecast: registration.forecast || count.forecast,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day in a table of this module")
    }

    fn due(kind: AppealKind, filed: &str) -> Result<Deadline, NoDeadline> {
        deadline(kind, day(filed), &RulePacks::built_in(), &Calendar::built_in())
    }

    #[test]
    fn an_appeal_filed_on_a_day_off_is_registered_on_the_next_working_day() {
        for (filed, registered, application, complaint) in [
            ("2026-02-02", "2026-02-02", "2026-02-23", "2026-03-02"),
            ("2026-02-01", "2026-02-02", "2026-02-23", "2026-03-02"), // Sunday
            ("2026-08-16", "2026-08-17", "2026-09-07", "2026-09-14"), // Sunday
            ("2024-04-26", "2024-04-26", "2024-05-22", "2024-05-29"),
            ("2024-05-04", "2024-05-04", "2024-05-29", "2024-06-05"), // a worked Saturday
            ("2026-03-07", "2026-03-10", "2026-04-03", "2026-04-10"), // before a moved holiday
            ("2026-12-14", "2026-12-14", "2027-01-08", "2027-01-15"),
        ] {
            let (appeal, complained) = (
                due(AppealKind::Application, filed).unwrap(),
                due(AppealKind::Complaint, filed).unwrap(),
            );
            assert_eq!(
                (appeal.registered, appeal.due),
                (day(registered), day(application)),
                "{filed}"
            );
            assert_eq!(
                (complained.registered, complained.due),
                (day(registered), day(complaint)),
                "{filed}"
            );
            assert_eq!(
                appeal.waited.len() as i64,
                (appeal.registered - appeal.filed).num_days(),
                "{filed}"
            );
            assert_eq!(
                (appeal.due - appeal.registered).num_days(),
                15 + appeal.skipped.len() as i64,
                "{filed}"
            );
        }
    }

    #[test]
    fn a_promise_names_its_source_its_pack_and_a_forecast() {
        let promise = due(AppealKind::Complaint, "2026-12-14").unwrap();
        assert_eq!((promise.working_days, promise.source.place.ru.as_str()), (20, "ст. 99"));
        assert_eq!((promise.pack.as_str(), promise.forecast), ("2021-213", true));
        let json = serde_json::to_string(&promise).unwrap();
        assert_eq!(serde_json::from_str::<Deadline>(&json).unwrap(), promise);
        assert!(!due(AppealKind::Complaint, "2026-02-02").unwrap().forecast);
    }

    #[test]
    fn what_cannot_be_computed_is_refused_by_name() {
        for (filed, code) in [
            ("2027-12-20", "outside_calendar"),
            ("2023-12-29", "outside_calendar"),
            ("2020-01-01", "outside_calendar"),
        ] {
            assert_eq!(due(AppealKind::Application, filed).unwrap_err().code(), code, "{filed}");
        }
        let none = RulePacks::from_documents([]).unwrap();
        let refused = deadline(AppealKind::Application, day("2026-02-02"), &none, &Calendar::built_in());
        assert_eq!(refused.unwrap_err().code(), "no_rules");
    }
}
