//! The types of the screens are those of this file, to the letter.

use std::path::Path;

use ts_rs::{Config, TS};

use super::*;

const FILE: &str = "../ui/src/backend/types.ts";

fn text() -> String {
    let config = Config::default();
    let types = [
        Refusal::decl(&config),
        Language::decl(&config),
        Nameplate::decl(&config),
        StaffChoice::decl(&config),
        SignInState::decl(&config),
        EntryLine::decl(&config),
        Today::decl(&config),
    ];
    let head = "/** What the program answers. Written by `cargo xtask schema` from src-tauri/src/answers.rs; never by hand. */\n";
    types
        .iter()
        .fold(head.to_owned(), |text, one| format!("{text}\nexport {one}\n"))
}

#[test]
fn schema_of_the_answers_is_what_the_screens_use() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let wanted = text();
    if std::env::var_os("QABYLDAU_SCHEMA").is_some_and(|mode| mode == "write") {
        std::fs::write(&path, &wanted).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap();
    assert!(
        there == wanted,
        "{FILE} is not what the answers are; run `cargo xtask schema`"
    );
}
