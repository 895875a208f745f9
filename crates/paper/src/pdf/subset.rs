//! A face cut down to the glyphs that one sheet shows, as it is put into the PDF.
//!
//! printpdf can cut faces down itself, but only by way of a whole engine for laying out HTML; what is laid out already needs none.
//! Invariant: glyph numbers are those of the cut face, given in the order of the characters' code points.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::ParsedFont;
use subsetter::GlyphRemapper;

use crate::PaperError;
use crate::display_list::{Item, Sheet, Weight};
use crate::fonts::{self, Face};

/// What a sheet uses of a face.
pub(super) struct Subset {
    weight: Weight,
    glyphs: BTreeMap<char, (u16, char)>,
    remapper: GlyphRemapper,
}

impl Subset {
    /// Looks through a sheet.
    pub(super) fn of(sheet: &Sheet, weight: Weight) -> Result<Self, PaperError> {
        let face = Face::of(weight)?;
        let mut used = BTreeSet::new();
        for item in sheet.pages.iter().flat_map(|page| &page.items) {
            match item {
                Item::Text { weight: its, text, .. } if *its == weight => used.extend(text.chars()),
                _ => {}
            }
        }
        let mut remapper = GlyphRemapper::new();
        let glyph = |c: char| {
            let shown = if face.covers(c) { c } else { char::REPLACEMENT_CHARACTER };
            (c, (remapper.remap(face.glyph(c).id), shown))
        };
        let glyphs = used.into_iter().map(glyph).collect();
        Ok(Self {
            weight,
            glyphs,
            remapper,
        })
    }

    /// The number of a character's glyph in the cut face, and the character it stands for when text is copied.
    pub(super) fn glyph(&self, c: char) -> (u16, char) {
        self.glyphs.get(&c).copied().unwrap_or((0, char::REPLACEMENT_CHARACTER))
    }

    /// The cut face.
    pub(super) fn font(&self) -> Result<ParsedFont, PaperError> {
        let damaged = || PaperError::Font(self.resource());
        let cut = subsetter::subset(fonts::bytes(self.weight), 0, &self.remapper).map_err(|_| damaged())?;
        // A cut face has no table of characters, and is told so in a warning: the characters stand beside the glyphs in the pages.
        ParsedFont::from_bytes(&cut, 0, &mut Vec::new()).ok_or_else(damaged)
    }

    /// The name among the resources, fixed so that equal sheets give equal bytes; the six letters before the plus mark a cut face
    /// (ISO 32000-1, 9.6.4) and differ between the faces.
    pub(super) const fn resource(&self) -> &'static str {
        match self.weight {
            Weight::Regular => "REGULA+NotoSans",
            Weight::Bold => "BOLDFA+NotoSans-Bold",
        }
    }
}
