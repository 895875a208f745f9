//! The five processes and their folders.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::{Outcome, ThreadError, holds};
use crate::demo;
use crate::process::Process;

/// The branch as it runs.
pub(super) struct Branch {
    programs: PathBuf,
    out: PathBuf,
    shift_ms: i64,
    pub(super) portal: Process,
    pub(super) hub: Process,
    pub(super) desk_a: Process,
    pub(super) desk_b: Process,
    pub(super) booth: Process,
    portal_address: String,
    hub_address: String,
}

/// Who is who.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Portal,
    Hub,
    DeskA,
    DeskB,
    Booth,
}

impl Branch {
    /// Makes the portal's branch, enrols the hub, pairs the desks and the booth; the roster with its broken rows is imported.
    pub(super) fn found(programs: &Path, out: &Path) -> Outcome<Self> {
        for folder in [
            "portal", "hub", "desk-a", "desk-b", "booth-01", "state", "logs", "papers", "port",
        ] {
            let folder = out.join(folder);
            std::fs::create_dir_all(&folder).map_err(|error| ThreadError::File(folder.clone(), error))?;
        }
        let starts = chrono::DateTime::parse_from_rfc3339(demo::STARTS).map_err(|error| broken("the clock", error))?;
        let real = qabyldau_store::surroundings::real().clock.now().utc_ms;
        let founding = Founding {
            programs,
            out,
            shift_ms: starts.timestamp_millis() - real,
        };
        founding.init_portal()?;
        let (portal, portal_address) = founding.serve("qabyldau-portal", "portal", "127.0.0.1:0")?;
        founding.tool(
            "qabyldau-hub",
            &[
                "init",
                "--data",
                &founding.data("hub"),
                "--code",
                &founding.code("hub", None)?,
            ],
        )?;
        let (hub, hub_address) = founding.serve("qabyldau-hub", "hub", "127.0.0.1:0")?;
        let mut desk_a = founding.node("desk-process", "desk-a")?;
        let mut desk_b = founding.node("desk-process", "desk-b")?;
        let mut booth = founding.node("booth-process", "booth-01")?;
        for (process, role, label) in [
            (&mut desk_a, "desk", "A"),
            (&mut desk_b, "desk", "B"),
            (&mut booth, "booth", "01"),
        ] {
            let code = founding.code(role, Some(label))?;
            let paired = process.ask(&json!({"do": "pair", "code": code}))?;
            holds(
                &format!("{role} {label} pairs by its code"),
                paired["paired"] == true,
                &paired,
            )?;
        }
        founding.import_roster()?;
        let shift_ms = founding.shift_ms;
        Ok(Self {
            programs: programs.to_owned(),
            out: out.to_owned(),
            shift_ms,
            portal,
            hub,
            desk_a,
            desk_b,
            booth,
            portal_address,
            hub_address,
        })
    }

    /// Everybody signs in or comes up; the desks' days are opened with a person's word for the date, there being no earlier day.
    pub(super) fn open_day(&mut self) -> Outcome {
        let good = demo::plan().iter().filter(|row| row.day == demo::DAY).count();
        for (who, member) in [(Who::DeskA, &demo::STAFF[0]), (Who::DeskB, &demo::STAFF[1])] {
            let wrong = self
                .at(who)
                .ask(&json!({"do": "sign_in", "name": member.name, "password": "not the password"}))?;
            holds(
                "a wrong password is refused by name",
                wrong["refused"] == "wrong-password",
                &wrong,
            )?;
            self.sign_in(who, member)?;
            let waited = self.at(who).ask(&json!({"do": "wait", "receptions_today": good}))?;
            holds("the day's roster is here", waited["seen"] == good, &waited)?;
            let early = self.act(who, &json!({"act": "register"}));
            holds("a garbled act is no act", early.is_err(), "it was taken")?;
            let unconfirmed = self.refused(who, &json!({"act": "open_day", "confirmed": null}))?;
            holds(
                "a first day is not opened by the clock alone",
                unconfirmed == "day-to-confirm",
                &unconfirmed,
            )?;
            self.act(who, &json!({"act": "open_day", "confirmed": demo::DAY}))?;
        }
        let documents = self.desk_a.ask(&json!({"do": "wait", "documents": demo::DOCUMENTS}))?;
        holds(
            "the signed documents are here",
            documents["seen"] == demo::DOCUMENTS,
            &documents,
        )?;
        self.open_booth()
    }

