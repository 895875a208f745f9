//! The session in the booth, from the desk's question to the receipt in the hand; the second desk is refused by name; the booth dies once while it records.

use serde_json::{Value, json};

use super::branch::{Branch, Who};
use super::{Outcome, holds};
use crate::demo;

pub(super) fn session(branch: &mut Branch, entries: &[String]) -> Outcome {
    let asked = branch.act(
        Who::DeskA,
        &json!({"act": "ask_booth", "number": entries[0], "booth": "01", "continues": null}),
    )?;
    let session = asked["session"].clone();
    page(branch, "welcome")?;
    state(branch, &session, "preparing")?;

    // The second desk knows from the ledger who holds it; what it cannot know, the booth would refuse.
    let other = branch.act(Who::DeskB, &with_statements_of(0));
    let number = other?["number"].clone();
    branch
        .desk_b
        .ask(&json!({"do": "wait", "session": session, "state": "preparing"}))?;
    let refused = branch
        .desk_b
        .ask(&json!({"do": "act", "what": {"act": "ask_booth", "number": number, "booth": "01", "continues": null}}))?;
    holds(
        "the second desk is refused by name",
        refused["refused"] == "booth-held" && refused["args"]["holder"] == "A",
        &refused,
    )?;

    answer_all(branch, "camera")?;
    press(branch, "record", Value::Null, "recording")?;
    branch.booth.ask(&json!({"do": "wait_recorded", "ms": 2000}))?;
    state(branch, &session, "recording")?;
    press(branch, "pause", Value::Null, "stopped")?;
    state(branch, &session, "paused")?;
    press(branch, "go_on", Value::Null, "recording")?;
    branch.booth.ask(&json!({"do": "wait_recorded", "ms": 3500}))?;
    branch.kill_and_restart(Who::Booth)?;
    // What was recorded is kept; only a person says that the applicant is still there.
    page(branch, "held")?;
    state(branch, &session, "interrupted")?;
    person_is_back(branch, &session)?;
    // The answers lived in memory only and are asked again; the recording stands.
    answer_all(branch, "stopped")?;
    branch.kill_and_restart(Who::Hub)?;
    branch.kill_and_restart(Who::Portal)?;
    press(branch, "send", Value::Null, "code")?;
    let view = branch.booth.ask(&json!({"do": "view"}))?;
    let number = view["registration"].as_str().unwrap_or_default().to_owned();
    holds(
        "the appeal has its number",
        number == format!("26{}0100001", demo::BRANCH) + number.get(13..).unwrap_or("?"),
        &view,
    )?;
    holds(
        "a complaint's answer is expected in 20 working days",
        view["due"] == "2026-12-24",
        &view,
    )?;
    holds(
        "the code is there for the applicant",
        view["code"].as_str().is_some_and(|code| code.chars().count() >= 13),
        &view,
    )?;
    let filed = branch
        .desk_a
        .ask(&json!({"do": "wait", "session": session, "state": "filed"}))?;
    holds("the desk sees the filing", filed["seen"]["appeal"] == number, &filed)?;
    let words = &filed["seen"]["words"];
    holds(
        "the desk sees the word of the other desk, and that the booth took it once",
        words.as_array().is_some_and(|words| words.len() == 1)
            && words[0]["given"]["word"]["says"] == "person_is_back"
            && words[0]["answer"].is_object()
            && words[0]["answer"]["refused"].is_null(),
        &filed,
    )?;
    let (port, picture) = (branch.path("port/receipt.escpos"), branch.path("papers/receipt.png"));
    super::papers::receipt(&port, &picture, &number)?;
    press(branch, "taken", Value::Null, "rating")?;
    press(branch, "rate", json!(5), "bye")?;
    page(branch, "free")?;
    let parcel = view["parcel"].clone();
    let stored = branch.desk_a.ask(&json!({"do": "wait", "parcel_stored": parcel}))?;
    holds(
        "the recording is at the portal, and the booth let it go",
        stored["seen"].is_object(),
        &stored,
    )
}

/// Whoever walks to the booth speaks from his or her own desk: here from the one that had not asked for it.
fn person_is_back(branch: &mut Branch, session: &Value) -> Outcome {
    let word = |session: &Value| json!({"act": "tell_booth", "session": session, "word": {"says": "person_is_back"}});
    branch
        .desk_b
        .ask(&json!({"do": "wait", "session": session, "state": "interrupted"}))?;
    let nobodys = branch.refused(Who::DeskB, &word(&json!("0".repeat(32))))?;
    holds(
        "a word about no session is refused by name",
        nobodys == "session-unknown",
        &nobodys,
    )?;
    let end = json!({"act": "tell_booth", "session": session, "word": {"says": "end", "fault": false, "reason": " "}});
    let ended = branch.refused(Who::DeskA, &end)?;
    holds(
        "nobody's session is ended without a reason",
        ended == "reason-missing",
        &ended,
    )?;
    branch.act(Who::DeskB, &word(session))?;
    page(branch, "welcome")?;
    state(branch, session, "paused")
}

/// From the welcome through all questions to the page after them.
fn answer_all(branch: &mut Branch, then: &str) -> Outcome {
    page(branch, "welcome")?;
    press(branch, "start", Value::Null, "rules")?;
    press(branch, "understood", Value::Null, "data")?;
    let own = json!({"postal_address": "Алматы облысы, Қонаев қаласы, Тест көшесі, 1", "email": null});
    press(branch, "data_right", own, "kind")?;
    press(branch, "kind", json!("complaint"), "addressee")?;
    press(branch, "addressee", json!("justice"), "against")?;
    press(branch, "against", Value::Null, then)
}

fn with_statements_of(place: usize) -> Value {
    super::visits::with_statements(&demo::visitors()[place])
}

fn press(branch: &mut Branch, press: &str, value: Value, then: &str) -> Outcome {
    let answer = branch
        .booth
        .ask(&json!({"do": "press", "press": press, "value": value}))?;
    holds(
        &format!("«{press}» is answered"),
        answer["failed"].is_null() && answer["refused"].is_null(),
        &answer,
    )?;
    page(branch, then)
}

fn page(branch: &mut Branch, page: &str) -> Outcome {
    let seen = branch.booth.ask(&json!({"do": "wait_page", "page": page}))?;
    holds(&format!("the booth shows «{page}»"), seen["page"] == page, &seen)
}

fn state(branch: &mut Branch, session: &Value, state: &str) -> Outcome {
    let seen = branch
        .desk_a
        .ask(&json!({"do": "wait", "session": session, "state": state}))?;
    holds(&format!("the desk sees «{state}»"), seen["seen"].is_object(), &seen)
}
