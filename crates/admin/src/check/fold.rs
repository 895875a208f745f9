//! `check fold`: `{"input":"…","key":"КАСЫМОВААЛИЯ"}`.

use super::answer::Answer;
use qabyldau_domain::names::match_key;
use serde::Serialize;

#[derive(Serialize)]
struct Folded<'a> {
    input: &'a str,
    key: String,
}

/// Folds a name.
pub fn check(input: &str) -> Answer {
    Answer::judged(&Folded {
        input,
        key: match_key(input),
    })
}
