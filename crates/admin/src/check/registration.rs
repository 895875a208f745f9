//! `check registration`: `{"valid":true,"year":2026,"branch":"0512","booth":"01","number":123}`.

use super::answer::Answer;
use crate::words::About;
use qabyldau_domain::number::{BoothLabel, BranchCode, RegistrationNumber};
use serde::Serialize;

#[derive(Serialize)]
struct Valid {
    valid: bool,
    year: u16,
    branch: BranchCode,
    booth: BoothLabel,
    number: u32,
}

/// Judges fourteen digits.
pub fn check(input: &str) -> Answer {
    match input.parse::<RegistrationNumber>() {
        Ok(number) => Answer::judged(&Valid {
            valid: true,
            year: number.year(),
            branch: number.branch(),
            booth: number.booth(),
            number: number.number(),
        }),
        Err(error) => Answer::invalid_unnamed(About::Number, error.code()),
    }
}
