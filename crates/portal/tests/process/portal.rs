//! A portal process with a folder of its own and a device secret as systemd would give it.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A recovery authority that nobody is.
const RECOVERY: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

pub struct Portal {
    folder: TempDir,
    child: Option<Child>,
    pub address: String,
}

impl Portal {
    /// A folder without a branch.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("credentials")).expect("a folder");
        std::fs::write(folder.path().join("credentials/qabyldau-device"), [7; 32]).expect("a secret");
        Self {
            folder,
            child: None,
            address: String::new(),
        }
    }

    /// A branch, created and serving.
    pub fn serving() -> Self {
        let mut portal = Self::empty();
        portal.seed();
        portal.must(&["init", "--seed", &portal.path("seed.json")]);
        portal.serve();
        portal
    }

    /// Writes a small seed.
    pub fn seed(&self) {
        std::fs::write(self.path("addressees.json"), r#"{"addressees":[]}"#).expect("a file");
        let seed = serde_json::json!({
            "branch": "0512",
            "name_kk": "Бөлімше", "name_ru": "Отделение", "address_kk": "Мекенжай", "address_ru": "Адрес",
            "recovery": RECOVERY,
            "rooms": [{"label": "101", "name_kk": "101-бөлме", "name_ru": "Комната 101"}],
            "staff": [{"name": "Айша Үлгі", "post_kk": "Маман", "post_ru": "Специалист", "role": "reception",
                       "language": "kk", "password": "бірінші құпиясөз"}],
            "documents": [
                {"name": "addressees", "from": "2026-01-01", "file": "addressees.json"},
                {"name": "texts", "from": "2026-01-01", "json": {"kk": "Ереже"}},
            ],
        });
        std::fs::write(self.path("seed.json"), seed.to_string()).expect("a file");
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qabyldau-portal"));
        command
            .arg(words[0])
            .args(["--data", &self.path("data"), "--state", &self.path("state")])
            .args(&words[1..]);
        command.env("CREDENTIALS_DIRECTORY", self.path("credentials"));
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program starts")
    }

    /// Runs a command without a service's credentials.
    pub fn run_by_hand(&self, words: &[&str]) -> Output {
        self.command(words)
            .env_remove("CREDENTIALS_DIRECTORY")
            .output()
            .expect("the program starts")
    }

    /// What a command that must work prints, as JSON.
    pub fn must(&self, words: &[&str]) -> Value {
        let done = self.run(words);
        assert!(
            done.status.success(),
            "{words:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        serde_json::from_slice(&done.stdout).expect("one JSON line")
    }

    /// The code under which a command is refused.
    pub fn refused(&self, words: &[&str]) -> String {
        let done = self.run(words);
        assert!(!done.status.success(), "{words:?} went through");
        code(&done)
    }

    /// Starts serving on a free port.
    pub fn serve(&mut self) {
        let mut child = self
            .command(&["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let said: Value = serde_json::from_str(&line).expect("the port, as JSON");
        self.address = said["listening"].as_str().expect("an address").to_owned();
        self.child = Some(child);
    }

    /// Ends it as a power cut would.
    pub fn kill(&mut self) {
        let mut child = self.child.take().expect("it serves");
        child.kill().expect("killed");
        child.wait().expect("gone");
    }

    /// Tells it to end, and demands that it ends well.
    pub fn end(&mut self) {
        let mut child = self.child.take().expect("it serves");
        let told = Command::new("kill")
            .args(["-TERM", &child.id().to_string()])
            .status()
            .expect("kill");
        assert!(told.success());
        assert!(child.wait().expect("gone").success(), "SIGTERM is a good end");
    }

    pub fn csv(&self, text: &str) -> String {
        let path = PathBuf::from(self.path("roster.csv"));
        std::fs::write(&path, format!("\u{feff}{text}")).expect("a file");
        path.to_string_lossy().into_owned()
    }
}

/// The stable code in what a program said on stderr.
pub fn code(done: &Output) -> String {
    let said = String::from_utf8_lossy(&done.stderr);
    let code = said.rsplit("code=\"").next().and_then(|rest| rest.split('"').next());
    code.unwrap_or_default().to_owned()
}

impl Drop for Portal {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
