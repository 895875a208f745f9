//! A display nobody sees, with a window manager, so that a window can hold the focus.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// A running display. Ends when dropped.
pub struct Display {
    server: Child,
    manager: Child,
    name: String,
}

impl Display {
    /// Starts one of the size of a desk's screen.
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            // It takes a free number and says which.
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("its output"))
            .read_line(&mut number)
            .expect("its number");
        let name = format!(":{}", number.trim());
        let quiet = |command: &mut Command| {
            command
                .env("DISPLAY", &name)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
        };
        let manager = quiet(&mut Command::new("openbox")).expect("openbox starts");
        Self { server, manager, name }
    }

    /// What `DISPLAY` must be.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        for child in [&mut self.manager, &mut self.server] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
