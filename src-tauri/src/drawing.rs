//! How a web view draws, and what it keeps in memory to draw faster.
//!
//! Pages of staff are still: WebKit draws them on the processor (decision 0014), in a third less memory and without a graphics driver to fail. The
//! booth shows moving pictures and keeps what WebKit chooses. None keeps files or left pages in memory: all come from this program, at once.

use qabyldau_window::Window;
use tauri::WebviewWindow;

/// Sets it for a window that has just been opened.
#[cfg(target_os = "linux")]
pub fn settle(opened: &WebviewWindow, window: Window) -> tauri::Result<()> {
    use webkit2gtk::{CacheModel, HardwareAccelerationPolicy, SettingsExt as _, WebContextExt as _, WebViewExt as _};

    let still = window != Window::Booth;
    opened.with_webview(move |view| {
        let view = view.inner();
        if let Some(settings) = view.settings().filter(|_| still) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
        if let Some(context) = view.context() {
            context.set_cache_model(CacheModel::DocumentViewer);
        }
    })
}

/// WebView2 draws as it will.
#[cfg(not(target_os = "linux"))]
pub fn settle(_: &WebviewWindow, _: Window) -> tauri::Result<()> {
    Ok(())
}
