//! The program as it runs: what stands behind the windows, the windows, and how all of it ends.

use std::path::Path;
use std::sync::Arc;

use qabyldau_window::{Surroundings, Window};
use tauri::{AppHandle, Emitter as _, Manager as _, RunEvent, WindowEvent};

use crate::arguments::{Arguments, DeskWindows, Node};
use crate::behind::Behind;
use crate::single::Held;
use crate::{asked, guard, placement, single, stop, windows};

/// What the screens hear when what they show may have changed.
const CHANGED: &str = "changed";

/// Opens the windows and runs until the desk's or the booth's own is closed.
pub fn run(arguments: Arguments, held: Held, surroundings: Surroundings) -> tauri::Result<()> {
    let place = placement::folder(&arguments.state, &single::mark(&arguments.data));
    let remembered = place.clone();
    let app = tauri::Builder::default()
        .invoke_handler(asked::hand_on)
        .setup(move |app| {
            let app = app.handle();
            stand(app, &arguments, surroundings)?;
            open(app, &arguments.node, &place)?;
            let (own, first) = (own(&arguments.node), app.clone());
            held.show_when_called(move || drop(windows::show(&first, own)))?;
            stop::when_asked(app);
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(move |app, event| heard(app, event, &remembered));
    Ok(())
}

fn stand(app: &AppHandle, arguments: &Arguments, surroundings: Surroundings) -> tauri::Result<()> {
    let handle = app.clone();
    // A window that is just closing hears nothing more, and needs nothing more.
    let announce = Arc::new(move || drop(handle.emit(CHANGED, ())));
    let behind = Arc::new(Behind::stand(arguments, surroundings, announce)?);
    guard::watch(Arc::clone(&behind))?;
    app.manage(behind);
    Ok(())
}

fn open(app: &AppHandle, node: &Node, place: &Path) -> tauri::Result<()> {
    match node {
        Node::Booth(_) => windows::open(app, Window::Booth).map(drop),
        Node::Desk(DeskWindows { board, applicant, .. }) => {
            placement::restore(&windows::open(app, Window::Desk)?, place)?;
            if *board {
                placement::restore(&windows::open(app, Window::Board)?, place)?;
            }
            if *applicant {
                windows::open(app, Window::Applicant)?;
            }
            Ok(())
        }
    }
}

/// The window without which the program has nothing to do.
const fn own(node: &Node) -> Window {
    match node {
        Node::Desk(_) => Window::Desk,
        Node::Booth(_) => Window::Booth,
    }
}

fn heard(app: &AppHandle, event: RunEvent, place: &Path) {
    match event {
        RunEvent::WindowEvent { label, event, .. } => {
            let Some(window) = Window::labelled(&label) else { return };
            match (window, event) {
                // A person in the booth closes nothing; only who runs the machine ends it.
                (Window::Booth, WindowEvent::CloseRequested { api, .. }) => api.prevent_close(),
                (Window::Desk, WindowEvent::CloseRequested { .. }) => remember(app, place),
                (Window::Board, WindowEvent::CloseRequested { .. }) => remember_one(app, Window::Board, place),
                // Board and applicant's display show what the desk's window opened: they end with it.
                (Window::Desk | Window::Booth, WindowEvent::Destroyed) => app.exit(0),
                _ => {}
            }
        }
        RunEvent::Exit => {
            remember(app, place);
            app.state::<Arc<Behind>>().end("system");
        }
        _ => {}
    }
}

/// Where staff's windows stand now, as far as they still do. The applicant's display has its place by itself.
fn remember(app: &AppHandle, place: &Path) {
    remember_one(app, Window::Desk, place);
    remember_one(app, Window::Board, place);
}

fn remember_one(app: &AppHandle, window: Window, place: &Path) {
    if let Some(window) = app.get_webview_window(window.label())
        && let Err(error) = placement::remember(&window, place)
    {
        eprintln!("qabyldau: {}: {error}", place.display());
    }
}
