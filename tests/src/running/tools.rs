//! The programs that run to their end: an administrator's tools, the portal's errands.

use std::process::Command;

use serde_json::Value;

use super::founding::{Founding, RECOVERY};
use super::{Branch, Outcome, RunError, Who, broken, holds};

/// What a program said and how it ended.
#[derive(Debug)]
pub struct Said {
    /// It ended well.
    pub well: bool,
    /// Its standard output.
    pub text: String,
}

impl Said {
    /// Its lines, each as JSON.
    pub fn lines(&self) -> Outcome<Vec<Value>> {
        let lines = self.text.lines();
        lines
            .map(|line| serde_json::from_str(line).map_err(|_| broken("a line of JSON", line)))
            .collect()
    }
}

impl Founding<'_> {
    /// A program that must end well.
    pub(crate) fn tool(&self, program: &str, arguments: &[&str]) -> Outcome<String> {
        let (said, errors) = heard(self.command(program).args(arguments), program)?;
        let seen = format!("{}{errors}", said.text);
        holds(&format!("{program} {} ends well", arguments[0]), said.well, seen)?;
        Ok(said.text)
    }
}

impl Branch {
    /// A tool of the portal that must end well, its output as text.
    pub fn portal_tool(&self, arguments: &[&str]) -> Outcome<String> {
        let arguments = self.about_portal(arguments);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        self.founding().tool("qabyldau-portal", &arguments)
    }

    /// The same, however it ends.
    pub fn portal_says(&self, arguments: &[&str]) -> Outcome<Said> {
        let mut command = self.founding().command("qabyldau-portal");
        Ok(heard(command.args(self.about_portal(arguments)), "qabyldau-portal")?.0)
    }

    /// A command of `qabyldau-admin` about a node at rest, opened by the recovery authority, however it ends; its lines are JSON.
    pub fn admin_says(&self, who: Who, arguments: &[&str]) -> Outcome<Said> {
        let founding = self.founding();
        let mut command = founding.command("qabyldau-admin");
        command
            .args(arguments)
            .args(["--data", &founding.data(who.folder()), "--recovery"]);
        Ok(heard(command.arg(self.out.join(RECOVERY)).arg("--json"), "qabyldau-admin")?.0)
    }

    fn about_portal(&self, arguments: &[&str]) -> Vec<String> {
        let data = self.founding().data(Who::Portal.folder());
        let (name, rest) = arguments.split_at(1);
        let about = ["--data", &data];
        let words = name.iter().chain(&about).chain(rest);
        words.map(|word| (*word).to_owned()).collect()
    }
}

fn heard(command: &mut Command, program: &str) -> Outcome<(Said, String)> {
    let output = command
        .output()
        .map_err(|error| RunError::File(program.into(), error))?;
    let said = Said {
        well: output.status.success(),
        text: String::from_utf8_lossy(&output.stdout).into_owned(),
    };
    Ok((said, String::from_utf8_lossy(&output.stderr).into_owned()))
}
