//! Founding the branch: the portal's directory, the hub's enrolment, the pairing of desks and booth, today's roster with its broken rows.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::cables::{Cable, Cables};
use super::{Branch, Outcome, RunError, Who, broken, holds, write};
use crate::demo;
use crate::process::{Process, tied};

/// The file with the recovery authority's key, in the run's folder.
pub(crate) const RECOVERY: &str = "recovery-key";
/// The file the portal is founded by, beside it.
pub(crate) const SEED: &str = "seed.json";

/// What all programs of a run have in common.
pub(crate) struct Founding<'a> {
    pub(crate) programs: &'a Path,
    /// The nodes' folders and their logs.
    pub(crate) out: &'a Path,
    /// Where files lie that anybody can read: what the portal is founded by, rosters as they come.
    pub(crate) open: &'a Path,
    pub(crate) shift_ms: i64,
    /// Its programs end when whoever starts them is killed.
    pub(crate) tied: bool,
}

/// Portal and hub as they run.
pub(crate) struct Servers {
    pub(crate) portal: (Process, String),
    pub(crate) hub: (Process, String),
    pub(super) up: Option<Cable>,
}

impl Branch {
    /// Makes the portal's branch, enrols the hub, pairs the desks and the booth; the roster with its broken rows is imported.
    pub fn found(programs: &Path, out: &Path) -> Outcome<Self> {
        Self::found_over(programs, out, false)
    }

    /// The same with a cable that can be cut between hub and portal, and before each desk and the booth.
    pub fn found_with_cables(programs: &Path, out: &Path) -> Outcome<Self> {
        Self::found_over(programs, out, true)
    }

    fn found_over(programs: &Path, out: &Path, cut: bool) -> Outcome<Self> {
        let founding = Founding::begin(programs, out)?;
        let Servers {
            portal: (portal, portal_address),
            hub: (hub, hub_address),
            up,
        } = founding.servers(cut)?;
        let pair = |who: Who, role: &str| -> Outcome<(Process, Option<Cable>)> {
            let cable = Cable::laid(cut, &hub_address)?;
            let mut process = founding.node(who)?;
            let code = founding.code(role, who.label(), cable.as_ref())?;
            let paired = process.ask(&json!({"do": "pair", "code": code}))?;
            holds(&format!("{who:?} pairs by its code"), paired["paired"] == true, &paired)?;
            Ok((process, cable))
        };
        let (desk_a, to_a) = pair(Who::DeskA, "desk")?;
        let (desk_b, to_b) = pair(Who::DeskB, "desk")?;
        let (booth, to_booth) = pair(Who::Booth, "booth")?;
        founding.import_roster("roster.csv", &demo::csv())?;
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
            cables: Cables::new(up, to_a, to_b, to_booth),
        })
    }
}

impl<'a> Founding<'a> {
    /// The folders, and the portal's branch in its own, on the day that is lived.
    pub(crate) fn begin(programs: &'a Path, out: &'a Path) -> Outcome<Self> {
        let starts = chrono::DateTime::parse_from_rfc3339(demo::STARTS).map_err(|error| broken("the clock", error))?;
        let real = qabyldau_store::surroundings::real().clock.now().utc_ms;
        Self::begin_with_clock(programs, out, starts.timestamp_millis() - real)
    }

    /// The same with clocks moved by this much.
    pub(crate) fn begin_with_clock(programs: &'a Path, out: &'a Path, shift_ms: i64) -> Outcome<Self> {
        let founding = Founding {
            programs,
            out,
            open: out,
            shift_ms,
            tied: false,
        };
        founding.begin_here(&["papers", "port"])?;
        Ok(founding)
    }

    /// The nodes' folders and `more`, and the portal's branch in its own.
    pub(crate) fn begin_here(&self, more: &[&str]) -> Outcome {
        let folders = Who::ALL.map(Who::folder);
        for folder in folders.iter().chain(&["state", "logs"]).chain(more) {
            let folder = self.out.join(folder);
            std::fs::create_dir_all(&folder).map_err(|error| RunError::File(folder.clone(), error))?;
        }
        self.init_portal()
    }

