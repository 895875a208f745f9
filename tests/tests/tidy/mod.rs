//! Rules of the repository that neither rustc nor clippy can hold. Each is a test, says what to do when it fails, and is shown a bad sample
//! beside the real tree, so that it has been seen red.

mod budgets;
mod demonstration;
mod glossary;
mod heads;
mod imports;
mod layers;
mod licences;
mod metadata;
mod migrations;
mod raw;
mod silence;
mod sources;
mod states;
mod surroundings;
mod traces;
mod tree;
mod versions;
mod words;

/// Fails with every offence and with what to do about them.
#[track_caller]
fn none(offences: &[String], what_to_do: &str) {
    assert!(offences.is_empty(), "\n  {}\n{what_to_do}\n", offences.join("\n  "));
}
