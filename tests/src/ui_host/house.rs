//! The demonstration branch around one desk's and one booth's windows: portal, hub and the second desk run as processes of their own.
//!
//! Levers are what happens around a window and what a test cannot wait for; they do nothing a window could do.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use qabyldau_desk::Refusal;
use qabyldau_window::{Answer, Receipts, Reception, ReceptionParts, Stand, StandParts, Window};
use serde_json::{Value, json};

use super::{Behind, Heard, MovedClock, Said};
use crate::demo;
use crate::running::{Branch, Outcome, Who, broken};

/// The branch, and the cores of desk A and booth 01 in this process.
pub struct House {
    branch: Mutex<Branch>,
    clock: Arc<MovedClock>,
    reception: Reception,
    at_reception: Heard,
    stand: Stand,
    at_stand: Heard,
}

impl House {
    /// Founds the branch in `out` with the programs of `programs`. Desk B is at work; desk A is closed, its day not opened; the booth is up.
    pub fn found(programs: &Path, out: &Path) -> Outcome<Self> {
        let mut branch = Branch::found(programs, out)?;
        // Their folders are this process's from here on: a folder has one program at a time.
        branch.kill(Who::DeskA)?;
        branch.kill(Who::Booth)?;
        branch.sign_in(Who::DeskB)?;
        branch.await_roster(Who::DeskB)?;
        branch.open_day(Who::DeskB)?;
        branch.await_documents(Who::DeskB)?;
        let (clock, surroundings) = MovedClock::by(branch.shift_ms());
        let (at_reception, at_stand) = (Heard::default(), Heard::default());
        let folder = |who: Who| branch.path(who.folder());
        let reception = Reception::at(
            &folder(Who::DeskA),
            ReceptionParts {
                device: Arc::new(qabyldau_standin::SecretInFile::at(&folder(Who::DeskA))),
                surroundings: surroundings.clone(),
                prints: Some(branch.path("papers")),
                announce: at_reception.announce(),
            },
        );
        let stand = Stand::open(
            &folder(Who::Booth),
            StandParts {
                device: Arc::new(qabyldau_standin::SecretInFile::at(&folder(Who::Booth))),
                surroundings,
                receipts: Receipts::File(branch.path("port/receipt.escpos")),
                synthetic: true,
                announce: at_stand.announce(),
            },
        );
        let stand = stand.map_err(|refusal| broken("the booth's window opens", refusal.code))?;
        Ok(Self {
            branch: Mutex::new(branch),
            clock,
            reception,
            at_reception,
            stand,
            at_stand,
        })
    }

    /// Ends the programs of the branch.
    pub fn close(&self) {
        let mut branch = self.branch.lock().unwrap_or_else(PoisonError::into_inner);
        for who in [Who::DeskB, Who::Hub, Who::Portal] {
            // One that a test took down is down already.
            let _ = branch.kill(who);
        }
    }

    fn to_desk_b(&self, line: &Value) -> Outcome<Value> {
        let mut branch = self.branch.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(branch.desk_b.ask(line)?)
    }

    fn switch(&self, who: Who, up: bool) -> Outcome<Value> {
        let mut branch = self.branch.lock().unwrap_or_else(PoisonError::into_inner);
        if up {
            branch.restart(who)?
        } else {
            branch.kill(who)?
        }
        Ok(json!({ "up": up }))
    }
}

impl Behind for House {
    fn ask(&self, window: &str, command: &str, values: Value) -> Option<Said> {
        let window = Window::labelled(window)?;
        let answer = match window {
            Window::Booth => self.stand.ask(command, values),
            Window::Desk | Window::Board | Window::Applicant => self.reception.ask(window, command, values),
        };
        Some(match answer {
            Ok(Answer::Json(answer)) => Said::Json(answer),
            Ok(Answer::Bytes(bytes)) => Said::Bytes(bytes),
            Err(refusal) => Said::Refused(said(&refusal)),
        })
    }

    fn heard(&self, window: &str) -> Option<&Heard> {
        Some(match Window::labelled(window)? {
            Window::Booth => &self.at_stand,
            Window::Desk | Window::Board | Window::Applicant => &self.at_reception,
        })
    }

    /// `clock` hurries the clock of desk A and the booth on by `seconds`, or stops it (`stands`); `desk_b` puts a line to desk B; `hub` and `portal` go down and come up;
    /// `visitors` answers the demonstration's people as desk B would register them.
    fn lever(&self, name: &str, values: &Value) -> Result<Value, String> {
        let up = values["up"].as_bool();
        let done = match (name, up) {
            ("clock", _) => {
                match (&values["seconds"], &values["stands"]) {
                    (Value::Number(seconds), _) => self.clock.forward(
                        seconds
                            .as_u64()
                            .and_then(|seconds| i64::try_from(seconds.checked_mul(1_000)?).ok())
                            .ok_or("how many seconds?")?,
                    ),
                    (_, Value::Bool(stands)) => self.clock.stand(*stands),
                    _ => return Err("by how many seconds, or does it stand?".into()),
                }
                return Ok(json!({}));
            }
            ("visitors", _) => {
                let visitors = demo::visitors();
                return Ok(visitors.iter().map(crate::running::with_statements).collect());
            }
            ("desk_b", _) => self.to_desk_b(values),
            ("hub", Some(up)) => self.switch(Who::Hub, up),
            ("portal", Some(up)) => self.switch(Who::Portal, up),
            _ => return Err(format!("no lever «{name}»")),
        };
        done.map_err(|error| error.to_string())
    }
}

/// A refusal as it crosses to the screens.
fn said(refusal: &Refusal) -> Value {
    json!({"code": refusal.code, "args": refusal.args})
}
