//! Makes the permissions of the window: each command has its own, and a capability must name it.

/// Every command of src/commands.rs. What is not here cannot be called from a screen.
const COMMANDS: &[&str] = &["sign_in_state", "sign_in", "today", "lock"];

fn main() {
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        // cargo shows what a failing build script wrote.
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}
