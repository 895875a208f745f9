//! The one selection of packages and features that all demonstration builds share.
//!
//! Products never carry the stand-ins: no manifest switches the feature `demo` on, only these command lines do. All of them select the same
//! packages in one invocation, so that cargo resolves one set of features and compiles nothing twice.

use std::process::Command;

use serde_json::Value;

use crate::trouble::Trouble;
use crate::workspace;

/// The package of the windows; the only one that needs WebKit.
pub const SHELL: &str = "qabyldau";

/// With or without the windows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Windows {
    With,
    Without,
}

/// Adds `--workspace … --features a/demo,b/demo` to a cargo command.
pub fn select(command: &mut Command, windows: Windows) -> Result<(), Trouble> {
    let members = workspace::members()?;
    command.arg("--workspace");
    if windows == Windows::Without && members.iter().any(|member| member["name"] == SHELL) {
        command.args(["--exclude", SHELL]);
    }
    let features = features(&members, windows);
    if !features.is_empty() {
        command.args(["--features", &features.join(",")]);
    }
    Ok(())
}

fn features(members: &[Value], windows: Windows) -> Vec<String> {
    let mut features = Vec::new();
    for member in members {
        let name = member["name"].as_str().unwrap_or_default();
        if name == SHELL && windows == Windows::Without {
            continue;
        }
        if member["features"]["demo"].is_array() {
            features.push(format!("{name}/demo"));
        }
        // Without it the binary would look for a development server instead of the screens it carries.
        if member["features"]["custom-protocol"].is_array() {
            features.push(format!("{name}/custom-protocol"));
        }
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_member_with_stand_ins_is_named_once_and_the_windows_only_when_wanted() {
        let members = [
            serde_json::json!({"name": "qabyldau-hub", "features": {"demo": []}}),
            serde_json::json!({"name": "qabyldau-domain", "features": {}}),
            serde_json::json!({"name": "qabyldau", "features": {"demo": [], "custom-protocol": []}}),
        ];
        assert_eq!(features(&members, Windows::Without), ["qabyldau-hub/demo"]);
        assert_eq!(
            features(&members, Windows::With),
            ["qabyldau-hub/demo", "qabyldau/demo", "qabyldau/custom-protocol"]
        );
    }
}
