//! A desk and a booth without windows: the real cores behind lines of JSON, as separate processes of the acceptance run.
//!
//! Not a product: what a window does with its commands, these do with lines. Invariant: no path around the one door.

pub mod booth;
pub mod desk;

use std::io::{BufRead as _, Write as _};

use serde_json::{Value, json};

/// Answers lines until the input ends: one line of JSON for each.
pub fn serve(mut answer: impl FnMut(&Value) -> Value) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let said = match serde_json::from_str::<Value>(&line?) {
            Ok(asked) => answer(&asked),
            Err(_) => json!({"failed": "not JSON"}),
        };
        writeln!(out, "{said}")?;
        out.flush()?;
    }
    Ok(())
}

/// A refusal as a line.
pub fn refused(refusal: &qabyldau_domain::refusal::Refusal) -> Value {
    json!({"refused": refusal.code, "args": refusal.args})
}

/// A text member of a line, or nothing.
pub fn text<'a>(line: &'a Value, name: &str) -> &'a str {
    line[name].as_str().unwrap_or_default()
}

/// The folders of the command line: the node's data, and where its printers' bytes go.
pub fn folders() -> std::io::Result<(std::ffi::OsString, std::ffi::OsString)> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    match &arguments[..] {
        [data_flag, data, port_flag, port] if data_flag == "--data" && port_flag == "--port" => {
            Ok((data.clone(), port.clone()))
        }
        _ => Err(std::io::Error::other("usage: --data FOLDER --port FOLDER")),
    }
}
