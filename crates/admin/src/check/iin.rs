//! `check iin`: `{"input":"…","valid":true,"birth_hint":"1868-05-03","sex_hint":"male","warnings":[]}`.

use super::answer::Answer;
use crate::words::{About, sentence};
use chrono::NaiveDate;
use qabyldau_domain::iin::{Iin, Sex};
use serde::Serialize;

#[derive(Serialize)]
struct Valid<'a> {
    input: &'a str,
    valid: bool,
    birth_hint: Option<NaiveDate>,
    sex_hint: Option<Sex>,
    warnings: Vec<String>,
}

/// Judges twelve digits.
pub fn check(input: &str) -> Answer {
    match input.parse::<Iin>() {
        Ok(iin) => Answer::judged(&Valid {
            input,
            valid: true,
            birth_hint: iin.birth_hint(),
            sex_hint: iin.sex_hint(),
            warnings: iin
                .warnings()
                .into_iter()
                .map(|warning| sentence(About::Twelve, warning.code()))
                .collect(),
        }),
        Err(error) => Answer::invalid(input, About::Twelve, error.code()),
    }
}
