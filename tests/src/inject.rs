//! System calls that fail: strace stands between a program and the kernel and answers a chosen call with an error instead of doing it.
//!
//! Needs the right to trace; where it is not given, [`allowed`] says why.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Which calls fail, with what, and which one of them.
#[derive(Debug, Clone)]
pub struct Injection {
    calls: &'static str,
    error: &'static str,
    when: String,
    log: PathBuf,
}

/// A call that was answered with the error instead of being done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Injected {
    /// The file it was about, as the kernel names it.
    pub file: String,
}

impl Injection {
    /// The `number`-th of `calls` (names with commas between) in each thread of the program fails with `error`; strace's own words go to `log`.
    pub fn nth(calls: &'static str, error: &'static str, number: u32, log: &Path) -> Self {
        Self {
            calls,
            error,
            when: number.to_string(),
            log: log.into(),
        }
    }

    /// From the `number`-th on, all of them fail.
    pub fn from(calls: &'static str, error: &'static str, number: u32, log: &Path) -> Self {
        Self {
            when: format!("{number}+"),
            ..Self::nth(calls, error, number, log)
        }
    }

    /// The words to put before the program.
    pub fn words(&self) -> Vec<String> {
        let inject = format!("inject={}:error={}:when={}", self.calls, self.error, self.when);
        let trace = format!("trace={}", self.calls);
        let log = self.log.to_string_lossy();
        let words = ["strace", "-f", "-y", "-qq", "-o", &log, "-e", &trace, "-e", &inject];
        words.map(str::to_owned).to_vec()
    }

    /// The calls that failed, in order. Nothing is proven by a run without any.
    pub fn injected(&self) -> Vec<Injected> {
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        log.lines()
            .filter(|line| line.contains("(INJECTED)"))
            .map(|line| Injected {
                file: between(line, '<', '>').unwrap_or_default().to_owned(),
            })
            .collect()
    }
}

fn between(line: &str, from: char, to: char) -> Option<&str> {
    let (_, rest) = line.split_once(from)?;
    rest.split_once(to).map(|(between, _)| between)
}

/// May we trace here? `Err` says why not.
pub fn allowed() -> Result<(), String> {
    let done = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .output()
        .map_err(|error| format!("strace: {error}"))?;
    if done.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&done.stderr);
    Err(words.trim().lines().next().unwrap_or("strace failed").to_owned())
}
