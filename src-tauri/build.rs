//! Makes the permissions of the windows: each command has its own, and a capability must name it.

#[path = "../crates/window/src/names.rs"]
mod names;

fn main() {
    println!("cargo:rerun-if-changed=../crates/window/src/names.rs");
    let mut commands = [names::DESK, names::BOARD, names::APPLICANT, names::BOOTH].concat();
    commands.sort_unstable();
    commands.dedup();
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        // cargo shows what a failing build script wrote.
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}