    /// Portal and hub, each with the address where it listens, and the cable between them if it can be cut.
    pub(crate) fn servers(&self, cut: bool) -> Outcome<Servers> {
        let portal = self.serve("qabyldau-portal", Who::Portal, "127.0.0.1:0")?;
        let up = Cable::laid(cut, &portal.1)?;
        let code = self.code("hub", None, up.as_ref())?;
        let data = self.data(Who::Hub.folder());
        self.tool("qabyldau-hub", &["init", "--data", &data, "--code", &code])?;
        let hub = self.serve("qabyldau-hub", Who::Hub, "127.0.0.1:0")?;
        Ok(Servers { portal, hub, up })
    }

    /// A folder of the run, as a program is told of it.
    pub(crate) fn data(&self, folder: &str) -> String {
        self.out.join(folder).display().to_string()
    }

    /// A program in the day that is lived, away from the user's own state.
    pub(crate) fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = if self.tied {
            tied(&program)
        } else {
            Command::new(&program)
        };
        command.envs(self.environment());
        command
    }

    /// What every program of the run finds in its environment.
    pub(crate) fn environment(&self) -> [(String, String); 2] {
        // Absolute, as the specification of that variable asks.
        let state = std::path::absolute(self.out.join("state")).unwrap_or_default();
        [
            (qabyldau_standin::SHIFT.to_owned(), self.shift_ms.to_string()),
            ("XDG_STATE_HOME".to_owned(), state.display().to_string()),
        ]
    }

    fn init_portal(&self) -> Outcome {
        let seed = self.open.join(SEED);
        let authority = qabyldau_exchange::seal::Identity::generate();
        write(&self.open.join(RECOVERY), authority.secret().as_bytes())?;
        write(&seed, demo::seed(&authority.recipient()).to_string().as_bytes())?;
        let (data, seed) = (self.data(Who::Portal.folder()), seed.display().to_string());
        self.tool("qabyldau-portal", &["init", "--data", &data, "--seed", &seed])
            .map(drop)
    }

    /// Hands the serving portal a roster made by [`demo::csv_of`], under this name.
    pub(crate) fn import_roster(&self, name: &str, csv: &str) -> Outcome {
        let file = self.open.join(name);
        write(&file, csv.as_bytes())?;
        let (data, file) = (self.data(Who::Portal.folder()), file.display().to_string());
        let said = self.tool("qabyldau-portal", &["import-roster", "--data", &data, &file])?;
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

    /// A pairing code; with a label for the node of that label, else for the next one of its role.
    pub(crate) fn code(&self, role: &str, label: Option<&str>, cable: Option<&Cable>) -> Outcome<String> {
        let data = self.data(Who::Portal.folder());
        let mut arguments = vec!["code", "--data", &data, "--role", role];
        arguments.extend(label.into_iter().flat_map(|label| ["--label", label]));
        let address = cable.map(Cable::address);
        arguments.extend(address.iter().flat_map(|address| ["--address", address.as_str()]));
        // The hub tells the portal its place once it listens; until that is through, nobody can be sent there.
        let mut said = self.tool("qabyldau-portal", &arguments);
        for _ in 0..600 {
            match &said {
                Err(RunError::DoesNotHold { seen, .. }) if seen.contains("hub-address-unknown") => {
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
    pub(crate) fn serve(&self, program: &str, who: Who, listen: &str) -> Outcome<(Process, String)> {
        let mut command = self.command(program);
        command.args(["serve", "--data", &self.data(who.folder()), "--listen", listen]);
        let mut process = Process::start_command(who.folder(), command, &self.log(who.folder()))?;
        let line = process.line()?;
        let address = line["listening"].as_str().unwrap_or_default().to_owned();
        holds("a server says where it listens", !address.is_empty(), &line)?;
        Ok((process, address))
    }

    /// Starts a desk or a booth without a window.
    pub(crate) fn node(&self, who: Who) -> Outcome<Process> {
        let program = match who {
            Who::Booth => "booth-process",
            _ => "desk-process",
        };
        self.node_in(program, who.folder())
    }

    /// The same in a folder of its own name.
    pub(crate) fn node_in(&self, program: &str, folder: &str) -> Outcome<Process> {
        let mut command = self.command(program);
        command.args(["--data", &self.data(folder), "--port", &self.data("port")]);
        Ok(Process::start_command(folder, command, &self.log(folder))?)
    }

    /// Where a program of this name writes what it has to say.
    pub(crate) fn log(&self, folder: &str) -> PathBuf {
        self.out.join("logs").join(format!("{folder}.log"))
    }
}
