//! The windows' program as a process: started by hand or by the driver, found among all processes, looked at from outside.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use qabyldau_tests::driving::{Display, Driven, Driver, Start, at_home};
use qabyldau_tests::process::{Process, ProcessError};
use qabyldau_tests::running::{Branch, Who};

use super::window::built;

/// What a test answers: the first thing that did not go as it should.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// The pause between two looks at what tells nobody that it changed.
const LOOK: Duration = Duration::from_millis(50);

/// The program, the display it shows itself on, and a home of its own.
pub struct Ground<'a> {
    pub program: &'a Path,
    pub display: &'a Display,
    pub home: &'a Path,
    pub environment: &'a [(String, String)],
}

impl Ground<'_> {
    /// Lets the driver start it with these arguments.
    pub fn driven(&self, arguments: &[&str]) -> Driven<Driver> {
        let arguments: Vec<String> = arguments.iter().map(|word| (*word).to_owned()).collect();
        let mut environment = self.environment.to_vec();
        environment.push(("XDG_RUNTIME_DIR".into(), self.home.join("run").display().to_string()));
        Driver::start(
            self.display,
            &Start {
                program: self.program,
                arguments: &arguments,
                home: self.home,
                environment: &environment,
                log: None,
            },
        )
    }

    /// A command that starts it by hand, as it runs for people: not to be driven.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.program);
        at_home(&mut command, self.home);
        command
            .args(arguments)
            .env("DISPLAY", self.display.name())
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("XDG_RUNTIME_DIR", self.home.join("run"))
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Starts it by hand.
    pub fn started(&self, name: &str, arguments: &[&str]) -> Result<Process, ProcessError> {
        Process::start_command(name, self.command(arguments), &self.home.join("log"))
    }

    /// The process of the window in front, as the window manager says.
    pub fn in_front(&self) -> Option<u32> {
        let said = |words: &[&str]| {
            let output = Command::new("xprop")
                .env("DISPLAY", self.display.name())
                .args(words)
                .output();
            String::from_utf8_lossy(&output.expect("xprop starts").stdout).into_owned()
        };
        let active = said(&["-root", "_NET_ACTIVE_WINDOW"]);
        let window = active.split("# ").nth(1)?.trim().to_owned();
        said(&["-id", &window, "_NET_WM_PID"])
            .split("= ")
            .nth(1)?
            .trim()
            .parse()
            .ok()
    }
}

/// A branch in the middle of its day, and a display for the window that takes the place of desk A without one.
pub struct Shift {
    program: PathBuf,
    pub branch: Branch,
    display: Display,
    home: PathBuf,
    environment: Vec<(String, String)>,
    _out: tempfile::TempDir,
}

impl Shift {
    /// Begun, with nobody registered yet; `None` where no window was built.
    pub fn begun() -> Outcome<Option<Self>> {
        let Some(program) = built() else { return Ok(None) };
        let out = tempfile::tempdir()?;
        let programs = program.parent().expect("a program lies in a folder");
        let mut branch = Branch::found(programs, out.path())?;
        branch.begin_day()?;
        Ok(Some(Self {
            environment: branch.environment(),
            home: out.path().join("home"),
            display: Display::start(1366, 768)?,
            branch,
            program,
            _out: out,
        }))
    }

    /// Opens the window over desk A's folder. A folder has one program at a time, so the one without a window ends.
    pub fn window(&mut self) -> Outcome<Driver> {
        self.window_with(&[])
    }

    /// The same with further words.
    pub fn window_with(&mut self, words: &[&str]) -> Outcome<Driver> {
        self.branch.kill(Who::DeskA)?;
        let ground = Ground {
            program: &self.program,
            display: &self.display,
            home: &self.home,
            environment: &self.environment,
        };
        let data = self.folder().display().to_string();
        Ok(ground.driven(&[&["--data", data.as_str()], words].concat())?)
    }

    /// The window's process, if it runs.
    pub fn process(&self) -> Option<u32> {
        process_of(&self.program, &self.folder())
    }

    fn folder(&self) -> PathBuf {
        self.branch.path(Who::DeskA.folder())
    }
}

/// Looks until there is something to see.
#[track_caller]
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let (_held, nothing) = mpsc::channel::<()>();
    let began = Instant::now();
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(began.elapsed() < PATIENCE, "{what}: never");
        let _ = nothing.recv_timeout(LOOK);
    }
}

/// The process of this program over this data folder.
pub fn process_of(program: &Path, data: &Path) -> Option<u32> {
    let data = data.display().to_string();
    processes().find(|id| {
        let path = PathBuf::from(format!("/proc/{id}"));
        let words = fs::read(path.join("cmdline")).unwrap_or_default();
        fs::read_link(path.join("exe")).is_ok_and(|exe| exe == program)
            && words.split(|byte| *byte == 0).any(|word| word == data.as_bytes())
    })
}

/// The processes that draw a program's pages.
pub fn pages_of(id: u32) -> Vec<u32> {
    let is_page = |page: &u32| {
        let text = fs::read_to_string(format!("/proc/{page}/stat")).unwrap_or_default();
        let Some((name, rest)) = text.rsplit_once(") ") else {
            return false;
        };
        name.contains("(WebKitWebProces") && rest.split(' ').nth(1) == Some(id.to_string().as_str())
    };
    processes().filter(is_page).collect()
}

/// Sends a signal; the standard library knows none but the last, the shell does.
pub fn signal(name: &str, id: u32) {
    let sent = Command::new("sh")
        .args(["-c", "kill -s \"$0\" \"$1\"", name, &id.to_string()])
        .status();
    assert!(sent.expect("a shell").success(), "{id} is there");
}

fn processes() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").expect("/proc");
    entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}
