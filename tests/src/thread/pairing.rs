//! The pairing of a desk, seen from outside: killed before its success it starts over, and the printed code it answers opens its folder.

use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::running::founding::Founding;
use crate::running::{Outcome, RunError, holds};

/// What stands when a desk is paired, and what may stand before.
const SLOTS: &str = "keys.slots";
const LEDGER: &str = "ledger.db";
/// How often a kill may come too late.
const TRIES: usize = 20;

/// Lives it in `out` (emptied by the caller) with the programs of `programs`.
pub fn pairing(programs: &Path, out: &Path) -> Outcome {
    let founding = Founding::begin(programs, out)?;
    let _servers = founding.servers(false)?;
    let name = killed_half_way(&founding, out)?;
    // The killed desk was admitted: its label is used for ever, and the new code is for the next one.
    let mut desk = founding.node_in("desk-process", &name)?;
    let paired = desk.ask(&json!({"do": "pair", "code": founding.code("desk", None, None)?}))?;
    let lines = printed(&paired)?;
    holds(
        "a desk is paired once",
        desk.ask(&json!({"do": "pair", "code": ""}))?["failed"].is_string(),
        "twice",
    )?;
    drop(desk);
    let cyrillic = lines.join("\n");
    let latin: String = cyrillic.chars().map(latin).collect();
    for typed in [&cyrillic, &latin, &latin.to_lowercase()] {
        holds(
            "the printed code opens the desk",
            opens(&founding, &name, typed)?,
            "not open",
        )?;
    }
    let other = if cyrillic.starts_with('А') { 'В' } else { 'А' };
    let wrong: String = std::iter::once(other).chain(cyrillic.chars().skip(1)).collect();
    holds("another code opens nothing", !opens(&founding, &name, &wrong)?, "open")?;
    nowhere_in(&out.join(&name), &lines)?;
    nowhere_in(&out.join("logs"), &lines)
}

/// A desk killed after it was admitted and before its slots stood; answers its folder.
fn killed_half_way(founding: &Founding<'_>, out: &Path) -> Outcome<String> {
    for number in 0..TRIES {
        let name = format!("desk-{number}");
        let folder = out.join(&name);
        let mut desk = founding.node_in("desk-process", &name)?;
        desk.tell(&json!({"do": "pair", "code": founding.code("desk", None, None)?}))?;
        while !folder.join(LEDGER).exists() {
            std::thread::yield_now();
        }
        desk.kill()?;
        if !folder.join(SLOTS).exists() {
            return Ok(name);
        }
    }
    holds("a desk is killed before its slots stand", false, "always too late")?;
    Ok(String::new())
}

/// The two lines of the answer.
fn printed(paired: &Value) -> Outcome<Vec<String>> {
    let lines: Vec<String> = serde_json::from_value(paired["printed_code"].clone()).unwrap_or_default();
    let whole = lines.len() == 2
        && lines
            .iter()
            .all(|line| line.chars().count() == "АК72 ТМ49 ХР5ЕК".chars().count());
    holds(
        "a pairing answers its printed code",
        paired["paired"] == true && whole,
        "no two lines",
    )?;
    Ok(lines)
}

/// The Latin letter of the same look.
fn latin(letter: char) -> char {
    let at = "АВЕКМНРСТУХ".chars().position(|own| own == letter);
    at.map_or(letter, |at| char::from(b"ABEKMHPCTYX"[at]))
}

/// Whether the administrator's program opens the folder by what is typed.
fn opens(founding: &Founding<'_>, name: &str, typed: &str) -> Outcome<bool> {
    let mut command = founding.command("qabyldau-admin");
    command.args(["verify", "--json", "--data", &founding.data(name), "--printed-code"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let failed = |error| RunError::File("qabyldau-admin".into(), error);
    let mut child = command.spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        writeln!(input, "{typed}").map_err(failed)?;
    }
    Ok(child.wait().map_err(failed)?.success())
}

/// No file of the folder holds a line of the code, in either alphabet, with its spaces or without.
fn nowhere_in(folder: &Path, lines: &[String]) -> Outcome {
    let failed = |error| RunError::File(folder.to_owned(), error);
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            nowhere_in(&path, lines)?;
            continue;
        }
        let bytes = std::fs::read(&path).map_err(failed)?;
        for line in lines {
            let plain: String = line.split(' ').collect();
            for text in [line.clone(), plain.clone(), plain.chars().map(latin).collect()] {
                let found = bytes.windows(text.len()).any(|window| window == text.as_bytes());
                holds("the printed code is kept nowhere", !found, path.display())?;
            }
        }
    }
    Ok(())
}
