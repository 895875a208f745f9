//! Five visitors: by barcode, by two kinds of zone, without an IIN, and for somebody else. And what is refused, with nothing lost.

use serde_json::json;

use super::branch::{Branch, Who};
use super::{Outcome, holds};
use crate::demo;

pub(super) use super::branch::with_statements;

/// Registers everybody at desk A; answers the numbers.
pub(super) fn register(branch: &mut Branch) -> Outcome<Vec<String>> {
    let mut numbers = Vec::new();
    for visitor in demo::visitors() {
        if let Some(typed) = visitor.scanned {
            let seen = branch.desk_a.ask(&json!({"do": "scan", "typed": typed}))?;
            let iin = &visitor.visit["iin"]["digits"];
            holds(
                &format!("the scan of «{}» is a visitor", visitor.name),
                seen["scanned"] == "visitor" && (iin.is_null() || seen["person"]["iin"] == *iin),
                &seen,
            )?;
        }
        let done = branch.act(Who::DeskA, &with_statements(&visitor))?;
        numbers.push(done["number"].as_str().unwrap_or_default().to_owned());
    }
    let expected: Vec<String> = (1..=numbers.len())
        .map(|n| format!("{}-A-2026/{n:06}", demo::BRANCH))
        .collect();
    holds(
        "journal numbers are gap-free from 1",
        numbers == expected,
        format_args!("{numbers:?}"),
    )?;
    let again = branch
        .desk_a
        .ask(&json!({"do": "scan", "typed": demo::visitors()[0].scanned}))?;
    holds(
        "a returning person is known by the newest entry",
        again["times"] == 1,
        &again,
    )?;
    for (text, what) in [
        ("касымова", "the plain spelling"),
        ("ҚАСЫМ", "the Kazakh spelling in capitals"),
        ("seidakh", "Latin"),
    ] {
        let found = branch.desk_a.ask(&json!({"do": "search", "text": text}))?;
        holds(
            &format!("the search finds by {what}"),
            found.as_array().is_some_and(|rows| rows.len() == 1),
            &found,
        )?;
    }
    Ok(numbers)
}

/// What is wrong is refused as a value, by name, and the journal stands as it stood.
pub(super) fn refusals(branch: &mut Branch) -> Outcome {
    let before = branch.desk_a.ask(&json!({"do": "journal"}))?;
    for (typed, code) in [
        ("680503200009", "iin-check-digit"),
        ("HELLO-WORLD", "scan-unknown"),
        (
            "IDKAZ0123456784680503200911<<<|6805034F3104117KAZ<<<<<<<<<<<9|SEIDAKHMETOVA<<MADINA<<<<<<<<<",
            "mrz-garbled",
        ),
    ] {
        let seen = branch.desk_a.ask(&json!({"do": "scan", "typed": typed}))?;
        holds(&format!("«{typed}» is refused by name"), seen["refused"] == code, &seen)?;
    }
    let mut visitor = demo::visitors().remove(0);
    visitor.visit["iin"] = json!({"given": "number", "digits": "680503200009"});
    let code = branch.refused(Who::DeskA, &with_statements(&visitor))?;
    holds(
        "a wrong check digit is refused as a value",
        code == "iin-check-digit",
        &code,
    )?;
    let after = branch.desk_a.ask(&json!({"do": "journal"}))?;
    holds(
        "a refusal writes nothing",
        before["entries"] == after["entries"],
        &after,
    )?;
    visitor.visit["iin"] = json!({"given": "as_printed", "digits": "680503200009"});
    branch.act(Who::DeskA, &with_statements(&visitor)).map(drop)
}
