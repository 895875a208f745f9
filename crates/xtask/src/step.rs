//! Starting one program: its output goes to the console as it comes, is counted on the way, and the time is kept.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::say;
use crate::totals::{Counter, Totals};
use crate::trouble::Trouble;

/// What became of a program.
pub struct Outcome {
    pub status: ExitStatus,
    pub totals: Totals,
    pub took: Duration,
}

/// A watch that runs: for what takes several steps.
pub struct Watch(Instant);

impl Watch {
    /// Starts it.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// How long it has run.
    pub fn took(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Runs a program to its end, whatever that end is, and shows what it prints.
pub fn watch(command: &mut Command) -> Result<Outcome, Trouble> {
    watch_lines(command, say::line)
}

/// The same, shown in one piece once it has ended: for what runs beside another that is shown as it goes.
pub fn watch_apart(head: &str, command: &mut Command) -> Result<Outcome, Trouble> {
    let mut said = say::headed(head);
    let outcome = watch_lines(command, |line| {
        said.push_str(line);
        said.push('\n');
    });
    say::text(&said);
    outcome
}

fn watch_lines(command: &mut Command, mut show: impl FnMut(&str)) -> Result<Outcome, Trouble> {
    let began = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|source| Trouble::Start {
            program: program(command),
            source,
        })?;
    let (lines, came) = mpsc::channel();
    let readers: Vec<_> = [child.stdout.take().map(boxed), child.stderr.take().map(boxed)]
        .into_iter()
        .flatten()
        .map(|stream| {
            let lines = lines.clone();
            std::thread::spawn(move || pass_on(stream, &lines))
        })
        .collect();
    drop(lines);
    let mut counter = Counter::default();
    for line in came {
        counter.take(&line);
        show(&line);
    }
    for reader in readers {
        let _ = reader.join();
    }
    let status = child.wait().map_err(|source| Trouble::Start {
        program: program(command),
        source,
    })?;
    Ok(Outcome {
        status,
        totals: counter.totals(),
        took: began.elapsed(),
    })
}

/// Runs a program that must succeed.
pub fn must(command: &mut Command) -> Result<Outcome, Trouble> {
    let outcome = watch(command)?;
    if outcome.status.success() {
        Ok(outcome)
    } else {
        Err(ended(command, outcome.status))
    }
}

/// What a program prints, without showing it; it must succeed.
pub fn answer(command: &mut Command) -> Result<String, Trouble> {
    let done = command.stdin(Stdio::null()).output().map_err(|source| Trouble::Start {
        program: program(command),
        source,
    })?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    } else {
        say::text(&String::from_utf8_lossy(&done.stderr));
        Err(ended(command, done.status))
    }
}

/// The command as one would type it.
pub fn typed(command: &Command) -> String {
    let mut words = vec![program(command)];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

fn program(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn ended(command: &Command, status: ExitStatus) -> Trouble {
    Trouble::Ended {
        command: typed(command),
        ended: status.to_string(),
    }
}

fn boxed(stream: impl Read + Send + 'static) -> Box<dyn Read + Send> {
    Box::new(stream)
}

fn pass_on(stream: Box<dyn Read + Send>, lines: &mpsc::Sender<String>) {
    let mut reader = BufReader::new(stream);
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
        let line = String::from_utf8_lossy(&bytes);
        if lines.send(line.trim_end_matches(['\n', '\r']).to_owned()).is_err() {
            return;
        }
        bytes.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn lines_of_both_streams_are_counted_and_kept() {
        let script = "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'; echo 'not proven here: x' >&2";
        let mut lines = Vec::new();
        let outcome = watch_lines(&mut shell(script), |line| lines.push(line.to_owned())).unwrap();
        assert_eq!(
            outcome.totals,
            Totals {
                passed: 1,
                failed: 0,
                skipped: 1
            }
        );
        assert!(lines.contains(&"not proven here: x".to_owned()));
    }

    #[test]
    fn a_program_that_must_succeed_and_does_not_is_named_with_its_words() {
        let trouble = must(&mut shell("exit 3")).err().unwrap();
        assert_eq!(trouble.to_string(), "`sh -c exit 3` ended with exit status: 3");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let trouble = must(&mut Command::new("qabyldau-no-such-program")).err().unwrap();
        assert!(trouble.to_string().contains("qabyldau-no-such-program"));
    }
}
