//! `check bin`: `{"input":"…","valid":true,"warnings":[]}`.

use super::answer::Answer;
use crate::words::{About, sentence};
use qabyldau_domain::bin::Bin;
use serde::Serialize;

#[derive(Serialize)]
struct Valid<'a> {
    input: &'a str,
    valid: bool,
    warnings: Vec<String>,
}

/// Judges twelve digits.
pub fn check(input: &str) -> Answer {
    match input.parse::<Bin>() {
        Ok(bin) => {
            let warnings = bin
                .warnings()
                .into_iter()
                .map(|warning| sentence(About::Twelve, warning.code()))
                .collect();
            Answer::judged(&Valid {
                input,
                valid: true,
                warnings,
            })
        }
        Err(error) => Answer::invalid(input, About::Twelve, error.code()),
    }
}
