//! `check deadline`: `{"registered":"2026-02-02","due":"2026-02-23","source":"…","skipped":["…"]}`.
//!
//! The value is the day of filing. `skipped` are the days off between registration and the last day, each as
//! `2026-02-07 weekend: …`.

use super::answer::{Answer, day};
use super::working_day::why;
use crate::words::{About, sentence};
use chrono::{Datelike, NaiveDate};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use qabyldau_domain::calendar::Calendar;
use qabyldau_domain::deadline::{Deadline, NoDeadline, deadline};
use qabyldau_domain::rulepack::{AppealKind, RulePacks};
use serde::Serialize;

#[derive(Serialize)]
struct Promised {
    registered: NaiveDate,
    due: NaiveDate,
    source: String,
    skipped: Vec<String>,
}

/// The kinds of appeal by name; `appeal` is the ordinary one.
pub fn kind() -> impl TypedValueParser<Value = AppealKind> {
    PossibleValuesParser::new([
        "appeal",
        "complaint",
        "application",
        "message",
        "proposal",
        "response",
        "request",
    ])
    .map(|name| name.parse().unwrap_or(AppealKind::Application))
}

/// Counts the term of an appeal filed on a day.
pub fn check(input: &str, kind: AppealKind, packs: &RulePacks, calendar: &Calendar) -> Answer {
    let Ok(filed) = day(input) else {
        return Answer::invalid(input, About::Day, "date");
    };
    match deadline(kind, filed, packs, calendar) {
        Ok(promise) => Answer::judged(&Promised {
            registered: promise.registered,
            due: promise.due,
            source: source(&promise),
            skipped: promise
                .skipped
                .iter()
                .map(|skipped| format!("{} {}", skipped.day, why(&skipped.why)))
                .collect(),
        }),
        Err(NoDeadline::OutsideCalendar(outside)) => Answer::outside_calendar(input, &outside),
        Err(error @ (NoDeadline::NoRules(_) | NoDeadline::NoTerm(_))) => {
            Answer::not_judged(input, sentence(About::Day, error.code()))
        }
    }
}

fn source(promise: &Deadline) -> String {
    let (document, place) = (&promise.source.document, &promise.source.place);
    let days = promise.working_days;
    let mut text = format!(
        "{}, {}: {days} жұмыс күні / {}, {}: рабочих дней {days}",
        document.kk, place.kk, document.ru, place.ru
    );
    if promise.forecast {
        let year = promise.due.year();
        text.push_str(&format!(
            "; {year} жылдың күнтізбесі – болжам / календарь {year} года – прогноз"
        ));
    }
    text
}
