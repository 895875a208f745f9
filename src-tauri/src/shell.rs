//! The window itself: where it comes from, what it may not do.
//!
//! Invariant: the web view is incognito (nothing of a person reaches a store of its own on the disk) and shows files of this program alone.

use std::path::PathBuf;
use std::sync::Arc;

use tauri::{Emitter as _, Manager as _, RunEvent, Url, WebviewUrl, WebviewWindowBuilder};

use crate::reception::Reception;
use crate::{commands, outside};

/// The desk's window, also the name its capability goes by.
const DESK: &str = "desk";

/// What the screens hear when what they show may have changed.
const CHANGED: &str = "changed";

/// Opens the window over the desk in this folder and runs until it is closed.
pub fn run(folder: PathBuf) -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![
            commands::sign_in_state,
            commands::sign_in,
            commands::today,
            commands::lock
        ])
        .setup(move |app| {
            let handle = app.handle().clone();
            // A window that is just closing hears nothing more, and needs nothing more.
            let announce = Arc::new(move || drop(handle.emit_to(DESK, CHANGED, ())));
            app.manage(Reception::at(&folder, outside::surroundings(), announce));
            WebviewWindowBuilder::new(app, DESK, WebviewUrl::App("index.html".into()))
                .title("Қабылдау")
                .inner_size(1366.0, 768.0)
                .min_inner_size(1024.0, 640.0)
                .incognito(!driven())
                .disable_drag_drop_handler()
                .on_navigation(own)
                .build()?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit)
            && let Err(refusal) = app.state::<Reception>().lock()
        {
            eprintln!("qabyldau: at the end: {refusal}");
        }
    });
    Ok(())
}

/// Whether a test drives this window. A web view that keeps nothing cannot be driven (the ephemeral context allows no automation), so
/// only a build with debug assertions gives that up, and only when asked; a product never does.
fn driven() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|wanted| wanted == "true")
}

/// Whether an address is one of this program: `tauri://localhost`, on Windows `http://tauri.localhost`, and in development the screens' server.
fn own(address: &Url) -> bool {
    match (address.scheme(), address.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("localhost")) => cfg!(not(feature = "custom-protocol")) && address.port() == Some(5173),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_else() {
        for (address, allowed) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://example.org/", false),
            ("http://localhost:8080/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
        ] {
            assert_eq!(own(&address.parse().unwrap()), allowed, "{address}");
        }
    }
}