    fn open_booth(&mut self) -> Outcome {
        let opened = self.booth.ask(&json!({"do": "open"}))?;
        holds("the booth opens by itself", opened["open"] == true, &opened)
    }

    pub(super) fn sign_in(&mut self, who: Who, member: &demo::Member) -> Outcome {
        let answer = self
            .at(who)
            .ask(&json!({"do": "sign_in", "name": member.name, "password": member.password}))?;
        holds(
            "a member of staff signs in",
            answer["signed_in"] == member.name,
            &answer,
        )
    }

    /// The process.
    pub(super) fn at(&mut self, who: Who) -> &mut Process {
        match who {
            Who::Portal => &mut self.portal,
            Who::Hub => &mut self.hub,
            Who::DeskA => &mut self.desk_a,
            Who::DeskB => &mut self.desk_b,
            Who::Booth => &mut self.booth,
        }
    }

    /// An act that must be done.
    pub(super) fn act(&mut self, who: Who, what: &Value) -> Outcome<Value> {
        let answer = self.at(who).ask(&json!({"do": "act", "what": what}))?;
        holds(&format!("{} is done", what["act"]), answer["done"].is_string(), &answer)?;
        Ok(answer)
    }

    /// An act that must be refused; answers the code.
    pub(super) fn refused(&mut self, who: Who, what: &Value) -> Outcome<String> {
        let answer = self.at(who).ask(&json!({"do": "act", "what": what}))?;
        match answer["refused"].as_str() {
            Some(code) => Ok(code.to_owned()),
            None => Err(ThreadError::DoesNotHold {
                what: format!("{} is refused", what["act"]),
                seen: answer.to_string(),
            }),
        }
    }

    /// Kills a process without warning and starts it again on the same folder (and port).
    pub(super) fn kill_and_restart(&mut self, who: Who) -> Outcome {
        self.kill(who)?;
        self.restart(who)
    }

    /// Kills a process without warning.
    pub(super) fn kill(&mut self, who: Who) -> Outcome {
        Ok(self.at(who).kill()?)
    }

    /// Starts a killed process again.
    pub(super) fn restart(&mut self, who: Who) -> Outcome {
        let founding = Founding {
            programs: &self.programs,
            out: &self.out,
            shift_ms: self.shift_ms,
        };
        let process = match who {
            Who::Portal => founding.serve("qabyldau-portal", "portal", &self.portal_address)?.0,
            Who::Hub => founding.serve("qabyldau-hub", "hub", &self.hub_address)?.0,
            Who::DeskA => founding.node("desk-process", "desk-a")?,
            Who::DeskB => founding.node("desk-process", "desk-b")?,
            Who::Booth => founding.node("booth-process", "booth-01")?,
        };
        *self.at(who) = process;
        match who {
            Who::DeskA => self.sign_in(who, &demo::STAFF[0]),
            Who::DeskB => self.sign_in(who, &demo::STAFF[1]),
            Who::Booth => self.open_booth(),
            Who::Portal | Who::Hub => Ok(()),
        }
    }

    /// A tool of the portal, its output as text.
    pub(super) fn portal_tool(&self, arguments: &[&str]) -> Outcome<String> {
        let founding = Founding {
            programs: &self.programs,
            out: &self.out,
            shift_ms: self.shift_ms,
        };
        let data = founding.data("portal");
        let arguments: Vec<&str> = arguments[..1]
            .iter()
            .copied()
            .chain(["--data", &data])
            .chain(arguments[1..].iter().copied())
            .collect();
        founding.tool("qabyldau-portal", &arguments)
    }

    /// A file under the run's folder.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.out.join(name)
    }
}

struct Founding<'a> {
    programs: &'a Path,
    out: &'a Path,
    shift_ms: i64,
}

