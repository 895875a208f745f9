//! The beginning of the day, with what must be refused before it begins.

use serde_json::json;

use super::branch::{Branch, Who};
use super::{Outcome, holds};

/// Everybody signs in or comes up; the desks' days are opened with a person's word for the date, there being no earlier day.
pub(super) fn open(branch: &mut Branch) -> Outcome {
    for who in [Who::DeskA, Who::DeskB] {
        let name = who.worker().map(|member| member.name);
        let wrong = branch
            .at(who)
            .ask(&json!({"do": "sign_in", "name": name, "password": "not the password"}))?;
        holds(
            "a wrong password is refused by name",
            wrong["refused"] == "wrong-password",
            &wrong,
        )?;
        branch.sign_in(who)?;
        branch.await_roster(who)?;
        let early = branch.act(who, &json!({"act": "register"}));
        holds("a garbled act is no act", early.is_err(), "it was taken")?;
        let unconfirmed = branch.refused(who, &json!({"act": "open_day", "confirmed": null}))?;
        holds(
            "a first day is not opened by the clock alone",
            unconfirmed == "day-to-confirm",
            &unconfirmed,
        )?;
        branch.open_day(who)?;
        branch.await_documents(who)?;
    }
    branch.open_booth()
}
