//! The facts of the tour: what both desks and the portal hold, one a line, bodies as plain JSON.

use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use super::{TourError, Toured};
use crate::demo;
use crate::demonstration::Demonstration;
use crate::running::{Who, write};

/// Exports all three; answers the files' names with how many facts each holds.
pub(super) fn export(demonstration: &mut Demonstration) -> Toured<Vec<(String, usize)>> {
    let folder = demonstration.places().tour.clone();
    let files = ["desk-a", "desk-b", "portal"].map(|name| folder.join(format!("{name}.facts.jsonl")));
    of_desk_a(demonstration, &files[0])?;
    let exported = demonstration
        .desk_b()?
        .ask(&json!({"do": "export", "into": files[1]}))?;
    if !exported["facts"].is_u64() {
        return Err(TourError::Wrong(format!("desk B does not export: {exported}")));
    }
    let founding = demonstration.founding();
    let data = founding.data(Who::Portal.folder());
    let lines = founding.tool("qabyldau-portal", &["export", "--data", &data, "--facts"])?;
    write(&files[2], lines.as_bytes())?;
    let mut counted = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).map_err(|error| TourError::File(file.clone(), error))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        counted.push((name.clone(), plain(&name, &text)?));
    }
    Ok(counted)
}

/// Desk A's window is closed; an auditor opens its folder by password, and reads.
fn of_desk_a(demonstration: &Demonstration, file: &Path) -> Toured {
    let failed = |error| TourError::File("qabyldau-admin".into(), error);
    let auditor = &demo::STAFF[5];
    let founding = demonstration.founding();
    let mut command = founding.command("qabyldau-admin");
    command
        .args(["export", "--facts", "--data", &founding.data(Who::DeskA.folder())])
        .args(["--staff", auditor.name, "--into"])
        .arg(file);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        writeln!(input, "{}", auditor.password).map_err(failed)?;
    }
    let said = child.wait_with_output().map_err(failed)?;
    if said.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&said.stderr).into_owned();
    Err(TourError::Wrong(format!("desk A does not export: {words}")))
}

/// How many facts a text holds, if each line is one.
fn plain(name: &str, text: &str) -> Toured<usize> {
    let mut count = 0;
    for (at, line) in text.lines().enumerate() {
        let fact: Value = serde_json::from_str(line).unwrap_or_default();
        if !(fact["node"].is_string() && fact["seq"].is_u64() && (fact["body"].is_object() || fact["body"].is_null())) {
            return Err(TourError::Wrong(format!(
                "{name}, line {}: no fact with a plain body",
                at + 1
            )));
        }
        count += 1;
    }
    if count == 0 {
        return Err(TourError::Wrong(format!("{name} holds no fact")));
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_that_is_no_plain_json_is_named_by_its_line() {
        let good = r#"{"node":"x","seq":1,"body":{"a":1}}"#;
        let hidden = r#"{"node":"x","seq":2,"body":"eyJhIjoxfQ=="}"#;
        assert_eq!(plain("f", &format!("{good}\n{good}\n")).unwrap(), 2);
        let wrong = plain("f", &format!("{good}\n{hidden}\n")).unwrap_err();
        assert!(wrong.to_string().contains("line 2"));
        assert!(plain("f", "").is_err());
    }
}
