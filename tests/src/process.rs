//! A program of ours as a separate process: spoken to in JSON lines, waited for, killed without warning.
//!
//! Not for programs of others. Invariant: nothing here sleeps; whoever waits, waits for a line or for the end.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::Value;

/// How long an answer may take before the run is given up: a minute, for a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(120);

/// What goes wrong between processes, with the process's name.
#[derive(Debug, thiserror::Error)]
pub enum ProcessError {
    /// It could not be started, spoken to or ended.
    #[error("{name}: {source}")]
    Io {
        /// Whose.
        name: String,
        /// Why.
        source: std::io::Error,
    },
    /// It ended, or said nothing in time.
    #[error("{name}: {what}")]
    Silent {
        /// Whose.
        name: String,
        /// What happened instead.
        what: String,
    },
    /// It said something that is not JSON.
    #[error("{name}: not JSON: {line}")]
    Garbled {
        /// Whose.
        name: String,
        /// What it said.
        line: String,
    },
}

/// The words before a command that tie it to whoever starts it: util-linux's own program asks the kernel to end it with its parent. What runs
/// in a terminal ends with it anyway; this is for a parent that is killed without warning. It holds as long as the starting thread lives.
pub const TIED: [&str; 4] = ["setpriv", "--pdeathsig", "KILL", "--"];

/// A command that ends when whoever starts it ends, however that happens.
pub fn tied(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(TIED[0]);
    command.args(&TIED[1..]).arg(program);
    command
}

/// A running process. Killed when dropped.
pub struct Process {
    name: String,
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Process {
    /// Starts `program`; what it says on its error output goes to `log` (appended).
    pub fn start(name: &str, program: &Path, arguments: &[&str], log: &Path) -> Result<Self, ProcessError> {
        let mut command = Command::new(program);
        command.args(arguments);
        Self::start_command(name, command, log)
    }

    /// The same for a command with an environment of its own.
    pub fn start_command(name: &str, mut command: Command, log: &Path) -> Result<Self, ProcessError> {
        let io = |source| ProcessError::Io {
            name: name.to_owned(),
            source,
        };
        let log = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(log)
            .map_err(io)?;
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().map_err(io)?;
        let stdin = child.stdin.take();
        let stdout = child.stdout.take().ok_or_else(|| silent(name, "no output"))?;
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Self {
            name: name.to_owned(),
            child,
            stdin,
            lines,
        })
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Its name in messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The next line it says.
    pub fn line(&mut self) -> Result<Value, ProcessError> {
        let line = self.lines.recv_timeout(PATIENCE).map_err(|why| {
            let what = match why {
                RecvTimeoutError::Timeout => "no answer in time".to_owned(),
                RecvTimeoutError::Disconnected => format!("ended: {:?}", self.child.try_wait()),
            };
            silent(&self.name, &what)
        })?;
        serde_json::from_str(&line).map_err(|_| ProcessError::Garbled {
            name: self.name.clone(),
            line,
        })
    }

    /// Says a line without waiting for an answer.
    pub fn tell(&mut self, message: &Value) -> Result<(), ProcessError> {
        let stdin = self
            .stdin
            .as_mut()
            .ok_or_else(|| silent(&self.name, "its input is closed"))?;
        let mut line = message.to_string();
        line.push('\n');
        stdin
            .write_all(line.as_bytes())
            .and_then(|()| stdin.flush())
            .map_err(|source| ProcessError::Io {
                name: self.name.clone(),
                source,
            })
    }

    /// Says a line and waits for the answer.
    pub fn ask(&mut self, message: &Value) -> Result<Value, ProcessError> {
        self.tell(message)?;
        self.line()
    }

    /// kill −9, then waits for the end. What it had said before stays readable.
    pub fn kill(&mut self) -> Result<(), ProcessError> {
        let io = |source| ProcessError::Io {
            name: self.name.clone(),
            source,
        };
        self.child.kill().map_err(io)?;
        self.child.wait().map(drop).map_err(io)
    }

    /// Asks it to end, as a system that shuts down does, and waits for it. The standard library knows no signal but the last; the shell does.
    pub fn terminate(&mut self) -> Result<(), ProcessError> {
        let io = |source| ProcessError::Io {
            name: self.name.clone(),
            source,
        };
        let asked = Command::new("sh")
            .args(["-c", "kill -s TERM \"$0\"", &self.child.id().to_string()])
            .stderr(Stdio::null())
            .status();
        if !asked.map_err(io)?.success() {
            let _ = self.child.kill();
        }
        self.child.wait().map(drop).map_err(io)
    }

    /// Whether it runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Closes its input and waits for it to end by itself.
    pub fn end(&mut self) -> Result<Option<i32>, ProcessError> {
        drop(self.stdin.take());
        let status = self.child.wait().map_err(|source| ProcessError::Io {
            name: self.name.clone(),
            source,
        })?;
        Ok(status.code())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn silent(name: &str, what: &str) -> ProcessError {
    ProcessError::Silent {
        name: name.to_owned(),
        what: what.to_owned(),
    }
}
