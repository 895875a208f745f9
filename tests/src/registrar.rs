//! The registrar from outside: the program that registers invented people in a loop, started, listened to and killed by a test.
//!
//! What it does inside stands in `bin/registrar.rs`. Invariant: an acknowledgement counts once it has left the registrar's process; what
//! it had said before it was killed can still be read afterwards.

use std::fmt;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::str::FromStr;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use qabyldau_domain::fact::{Digest, Head};
use qabyldau_domain::number::EntryNumber;

/// Longer than anything takes on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(120);

/// What the registrar says, one line each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The store is open, the day too.
    Ready,
    /// This line of the journal was committed, and only then said.
    Done(EntryNumber, Head),
    /// An act was not written; nothing of it may be told as done.
    NotWritten,
    /// The closed store refused the next act too.
    Closed,
    /// The store was opened again.
    Reopened,
    /// The store does not open.
    StaysClosed,
    /// After reopening, the line that was not acknowledged stands in the journal all the same.
    Found(EntryNumber),
    /// … or does not.
    Absent(EntryNumber),
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ready => f.write_str("ready"),
            Self::Done(number, head) => write!(f, "done {number} {} {}", head.seq, head.hash),
            Self::NotWritten => f.write_str("not-written"),
            Self::Closed => f.write_str("closed"),
            Self::Reopened => f.write_str("reopened"),
            Self::StaysClosed => f.write_str("stays-closed"),
            Self::Found(number) => write!(f, "found {number}"),
            Self::Absent(number) => write!(f, "absent {number}"),
        }
    }
}

impl FromStr for Said {
    type Err = String;

    fn from_str(line: &str) -> Result<Self, String> {
        let not = || format!("the registrar does not speak so: {line}");
        let words: Vec<&str> = line.split(' ').collect();
        let number = |word: &str| word.parse::<EntryNumber>().map_err(|_| not());
        Ok(match words[..] {
            ["ready"] => Self::Ready,
            ["done", word, seq, hash] => {
                let hash: Digest = hash.parse().map_err(|_| not())?;
                let seq = seq.parse().map_err(|_| not())?;
                Self::Done(number(word)?, Head { seq, hash })
            }
            ["not-written"] => Self::NotWritten,
            ["closed"] => Self::Closed,
            ["reopened"] => Self::Reopened,
            ["stays-closed"] => Self::StaysClosed,
            ["found", word] => Self::Found(number(word)?),
            ["absent", word] => Self::Absent(number(word)?),
            _ => return Err(not()),
        })
    }
}

/// What the registrar is doing, noted by itself in a file outside the database; a kill does not take it along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is between two acts.
    Outside,
    /// BEGIN IMMEDIATE has been answered, and the act that writes this line has not returned.
    Inside(EntryNumber),
}

impl Mark {
    /// Always the same length, so that one overwrites the other whole.
    pub fn line(&self) -> String {
        match self {
            Self::Outside => format!("{:<32}", "outside"),
            Self::Inside(number) => format!("{:<32}", format!("inside {number}")),
        }
    }

    /// Reads the file; nothing noted yet means outside.
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        match text.trim_end().split_once(' ') {
            Some(("inside", number)) => number.parse().map(Self::Inside).map_err(|_| format!("no mark: {text}")),
            _ => Ok(Self::Outside),
        }
    }
}

/// How a registrar is to be started.
#[derive(Debug, Clone)]
pub struct Start {
    program: PathBuf,
    folder: PathBuf,
    state: Option<PathBuf>,
    marks: Option<PathBuf>,
    seed: u64,
    count: Option<usize>,
}

impl Start {
    /// The program, with its data below `folder`.
    pub fn new(program: impl Into<PathBuf>, folder: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            folder: folder.into(),
            state: None,
            marks: None,
            seed: 1,
            count: None,
        }
    }

    /// The note of the head lies elsewhere.
    #[must_use]
    pub fn state(mut self, state: impl Into<PathBuf>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// It notes in this file when it is inside a transaction.
    #[must_use]
    pub fn marks(mut self, marks: impl Into<PathBuf>) -> Self {
        self.marks = Some(marks.into());
        self
    }

    /// Which people come.
    #[must_use]
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// It ends after so many people instead of going on for ever.
    #[must_use]
    pub const fn count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }

    /// Program and arguments.
    pub fn words(&self) -> Vec<String> {
        let path = |path: &Path| path.to_string_lossy().into_owned();
        let mut words = vec![path(&self.program), "--folder".into(), path(&self.folder)];
        words.extend(["--seed".into(), self.seed.to_string()]);
        let options = [("--state", &self.state), ("--marks", &self.marks)];
        for (name, value) in options {
            words.extend(value.iter().flat_map(|value| [name.to_owned(), path(value)]));
        }
        words.extend(
            self.count
                .iter()
                .flat_map(|count| ["--count".to_owned(), count.to_string()]),
        );
        words
    }

    /// Starts it.
    pub fn start(&self) -> Registrar {
        self.start_under(&[])
    }

    /// Starts it as the argument of another program.
    pub fn start_under(&self, before: &[String]) -> Registrar {
        let words: Vec<String> = before.iter().cloned().chain(self.words()).collect();
        Registrar::spawn(Command::new(&words[0]).args(&words[1..]))
    }
}

/// A running registrar. Killed when dropped.
pub struct Registrar {
    child: Child,
    lines: Receiver<String>,
}

impl Registrar {
    fn spawn(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            // It says there why it ended; under a dead disk that is no news.
            .stderr(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the registrar starts");
        let stdout = child.stdout.take().expect("its output is piped");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Self { child, lines }
    }

    /// What it says next; `None` once it has ended.
    pub fn hear(&mut self) -> Option<Said> {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) => Some(said(&line)),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("the registrar says nothing for {PATIENCE:?}"),
        }
    }

    /// All it says until this moment has come, or until it ends.
    pub fn until(&mut self, moment: Instant) -> Vec<Said> {
        let mut heard = Vec::new();
        while let Ok(line) = self
            .lines
            .recv_timeout(moment.saturating_duration_since(Instant::now()))
        {
            heard.push(said(&line));
        }
        heard
    }

    /// Holds it where it is: it says and writes nothing more, except what the kernel is just doing for it.
    pub fn hold(&self) {
        let held = Command::new("sh")
            .args(["-c", "kill -STOP \"$0\"", &self.child.id().to_string()])
            .status();
        assert!(held.expect("sh starts").success(), "the registrar is held");
    }

    /// kill −9. Answers what it had still said.
    pub fn kill(mut self) -> Vec<Said> {
        self.child.kill().expect("the registrar is killed");
        self.child.wait().expect("the registrar is waited for");
        self.rest()
    }

    /// Waits for its end. Answers what it had still said, and how it ended.
    pub fn end(mut self) -> (Vec<Said>, ExitStatus) {
        let rest = self.rest();
        (rest, self.child.wait().expect("the registrar is waited for"))
    }

    fn rest(&mut self) -> Vec<Said> {
        std::iter::from_fn(|| self.hear()).collect()
    }
}

impl Drop for Registrar {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn said(line: &str) -> Said {
    line.parse().unwrap_or_else(|words: String| panic!("{words}"))
}
