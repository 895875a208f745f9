//! The two faces of paper, Noto Sans Regular and Bold, and what layout must know of them: which glyph a character has and how
//! far it moves the pen. There is no shaping, kerning or fallback face: neither language needs them, and what the faces do not
//! cover is drawn as U+FFFD, never left out.

use std::collections::HashMap;
use std::sync::OnceLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

use crate::PaperError;
use crate::display_list::Weight;

const REGULAR: &[u8] = include_bytes!("../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/NotoSans-Bold.ttf");

/// Units of the em square in both faces.
pub const UNITS_PER_EM: i32 = 1000;

/// A glyph as layout and the back ends need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Number of the glyph in its face.
    pub id: u16,
    /// How far it moves the pen, in [`UNITS_PER_EM`]ths of the size.
    pub advance: i32,
}

/// One face, read once.
pub struct Face {
    pub(crate) font: FontRef<'static>,
    glyphs: HashMap<char, Glyph>,
    replacement: Glyph,
}

impl Face {
    /// The face of a weight.
    ///
    /// # Errors
    /// [`PaperError::Font`] if the shipped file is damaged.
    pub fn of(weight: Weight) -> Result<&'static Self, PaperError> {
        static FACES: [OnceLock<Option<Face>>; 2] = [OnceLock::new(), OnceLock::new()];
        let (slot, name) = match weight {
            Weight::Regular => (&FACES[0], "NotoSans-Regular"),
            Weight::Bold => (&FACES[1], "NotoSans-Bold"),
        };
        slot.get_or_init(|| Self::read(bytes(weight)))
            .as_ref()
            .ok_or(PaperError::Font(name))
    }

    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let mut glyphs = HashMap::new();
        for (code, id) in font.charmap().mappings() {
            let (Some(c), Ok(short)) = (char::from_u32(code), u16::try_from(id.to_u32())) else {
                continue;
            };
            #[expect(
                clippy::cast_possible_truncation,
                reason = "an unscaled advance is a whole number of font units"
            )]
            let advance = metrics.advance_width(id)? as i32;
            glyphs.insert(c, Glyph { id: short, advance });
        }
        let replacement = *glyphs.get(&char::REPLACEMENT_CHARACTER)?;
        Some(Self {
            font,
            glyphs,
            replacement,
        })
    }

    /// The glyph of a character; that of U+FFFD where the face has none.
    #[must_use]
    pub fn glyph(&self, c: char) -> Glyph {
        self.glyphs.get(&c).copied().unwrap_or(self.replacement)
    }

    /// Whether the face draws this character itself.
    #[must_use]
    pub fn covers(&self, c: char) -> bool {
        self.glyphs.contains_key(&c)
    }

    /// Width of a line in dots, rounded up.
    #[must_use]
    pub fn width(&self, text: &str, size: i32) -> i32 {
        scale_up(
            text.chars()
                .fold(0, |units: i32, c| units.saturating_add(self.glyph(c).advance)),
            size,
        )
    }
}

/// Font units to dots, rounded up: a line never turns out wider than measured.
#[must_use]
pub(crate) fn scale_up(units: i32, size: i32) -> i32 {
    let thousandths = i64::from(units) * i64::from(size);
    let dots = (thousandths + i64::from(UNITS_PER_EM) - 1).div_euclid(i64::from(UNITS_PER_EM));
    i32::try_from(dots).unwrap_or(i32::MAX)
}

/// The file of a face, for embedding.
#[must_use]
pub(crate) fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => REGULAR,
        Weight::Bold => BOLD,
    }
}

/// The text as it can stand on paper: composed (NFC), one line, and nothing hidden in it. White space of any kind becomes one
/// space; control characters and invisible marks, among them those that turn the writing direction, become U+FFFD, so that
/// whoever holds the sheet sees that something stood there.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.nfc() {
        if c == '\u{a0}' || c == '\u{202f}' {
            line.push('\u{a0}');
        } else if c.is_whitespace() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if hidden(c) {
            line.push(char::REPLACEMENT_CHARACTER);
        } else {
            line.push(c);
        }
    }
    if line.ends_with(' ') {
        line.pop();
    }
    line
}

/// Control characters and Unicode's invisible format characters.
fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}
