//! The one selection of packages and features that all demonstration builds share.
//!
//! Products never carry the stand-ins: no manifest switches the feature `demo` on, only these command lines do. All of them select the same
//! packages and features, so that cargo compiles little twice: what tests alone ask of other people's crates still differs.

use std::process::Command;

use serde_json::Value;

use crate::trouble::Trouble;
use crate::workspace;

/// The package of the windows; the only one that needs WebKit.
const SHELL: &str = "qabyldau";

/// The stand-ins of demonstrations.
const STAND_INS: &str = "demo";
/// Without it the window would look for a development server instead of the screens it carries.
const OWN_SCREENS: &str = "custom-protocol";

/// Adds `--workspace … --features a/demo,b/demo` to a cargo command. The windows are always among them; which targets are built
/// is said apart ([`programs`]).
pub fn select(command: &mut Command) -> Result<(), Trouble> {
    let members = workspace::members()?;
    command.arg("--workspace");
    with_features(command, features(&members, &[STAND_INS, OWN_SCREENS]));
    Ok(())
}

/// Adds `--bin NAME` for every program, the windows only where they are wanted: they take longest.
pub fn programs(command: &mut Command, windows: bool) -> Result<(), Trouble> {
    let members = workspace::members()?;
    for member in members.iter().filter_map(|member| member["name"].as_str()) {
        if windows || member != SHELL {
            for program in workspace::targets(&members, member, "bin") {
                command.args(["--bin", &program]);
            }
        }
    }
    Ok(())
}

/// The same for the products as they ship: no stand-in.
pub fn select_products(command: &mut Command) -> Result<(), Trouble> {
    let members = workspace::members()?;
    command.arg("--workspace");
    with_features(command, features(&members, &[OWN_SCREENS]));
    Ok(())
}

fn with_features(command: &mut Command, features: Vec<String>) {
    if !features.is_empty() {
        command.args(["--features", &features.join(",")]);
    }
}

fn features(members: &[Value], wanted: &[&str]) -> Vec<String> {
    let mut features = Vec::new();
    for member in members {
        let name = member["name"].as_str().unwrap_or_default();
        let has = |feature: &&&str| member["features"][**feature].is_array();
        features.extend(wanted.iter().filter(has).map(|feature| format!("{name}/{feature}")));
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_member_with_the_feature_is_named_once() {
        let members = [
            serde_json::json!({"name": "qabyldau-hub", "features": {"demo": []}}),
            serde_json::json!({"name": "qabyldau-domain", "features": {}}),
            serde_json::json!({"name": "qabyldau", "features": {"demo": [], "custom-protocol": []}}),
        ];
        assert_eq!(
            features(&members, &[STAND_INS, OWN_SCREENS]),
            ["qabyldau-hub/demo", "qabyldau/demo", "qabyldau/custom-protocol"]
        );
        assert_eq!(features(&members, &[OWN_SCREENS]), ["qabyldau/custom-protocol"]);
    }
}
