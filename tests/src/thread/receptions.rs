//! Six fates of receptions: early, in time, late, not come, with another document, of another day; and two desks at one person.

use serde_json::{Value, json};

use super::branch::{Branch, Who};
use super::{Outcome, ThreadError, holds};

pub(super) fn live(branch: &mut Branch) -> Outcome {
    let rows = branch.desk_a.ask(&json!({"do": "receptions"}))?;
    let find = |time: &str| -> Outcome<String> {
        let row = rows
            .as_array()
            .into_iter()
            .flatten()
            .find(|row| row["time"] == format!("{time}:00"));
        let reference = row.and_then(|row| row["reference"].as_str()).map(str::to_owned);
        reference.ok_or_else(|| ThreadError::DoesNotHold {
            what: format!("a reception at {time}"),
            seen: rows.to_string(),
        })
    };
    let iin_of = |time: &str| {
        rows.as_array()
            .into_iter()
            .flatten()
            .find(|row| row["time"] == format!("{time}:00"))
            .map(|row| row["person"]["iin"].clone())
    };
    for (time, punctuality, other) in [
        ("14:30", "early", false),
        ("14:00", "on_time", false),
        ("13:40", "late", false),
        ("14:10", "early", true),
    ] {
        let reference = find(time)?;
        if !other {
            let seen = branch.desk_a.ask(&json!({"do": "scan", "typed": iin_of(time)}))?;
            holds(
                "the scan of an expected person is an arrival",
                seen["scanned"] == "expected",
                &seen,
            )?;
        }
        branch.act(
            Who::DeskA,
            &json!({"act": "arrive", "reference": reference, "other_document": other, "words": null}),
        )?;
        let row = seen(branch, Who::DeskA, &reference, "arrived")?;
        let arrival = &row["arrival"];
        holds(
            &format!("{time} is {punctuality}"),
            arrival["punctuality"] == punctuality,
            arrival,
        )?;
        holds("another document is noted", arrival["other_document"] == other, arrival)?;
    }
    let no_show = find("13:30")?;
    branch.act(Who::DeskB, &json!({"act": "no_show", "reference": no_show}))?;
    seen(branch, Who::DeskA, &no_show, "no_show")?;
    let other_day = crate::demo::plan()
        .into_iter()
        .find(|row| row.day != crate::demo::DAY)
        .map(|row| row.iin);
    let seen_other = branch.desk_a.ask(&json!({"do": "scan", "typed": other_day}))?;
    holds(
        "somebody of another day is told so",
        seen_other["receptions"][0]["today"] == false,
        &seen_other,
    )?;
    let reference = seen_other["receptions"][0]["reception"]["reference"].clone();
    let code = branch.refused(
        Who::DeskA,
        &json!({"act": "arrive", "reference": reference, "other_document": false, "words": null}),
    )?;
    holds(
        "an arrival of another day is refused by name",
        code == "reception-other-day",
        &code,
    )?;

    let early = find("14:30")?;
    seen(branch, Who::DeskB, &early, "arrived")?;
    let code = branch.refused(
        Who::DeskB,
        &json!({"act": "arrive", "reference": early, "other_document": false, "words": null}),
    )?;
    holds(
        "the second desk sees the arrival",
        code == "reception-already-in",
        &code,
    )?;
    for (step, state) in [
        ("escorted", "escorted"),
        ("started", "started"),
        ("finished", "finished"),
    ] {
        branch.act(Who::DeskA, &json!({"act": "step", "reference": early, "step": step}))?;
        seen(branch, Who::DeskB, &early, state)?;
    }
    let papers = branch.path("papers/roster");
    let printed = branch.desk_a.ask(&json!({"do": "roster", "into": papers}))?;
    holds(
        "the day's roster is printed",
        printed["pages"].as_u64().is_some_and(|pages| pages >= 1),
        &printed,
    )?;
    let surnames: Vec<String> = crate::demo::plan()
        .into_iter()
        .filter(|row| row.day == crate::demo::DAY)
        .map(|row| row.surname)
        .collect();
    super::papers::roster(&papers.with_extension("pdf"), &surnames)
}

fn seen(branch: &mut Branch, who: Who, reference: &str, state: &str) -> Outcome<Value> {
    let answer = branch
        .at(who)
        .ask(&json!({"do": "wait", "reception": reference, "state": state}))?;
    holds(
        &format!("the reception is {state}"),
        answer["seen"].is_object(),
        &answer,
    )?;
    Ok(answer["seen"].clone())
}
