//! Where staff's windows stood when they were closed, so that they stand there again.
//!
//! A small file of numbers for each in the state folder, outside the data folder: no person stands in it, and a copy of the data does not carry it.
//! Not the plugin made for this: it keeps one file for all data folders, in the configuration folder, and writes what windows it meets.
//! Invariant: a window is never put where no display is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use qabyldau_window::make_private;
use tauri::{PhysicalPosition, PhysicalSize, WebviewWindow};

/// Of a remembered window at least this much must lie on a display, or it is not put there: enough to take hold of.
const GRIP: i64 = 100;

/// Where a window stands, in pixels of the display.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximised: bool,
}

/// The folder for this data folder's mark.
pub fn folder(state: &Path, mark: &str) -> PathBuf {
    state.join("windows").join(mark)
}

/// Puts a window where it stood, if that is remembered and still on a display.
pub fn restore(window: &WebviewWindow, folder: &Path) -> tauri::Result<()> {
    let Some(placement) = fs::read_to_string(folder.join(window.label()))
        .ok()
        .and_then(|text| Placement::parse(&text))
    else {
        return Ok(());
    };
    let displays = window.available_monitors()?;
    let displays = displays.iter().map(|display| (*display.position(), *display.size()));
    if !displays.into_iter().any(|(at, size)| placement.lies_on(at, size)) {
        return Ok(());
    }
    window.set_size(PhysicalSize::new(placement.width, placement.height))?;
    window.set_position(PhysicalPosition::new(placement.x, placement.y))?;
    if placement.maximised { window.maximize() } else { Ok(()) }
}

/// Remembers where a window stands. A maximised one keeps the size it had before.
pub fn remember(window: &WebviewWindow, folder: &Path) -> io::Result<()> {
    let file = folder.join(window.label());
    let Ok(now) = Placement::of(window) else {
        return Ok(());
    };
    let before = fs::read_to_string(&file).ok().and_then(|text| Placement::parse(&text));
    let kept = match before {
        Some(before) if now.maximised => Placement {
            maximised: true,
            ..before
        },
        _ => now,
    };
    make_private(folder)?;
    let aside = file.with_extension("new");
    fs::write(&aside, kept.text())?;
    fs::rename(aside, file)
}

impl Placement {
    fn of(window: &WebviewWindow) -> tauri::Result<Self> {
        let (at, size) = (window.outer_position()?, window.inner_size()?);
        Ok(Self {
            x: at.x,
            y: at.y,
            width: size.width,
            height: size.height,
            maximised: window.is_maximized()?,
        })
    }

    fn text(self) -> String {
        let Self {
            x,
            y,
            width,
            height,
            maximised,
        } = self;
        format!("{x} {y} {width} {height} {}", u8::from(maximised))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let placement = Self {
            x: words.next()?.parse().ok()?,
            y: words.next()?.parse().ok()?,
            width: words.next()?.parse().ok().filter(|width| *width > 0)?,
            height: words.next()?.parse().ok().filter(|height| *height > 0)?,
            maximised: words.next()?.parse::<u8>().ok()? == 1,
        };
        words.next().is_none().then_some(placement)
    }

    fn lies_on(self, at: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> bool {
        let common = |from: i32, length: u32, on: i32, on_length: u32| {
            let end = |from: i32, length: u32| i64::from(from) + i64::from(length);
            end(from, length).min(end(on, on_length)) - i64::from(from.max(on))
        };
        common(self.x, self.width, at.x, size.width) >= GRIP
            && common(self.y, self.height, at.y, size.height) >= GRIP
            // Its bar must be reachable, or it cannot be moved.
            && self.y >= at.y
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_nothing_else_is() {
        let placement = Placement {
            x: -5,
            y: 40,
            width: 1366,
            height: 768,
            maximised: true,
        };
        assert_eq!(Placement::parse(&placement.text()), Some(placement));
        for text in [
            "",
            "1 2 3",
            "1 2 0 4 0",
            "1 2 3 4 0 5",
            "a 2 3 4 0",
            "1 2 -3 4 0",
            "99999999999 2 3 4 0",
        ] {
            assert_eq!(Placement::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_window_is_put_only_where_it_can_be_taken_hold_of() {
        let display = (PhysicalPosition::new(0, 0), PhysicalSize::new(1366, 768));
        for (text, fits) in [
            ("0 0 1366 768 0", true),
            ("1266 668 1366 768 0", true),
            ("1267 0 1366 768 0", false),
            ("-1266 0 1366 768 0", true),
            ("0 -1 1366 768 0", false),
            ("0 700 1366 768 0", false),
            ("5000 0 1366 768 0", false),
            ("2147483647 0 4294967295 768 0", false),
        ] {
            let placement = Placement::parse(text).unwrap();
            assert_eq!(placement.lies_on(display.0, display.1), fits, "{text}");
        }
    }
}
