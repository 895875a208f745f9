//! Portal and hub as separate processes on the ports the machine gives them, with the clock as it is.

use std::path::{Path, PathBuf};

use qabyldau_standin::SecretInFile;
use qabyldau_store::keys::slots::SlotFile;
use qabyldau_store::{Place, Store};

use super::Outcome;
use crate::process::Process;
use crate::running::founding::Founding;

/// Both, serving.
pub struct Relays {
    /// The portal.
    pub portal: Process,
    /// The hub.
    pub hub: Process,
    programs: PathBuf,
    out: PathBuf,
}

impl Relays {
    /// Makes the demonstration branch below `out` and starts both; `programs` is where they are built.
    pub fn start(programs: &Path, out: &Path) -> Outcome<Self> {
        let founding = Founding::begin_with_clock(programs, out, 0)?;
        let servers = founding.servers(false)?;
        let (portal, hub) = (servers.portal.0, servers.hub.0);
        Ok(Self {
            portal,
            hub,
            programs: programs.to_owned(),
            out: out.to_owned(),
        })
    }

    /// Starts a program that takes one of the branch's places, apart from this user's own state.
    pub fn beside(&self, name: &str, program: &Path, arguments: &[&str]) -> Outcome<Process> {
        let founding = self.founding();
        let mut command = founding.command(&program.to_string_lossy());
        command.args(arguments);
        Ok(Process::start_command(name, command, &founding.log(name))?)
    }

    /// A code by which the first desk pairs.
    pub fn desk_code(&self) -> Outcome<String> {
        Ok(self.founding().code("desk", Some("A"), None)?)
    }

    /// The portal's file, read beside the serving portal.
    pub fn portal_file(&self) -> Outcome<Store> {
        let data = self.out.join("portal");
        let key = SlotFile::at(&data).open_by_device(&SecretInFile::at(&data))?;
        let place = Place::new(data).with_state(self.out.join("state").join("qabyldau"));
        Ok(Store::open(place, &key)?)
    }

    fn founding(&self) -> Founding<'_> {
        founding(&self.programs, &self.out)
    }
}

fn founding<'a>(programs: &'a Path, out: &'a Path) -> Founding<'a> {
    Founding {
        programs,
        out,
        open: out,
        shift_ms: 0,
        tied: false,
    }
}
