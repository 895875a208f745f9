//! A page whose process died comes back by itself. Nothing typed is lost by it beyond the field that had not been sent: drafts live behind it.
//!
//! On Windows WebView2 tells of such a death by `ProcessFailed`; hearing it needs calls that Rust cannot check, which this program does not make.
//! There the window shows WebView2's own page and is opened again by hand; what lies behind it is as safe.

use tauri::WebviewWindow;

/// Loads the page again whenever its process has died.
#[cfg(target_os = "linux")]
pub fn when_it_dies(window: &WebviewWindow) -> tauri::Result<()> {
    use std::time::Duration;

    use webkit2gtk::{WebViewExt as _, glib};

    /// A page that dies at once, again and again, must not take the whole machine.
    const PAUSE: Duration = Duration::from_millis(300);

    window.with_webview(|view| {
        view.inner().connect_web_process_terminated(|view, _| {
            let view = view.clone();
            glib::timeout_add_local_once(PAUSE, move || view.reload());
        });
    })
}

/// Not heard of here.
#[cfg(not(target_os = "linux"))]
pub fn when_it_dies(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
