//! The system asks the program to end (the login ends, the machine goes down): it ends as if its window was closed, so the desk is locked first.
//!
//! Windows closes the windows themselves then, which is the same way already.

use tauri::AppHandle;

/// Ends in order when asked to.
#[cfg(target_os = "linux")]
pub fn when_asked(app: &AppHandle) {
    use webkit2gtk::glib;

    /// SIGHUP, SIGINT, SIGTERM, as POSIX numbers them.
    const ASKED: [i32; 3] = [1, 2, 15];
    for signal in ASKED {
        let app = app.clone();
        glib::unix_signal_add_local_once(signal, move || app.exit(0));
    }
}

/// Closed windows are heard of by themselves.
#[cfg(not(target_os = "linux"))]
pub fn when_asked(_: &AppHandle) {}
