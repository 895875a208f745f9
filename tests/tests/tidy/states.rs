//! Every state a line of the journal can show has its word on the screen.

use super::none;
use super::tree::{self, Text};

const STATES: &str = "crates/domain/src/state/session.rs";

/// What a line shows without a visit to a booth.
const OWN: [&str; 2] = ["registered", "annulled"];

/// The words of `const fn word`, as the projection has them.
fn words(source: &str) -> Vec<&str> {
    let body = source
        .split_once("fn word(")
        .and_then(|(_, rest)| rest.split_once("\n    }"))
        .map_or("", |(body, _)| body);
    body.split('"').skip(1).step_by(2).collect()
}

fn offences(source: &str, screens: &[Text]) -> Vec<String> {
    let mut offences = Vec::new();
    for state in words(source).into_iter().chain(OWN) {
        let said = |language: &str| {
            let folder = format!("locales/{language}/");
            screens
                .iter()
                .any(|text| text.path.starts_with(&folder) && text.text.contains(&format!("\ntoday-state-{state} =")))
        };
        offences.extend(
            ["kk", "ru"]
                .iter()
                .filter(|language| !said(language))
                .map(|language| format!("today-state-{state} in {language}")),
        );
    }
    offences
}

#[test]
fn every_state_of_a_journal_line_has_its_word() {
    let source = std::fs::read_to_string(tree::root().join(STATES)).expect(STATES);
    assert!(words(&source).len() > 5, "the states are read from {STATES}");
    none(
        &offences(&source, &tree::files(&[".ftl"])),
        "Write it in locales/kk/desk.ftl and locales/ru/desk.ftl, and give it a mark in ui/src/desk/today/tone.ts.",
    );
}

#[test]
fn a_state_without_a_word_is_seen() {
    let source = "const fn word(self) -> &'static str {\n        match self {\n            Self::Asked => \"asked\",\n        }\n    }\n";
    let screens = [Text::new(
        "locales/kk/desk.ftl",
        "#\ntoday-state-asked = x\ntoday-state-registered = x\ntoday-state-annulled = x\n",
    )];
    assert_eq!(offences(source, &screens).len(), 3, "nothing is said in Russian");
}
