//! The table holds what the lists name; the screens' types are those of the answers, to the letter.

mod contract;

use std::collections::BTreeSet;
use std::sync::Arc;

use qabyldau_desk::{DeviceSecret, real};
use serde_json::json;

use super::*;

/// A keeper nobody reaches: these tests open nothing.
struct Nobody;

impl DeviceSecret for Nobody {
    fn name(&self) -> &'static str {
        "nobody"
    }
    fn get(
        &self,
        _: &qabyldau_desk::Installation,
    ) -> Result<qabyldau_desk::DeviceKey, qabyldau_desk::SecretUnavailable> {
        Err(unavailable())
    }
    fn get_or_create(
        &self,
        _: &qabyldau_desk::Installation,
        _: &Surroundings,
    ) -> Result<qabyldau_desk::DeviceKey, qabyldau_desk::SecretUnavailable> {
        Err(unavailable())
    }
}

fn unavailable() -> qabyldau_desk::SecretUnavailable {
    qabyldau_desk::SecretUnavailable {
        keeper: "nobody",
        why: qabyldau_desk::Why::NotFound,
    }
}

fn locked(folder: &std::path::Path) -> Reception {
    let parts = ReceptionParts {
        device: Arc::new(Nobody),
        surroundings: real(),
        prints: None,
        announce: Arc::new(|| ()),
    };
    Reception::at(folder, parts)
}

#[test]
fn every_name_of_a_desks_windows_has_its_place_in_the_table() {
    let folder = tempfile::tempdir().unwrap();
    let reception = locked(folder.path());
    for window in [Window::Desk, Window::Board, Window::Applicant] {
        for command in window.commands() {
            let answer = reception.ask(window, command, json!({}));
            let code = answer.err().map(|refusal| refusal.code.into_owned());
            assert_ne!(code.as_deref(), Some("question-not-allowed"), "{command}");
        }
    }
}

#[test]
fn a_window_is_answered_only_what_its_own_list_names() {
    let folder = tempfile::tempdir().unwrap();
    let reception = locked(folder.path());
    let all: BTreeSet<&str> = Window::ALL.into_iter().flat_map(Window::commands).copied().collect();
    for window in [Window::Board, Window::Applicant, Window::Booth] {
        // By the list itself: a table that lets everything pass must not choose what it is asked.
        for command in all.iter().filter(|command| !window.commands().contains(command)) {
            let answer = reception.ask(window, command, json!({}));
            assert_eq!(
                answer.unwrap_err().code,
                "question-not-allowed",
                "{command} of {}",
                window.label()
            );
        }
    }
}

#[test]
fn what_is_locked_answers_nothing_of_a_person() {
    let folder = tempfile::tempdir().unwrap();
    let reception = locked(folder.path());
    let open_to_all = ["sign_in_state", "sign_in", "lock", "present", "show_applicant"];
    for command in names::DESK.iter().filter(|command| !open_to_all.contains(command)) {
        let code = reception.ask(Window::Desk, command, json!({})).unwrap_err().code;
        assert!(
            ["signed-out", "question-garbled", "printer-none"].contains(&code.as_ref()),
            "{command}: {code}"
        );
    }
    assert_eq!(
        reception.ask(Window::Applicant, "applicant", json!({})).unwrap(),
        Answer::Json(serde_json::Value::Null)
    );
}

#[test]
fn values_of_another_kind_are_refused_by_their_name_and_not_repeated() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = locked(folder.path())
        .ask(Window::Desk, "entry", json!({"number": ["680503100001"]}))
        .unwrap_err();
    assert_eq!(refusal.code, "question-garbled");
    assert_eq!(refusal.args.values().collect::<Vec<_>>(), ["number"]);
}
