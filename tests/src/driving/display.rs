//! A display nobody sees, with a window manager, so that a window can hold the focus.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use super::{DriveError, Driven};
use crate::process::tied;

/// A running display. Ends when dropped.
pub struct Display {
    server: Child,
    manager: Child,
    name: String,
}

impl Display {
    /// Starts one of this size, in pixels.
    pub fn start(width: u32, height: u32) -> Driven<Self> {
        let start = |program: &str| {
            let program = program.to_owned();
            move |source| DriveError::Start { program, source }
        };
        let screen = format!("{width}x{height}x24");
        let mut server = tied("Xvfb")
            // It takes a free number and says which.
            .args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(start("Xvfb"))?;
        let mut number = String::new();
        if let Some(said) = server.stdout.take() {
            BufReader::new(said).read_line(&mut number).map_err(start("Xvfb"))?;
        }
        if number.trim().is_empty() {
            return Err(DriveError::Gone(
                "Xvfb ended before it said its number; is it installed?",
            ));
        }
        let name = format!(":{}", number.trim());
        let manager = tied("openbox")
            .env("DISPLAY", &name)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(start("openbox"))?;
        Ok(Self { server, manager, name })
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
