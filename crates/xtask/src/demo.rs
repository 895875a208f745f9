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

/// The stand-ins of demonstrations.
const STAND_INS: &str = "demo";
/// Without it the window would look for a development server instead of the screens it carries.
const OWN_SCREENS: &str = "custom-protocol";

/// Adds `--workspace … --features a/demo,b/demo` to a cargo command.
pub fn select(command: &mut Command, windows: Windows) -> Result<(), Trouble> {
    let members = workspace::members()?;
    command.arg("--workspace");
    if windows == Windows::Without && members.iter().any(|member| member["name"] == SHELL) {
        command.args(["--exclude", SHELL]);
    }
    with_features(command, features(&members, windows, &[STAND_INS, OWN_SCREENS]));
    Ok(())
}

/// The same for the products as they ship: no stand-in.
pub fn select_products(command: &mut Command) -> Result<(), Trouble> {
    let members = workspace::members()?;
    command.arg("--workspace");
    with_features(command, features(&members, Windows::With, &[OWN_SCREENS]));
    Ok(())
}

fn with_features(command: &mut Command, features: Vec<String>) {
    if !features.is_empty() {
        command.args(["--features", &features.join(",")]);
    }
}

fn features(members: &[Value], windows: Windows, wanted: &[&str]) -> Vec<String> {
    let mut features = Vec::new();
    for member in members {
        let name = member["name"].as_str().unwrap_or_default();
        if name == SHELL && windows == Windows::Without {
            continue;
        }
        let has = |feature: &&&str| member["features"][**feature].is_array();
        features.extend(wanted.iter().filter(has).map(|feature| format!("{name}/{feature}")));
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
        let both = [STAND_INS, OWN_SCREENS];
        assert_eq!(features(&members, Windows::Without, &both), ["qabyldau-hub/demo"]);
        assert_eq!(
            features(&members, Windows::With, &both),
            ["qabyldau-hub/demo", "qabyldau/demo", "qabyldau/custom-protocol"]
        );
        assert_eq!(
            features(&members, Windows::With, &[OWN_SCREENS]),
            ["qabyldau/custom-protocol"]
        );
    }
}
