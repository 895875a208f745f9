//! The windows: where each page comes from, how its window stands, what it may not do.
//!
//! Invariant: a web view is incognito (nothing of a person reaches a store of its own on the disk), shows files of this program alone, opens no
//! further window and keeps no download.

use qabyldau_window::Window;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Monitor, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Wry};

use crate::{drawing, revive};

/// The product's name, the same in every language.
const TITLE: &str = "Қабылдау";

type Builder<'a> = WebviewWindowBuilder<'a, Wry, AppHandle>;

/// Opens a window of this kind.
pub fn open(app: &AppHandle, window: Window) -> tauri::Result<WebviewWindow> {
    let builder = WebviewWindowBuilder::new(app, window.label(), WebviewUrl::App(page(window).into()))
        .title(TITLE)
        .incognito(!driven())
        .disable_drag_drop_handler()
        // The tools to look inside a page come only with a page from a development server.
        .devtools(cfg!(not(feature = "custom-protocol")))
        .on_navigation(own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    let opened = apart(app, standing(app, builder, window)?, window)?.build()?;
    if window == Window::Booth {
        // Touched, never pointed at. The page says the same to WebKit, which draws its own cursor.
        opened.set_cursor_visible(false)?;
    }
    drawing::settle(&opened, window)?;
    revive::when_it_dies(&opened)?;
    Ok(opened)
}

/// On Linux Tauri hands the program's own pages to the first web view of a folder alone, and an incognito one shares nothing with the first: each
/// further window names a folder of its own, beside the first's. An incognito web view keeps nothing of a page there.
fn apart<'a>(app: &AppHandle, builder: Builder<'a>, window: Window) -> tauri::Result<Builder<'a>> {
    let further = matches!(window, Window::Board | Window::Applicant);
    Ok(if cfg!(target_os = "linux") && further && !driven() {
        builder.data_directory(app.path().app_local_data_dir()?.join(window.label()))
    } else {
        builder
    })
}

/// Brings a window before a person's eyes.
pub fn show(app: &AppHandle, window: Window) -> tauri::Result<()> {
    let Some(window) = app.get_webview_window(window.label()) else {
        return Ok(());
    };
    window.unminimize()?;
    window.show()?;
    window.set_focus()
}

const fn page(window: Window) -> &'static str {
    match window {
        Window::Desk => "index.html",
        Window::Board => "board.html",
        Window::Applicant => "applicant.html",
        Window::Booth => "booth.html",
    }
}

fn standing<'a>(app: &AppHandle, builder: Builder<'a>, window: Window) -> tauri::Result<Builder<'a>> {
    Ok(match window {
        Window::Desk => builder.inner_size(1366.0, 768.0).min_inner_size(1024.0, 640.0),
        Window::Board => builder.inner_size(1920.0, 1080.0).min_inner_size(1024.0, 576.0),
        Window::Applicant => match second_display(app)? {
            Some(display) => {
                let at = display.position().to_logical::<f64>(display.scale_factor());
                let builder = builder.position(at.x, at.y).decorations(false).focused(false);
                builder.fullscreen(true)
            }
            None => builder.inner_size(1024.0, 768.0).focused(false),
        },
        Window::Booth => builder
            .inner_size(1080.0, 1920.0)
            .fullscreen(true)
            .decorations(false)
            .resizable(false)
            .closable(false)
            .minimizable(false),
    })
}

/// The display turned to the applicant: the one that is not the desk's.
fn second_display(app: &AppHandle) -> tauri::Result<Option<Monitor>> {
    let first = app.primary_monitor()?;
    let is_first = |display: &Monitor| {
        first
            .as_ref()
            .is_some_and(|first| first.position() == display.position())
    };
    let mut displays = app.available_monitors()?;
    if displays.len() < 2 {
        return Ok(None);
    }
    displays.retain(|display| !is_first(display));
    Ok(displays.into_iter().next())
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
mod tests;
