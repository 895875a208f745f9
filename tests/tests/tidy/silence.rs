//! Checks are not silenced and tests do not sleep.

use super::none;
use super::tree::{self, Text};

/// What silences a check, and what to write instead.
const SILENCERS: &[(&str, &str)] = &[
    (concat!("#[", "allow("), "use #[expect(…, reason = \"…\")]"),
    (concat!("#![", "allow("), "use #![expect(…, reason = \"…\")]"),
    (
        concat!("#[", "ignore"),
        "a test runs, or says `not proven here`; only the body of a process that another test kills may carry CHILD",
    ),
    (concat!("@ts-", "ignore"), "mend the type"),
    (concat!("@ts-", "expect-error"), "mend the type"),
    (concat!("eslint-", "disable"), "mend the code"),
    (concat!("svelte-", "ignore"), "mend the markup"),
    (concat!("it.", "skip("), "a test runs"),
    (concat!("it.", "only("), "a test runs beside the others"),
    (concat!("describe.", "skip("), "a test runs"),
];

/// The one reason to be passed over: the function is no test of its own but the process that a test starts and kills.
const CHILD: &str = "= \"run by the test below in its own process\"]";

/// Tests that wait by the clock, each with the reason nothing else can be waited for.
const SLEEPERS: &[(&str, &str)] = &[];

fn silenced(texts: &[Text]) -> Vec<String> {
    let mut offences = Vec::new();
    for text in texts {
        for (at, line) in text.text.lines().enumerate() {
            for (silencer, instead) in SILENCERS {
                if line.contains(silencer) && !line.ends_with(CHILD) {
                    offences.push(format!("{}:{} {silencer}: {instead}", text.path, at + 1));
                }
            }
        }
    }
    offences
}

fn sleeping(texts: &[Text], allowed: &[(&str, &str)]) -> Vec<String> {
    let mut offences = Vec::new();
    for text in texts
        .iter()
        .filter(|text| text.is_test() && !allowed.iter().any(|(path, _)| *path == text.path))
    {
        for (at, line) in text.text.lines().enumerate() {
            if line.contains(concat!("sle", "ep(")) && !line.trim_start().starts_with("//") {
                offences.push(format!("{}:{}", text.path, at + 1));
            }
        }
    }
    offences
}

#[test]
fn no_check_is_silenced() {
    none(
        &silenced(&tree::files(&[".rs", ".ts", ".svelte"])),
        "A silenced check is a rule nobody sees broken.",
    );
}

#[test]
fn tests_wait_for_the_thing_and_not_for_the_clock() {
    none(
        &sleeping(&tree::rust(), SLEEPERS),
        "Wait for what you wait for: a channel with recv_timeout, a line of output, a file, an answer. A sleep is too short on a slow machine and too long on every other.",
    );
}

#[test]
fn silence_and_sleep_are_seen() {
    let bad = [Text::new(
        "crates/a/src/a.rs",
        concat!("#[", "allow(dead_code)]\nfn a() {}"),
    )];
    assert_eq!(silenced(&bad).len(), 1);
    let bad = [Text::new(
        "tests/tests/a.rs",
        concat!("std::thread::sle", "ep(second);"),
    )];
    assert_eq!(sleeping(&bad, &[]).len(), 1);
    assert!(sleeping(&bad, &[("tests/tests/a.rs", "the device has no event")]).is_empty());
}