impl Founding<'_> {
    fn data(&self, name: &str) -> String {
        self.out.join(name).display().to_string()
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.env(qabyldau_standin::SHIFT, self.shift_ms.to_string());
        // Away from the user's own state, and absolute, as the specification of that variable asks.
        command.env(
            "XDG_STATE_HOME",
            std::path::absolute(self.out.join("state")).unwrap_or_default(),
        );
        command
    }

    fn init_portal(&self) -> Outcome {
        let seed = self.out.join("seed.json");
        let authority = qabyldau_exchange::seal::Identity::generate();
        write(&seed, demo::seed(&authority.recipient()).to_string().as_bytes())?;
        self.tool(
            "qabyldau-portal",
            &[
                "init",
                "--data",
                &self.data("portal"),
                "--seed",
                &seed.display().to_string(),
            ],
        )
        .map(drop)
    }

    fn import_roster(&self) -> Outcome {
        let file = self.out.join("roster.csv");
        write(&file, demo::csv().as_bytes())?;
        let said = self.tool(
            "qabyldau-portal",
            &[
                "import-roster",
                "--data",
                &self.data("portal"),
                &file.display().to_string(),
            ],
        )?;
        let report: Value = serde_json::from_str(said.trim()).map_err(|error| broken("the import's report", error))?;
        holds(
            "every good row is kept",
            report["appointed"] == demo::GOOD_ROWS,
            &report,
        )?;
        let broken: Vec<_> = report["broken"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|row| row["line"].clone())
            .collect();
        holds("each broken row is named", broken == demo::broken_rows(), &report)
    }

    fn code(&self, role: &str, label: Option<&str>) -> Outcome<String> {
        let data = self.data("portal");
        let mut arguments = vec!["code", "--data", &data, "--role", role];
        arguments.extend(label.into_iter().flat_map(|label| ["--label", label]));
        // The hub tells the portal its place once it listens; until that is through, nobody can be sent there.
        let mut said = self.tool("qabyldau-portal", &arguments);
        for _ in 0..600 {
            match &said {
                Err(ThreadError::DoesNotHold { seen, .. }) if seen.contains("hub-address-unknown") => {
                    said = self.tool("qabyldau-portal", &arguments);
                }
                _ => break,
            }
        }
        let said = said?;
        let code: Value = serde_json::from_str(said.trim()).map_err(|error| broken("the pairing code", error))?;
        Ok(code["code"].as_str().unwrap_or_default().to_owned())
    }

    /// Starts a server; its first line says where it listens.
    fn serve(&self, program: &str, name: &str, listen: &str) -> Outcome<(Process, String)> {
        let mut command = self.command(program);
        command.args(["serve", "--data", &self.data(name), "--listen", listen]);
        let mut process = Process::start_command(name, command, &self.log(name))?;
        let line = process.line()?;
        let address = line["listening"].as_str().unwrap_or_default().to_owned();
        holds("a server says where it listens", !address.is_empty(), &line)?;
        Ok((process, address))
    }

    fn node(&self, program: &str, name: &str) -> Outcome<Process> {
        let mut command = self.command(program);
        command.args(["--data", &self.data(name), "--port", &self.data("port")]);
        Ok(Process::start_command(name, command, &self.log(name))?)
    }

    fn log(&self, name: &str) -> PathBuf {
        self.out.join("logs").join(format!("{name}.log"))
    }

    /// A program that runs to its end.
    fn tool(&self, program: &str, arguments: &[&str]) -> Outcome<String> {
        let output = self.command(program).args(arguments).output();
        let output = output.map_err(|error| ThreadError::File(program.into(), error))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let seen = format!("{said}{}", String::from_utf8_lossy(&output.stderr));
        holds(
            &format!("{program} {} ends well", arguments[0]),
            output.status.success(),
            seen,
        )?;
        Ok(said)
    }
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    std::fs::write(path, bytes).map_err(|error| ThreadError::File(path.to_owned(), error))
}

fn broken(what: &str, error: impl std::fmt::Display) -> ThreadError {
    ThreadError::DoesNotHold {
        what: what.to_owned(),
        seen: error.to_string(),
    }
}
