//! One line of the answer, and what several checks share.

use crate::words::{About, sentence};
use chrono::{Datelike, NaiveDate};
use qabyldau_domain::calendar::OutsideCalendar;
use serde::Serialize;

/// The answer to one value.
pub struct Answer {
    /// One JSON object: compact, keys in a fixed order, letters unescaped.
    pub json: String,
    /// False if the value could not be judged at all.
    pub judged: bool,
}

impl Answer {
    /// A judgement.
    pub fn judged(answer: &impl Serialize) -> Self {
        // Only maps with keys that are no text can fail, and no answer has one.
        Answer {
            json: serde_json::to_string(answer).unwrap_or_default(),
            judged: true,
        }
    }

    /// The value is invalid, for one reason.
    pub fn invalid(input: &str, about: About, code: &str) -> Self {
        Answer::judged(&Invalid {
            input: Some(input),
            valid: false,
            errors: vec![sentence(about, code)],
        })
    }

    /// The value is invalid, for one reason; the answer of this rule does not repeat the value.
    pub fn invalid_unnamed(about: About, code: &str) -> Self {
        Answer::judged(&Invalid {
            input: None,
            valid: false,
            errors: vec![sentence(about, code)],
        })
    }

    /// The value may be right, but the calendar of its year is not loaded.
    pub fn outside_calendar(input: &str, outside: &OutsideCalendar) -> Self {
        let error = sentence(About::Day, outside.code()).replace("{year}", &outside.day.year().to_string());
        Answer::not_judged(input, error)
    }

    /// The value may be right, but the rule has nothing to judge it by.
    pub fn not_judged(input: &str, error: String) -> Self {
        let answer = Answer::judged(&Invalid {
            input: Some(input),
            valid: false,
            errors: vec![error],
        });
        Answer {
            judged: false,
            ..answer
        }
    }
}

#[derive(Serialize)]
struct Invalid<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    input: Option<&'a str>,
    valid: bool,
    errors: Vec<String>,
}

/// A day in the one form `2026-03-09`.
pub fn day(text: &str) -> Result<NaiveDate, &'static str> {
    let shape = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    shape
        .then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())
        .flatten()
        .ok_or("ГГГГ-ММ-ДД")
}
