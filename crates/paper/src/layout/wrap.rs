//! Breaking text into lines that fit, by the measured advance of each glyph. Lines break at spaces and after hyphens and
//! slashes; only a word wider than the whole line is cut inside. Nothing is hyphenated.

use super::Style;
use crate::PaperError;
use crate::fonts::{Face, printable, scale_up};

/// The lines of a text, each at most `width` dots wide (a single glyph wider than that stands alone). With `at_most` lines
/// given, what is left over is cut and the last line ends with «…».
///
/// # Errors
/// [`PaperError::Font`] if a shipped font is damaged.
pub fn wrap(text: &str, style: Style, width: i32, at_most: Option<usize>) -> Result<Vec<String>, PaperError> {
    let face = Face::of(style.weight)?;
    let text = printable(text);
    let mut lines = Lines {
        face,
        size: style.size,
        width,
        done: Vec::new(),
        line: String::new(),
        units: 0,
    };
    for word in text.split(' ') {
        let mut space = !lines.line.is_empty();
        for piece in pieces_of(word) {
            lines.put(piece, space);
            space = false;
        }
    }
    lines.end_line();
    let mut lines = lines.done;
    if let Some(most) = at_most
        && lines.len() > most
    {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(face, last, style.size, width);
        }
    }
    Ok(lines)
}

/// As [`wrap`] without a limit, but with lines as even as they can be: the narrowest width that needs no more lines. For what is
/// centred, where one short word alone on a line looks lost.
///
/// # Errors
/// [`PaperError::Font`] if a shipped font is damaged.
pub fn balance(text: &str, style: Style, width: i32) -> Result<Vec<String>, PaperError> {
    let widest = wrap(text, style, width, None)?;
    // Never so narrow that a word would be cut which was whole.
    let face = Face::of(style.weight)?;
    let line = printable(text);
    let longest = line
        .split(' ')
        .flat_map(pieces_of)
        .map(|piece| face.width(piece, style.size))
        .max();
    let (mut too_narrow, mut enough) = (longest.unwrap_or(0).min(width) - 1, width);
    while enough - too_narrow > 1 {
        let middle = too_narrow.midpoint(enough);
        if wrap(text, style, middle, None)?.len() > widest.len() {
            too_narrow = middle;
        } else {
            enough = middle;
        }
    }
    wrap(text, style, enough, None)
}

/// The largest size from `smallest` to `largest` at which the text stands on one line of `width` dots; `smallest` if none does.
///
/// # Errors
/// [`PaperError::Font`] if a shipped font is damaged.
pub fn fit(text: &str, mut style: Style, width: i32, smallest: i32) -> Result<Style, PaperError> {
    let face = Face::of(style.weight)?;
    let text = printable(text);
    while style.size > smallest && face.width(&text, style.size) > width {
        style.size -= 1;
    }
    Ok(style)
}

/// The parts of a word between which a line may break.
fn pieces_of(word: &str) -> impl Iterator<Item = &str> {
    word.split_inclusive(['-', '/', '–', '—'])
}

struct Lines<'a> {
    face: &'a Face,
    size: i32,
    width: i32,
    done: Vec<String>,
    line: String,
    units: i32,
}

impl Lines<'_> {
    fn put(&mut self, piece: &str, space: bool) {
        let units: i32 = piece.chars().map(|c| self.face.glyph(c).advance).sum();
        let gap = if space { self.face.glyph(' ').advance } else { 0 };
        if self.fits(gap + units) {
            if space {
                self.line.push(' ');
            }
            self.line.push_str(piece);
            self.units += gap + units;
            return;
        }
        self.end_line();
        for c in piece.chars() {
            let advance = self.face.glyph(c).advance;
            if !self.line.is_empty() && !self.fits(advance) {
                self.end_line();
            }
            self.line.push(c);
            self.units += advance;
        }
    }

    fn fits(&self, more: i32) -> bool {
        scale_up(self.units + more, self.size) <= self.width
    }

    fn end_line(&mut self) {
        if !self.line.is_empty() {
            self.done.push(std::mem::take(&mut self.line));
        }
        self.units = 0;
    }
}

/// The line shortened until it ends with «…» inside the width.
fn cut(face: &Face, line: &str, size: i32, width: i32) -> String {
    let mut short = line.to_owned();
    loop {
        let candidate = format!("{}…", short.trim_end_matches([' ', '-', '/', ',']));
        if face.width(&candidate, size) <= width || short.pop().is_none() {
            return candidate;
        }
    }
}
