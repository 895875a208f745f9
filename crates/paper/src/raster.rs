//! The raster back end: draws a page into one bit per dot, as thermal heads burn it.
//!
//! Glyphs are hinted for exactly this (stems on whole dots) and thresholded at half coverage; there is no grey and no dithering,
//! which would blur letters and bars alike.

use std::collections::HashMap;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{HintingInstance, HintingOptions, OutlinePen, Target};
use skrifa::{GlyphId, MetadataProvider};
use tiny_skia::{FillRule, Mask, PathBuilder, Transform};

use crate::PaperError;
use crate::display_list::{Item, Page, Resolution, Sheet, Weight};
use crate::fonts::{Face, UNITS_PER_EM};

/// A picture of one bit per dot: rows from above, each padded to whole bytes, the leftmost dot in the highest bit, 1 is black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: i32,
    height: i32,
    stride: usize,
    bits: Vec<u8>,
}

impl Bitmap {
    /// A white picture.
    ///
    /// # Errors
    /// [`PaperError::PageSize`] if it would have no area or more than 2²⁷ dots.
    pub fn new(width: i32, height: i32) -> Result<Self, PaperError> {
        let wrong = PaperError::PageSize { width, height };
        let (Ok(w), Ok(h)) = (usize::try_from(width), usize::try_from(height)) else {
            return Err(wrong);
        };
        if w == 0 || h == 0 || w.saturating_mul(h) > 1 << 27 {
            return Err(wrong);
        }
        let stride = w.div_ceil(8);
        Ok(Self {
            width,
            height,
            stride,
            bits: vec![0; stride * h],
        })
    }

    /// Width in dots.
    #[must_use]
    pub fn width(&self) -> i32 {
        self.width
    }

    /// Height in dots.
    #[must_use]
    pub fn height(&self) -> i32 {
        self.height
    }

    /// Bytes of one row.
    #[must_use]
    pub fn stride(&self) -> usize {
        self.stride
    }

    /// All rows, one after another.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bits
    }

    /// Whether a dot is black; outside the picture everything is white.
    #[must_use]
    pub fn black(&self, x: i32, y: i32) -> bool {
        self.place(x, y).is_some_and(|(byte, bit)| self.bits[byte] & bit != 0)
    }

    /// A picture from its rows as they go to a printer: `stride` bytes each, the last row whole.
    ///
    /// # Errors
    /// [`PaperError::PageSize`] if there are no rows, or one is not whole.
    pub fn of_rows(stride: usize, rows: &[u8]) -> Result<Self, PaperError> {
        let whole = stride > 0 && rows.len().is_multiple_of(stride);
        let size = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        let (width, height) = (
            size(stride.saturating_mul(8)),
            size(rows.len().checked_div(stride).unwrap_or(0)),
        );
        if !whole {
            return Err(PaperError::PageSize { width, height });
        }
        let mut bitmap = Self::new(width, height)?;
        bitmap.bits.copy_from_slice(rows);
        Ok(bitmap)
    }

    /// The picture as a sheet that any back end draws dot for dot: one rectangle for each stretch of black, as tall as it stays the same.
    #[must_use]
    pub fn to_sheet(&self, resolution: Resolution) -> Sheet {
        let mut items = Vec::new();
        let mut above: HashMap<(i32, i32), i32> = HashMap::new();
        for y in 0..=self.height {
            let here = self.stretches(y);
            let ended = above.iter().filter(|(stretch, _)| !here.contains(stretch));
            let mut ended: Vec<_> = ended.map(|((x, width), top)| (*top, *x, *width)).collect();
            // The order of a hash is another one every time, and equal pictures make equal sheets.
            ended.sort_unstable();
            items.extend(ended.into_iter().map(|(top, x, width)| Item::Rect {
                x,
                y: top,
                width,
                height: y - top,
            }));
            above = here
                .into_iter()
                .map(|stretch| (stretch, above.get(&stretch).copied().unwrap_or(y)))
                .collect();
        }
        Sheet {
            resolution,
            pages: vec![Page {
                width: self.width,
                height: self.height,
                items,
            }],
        }
    }

    /// Where black begins in a row, and how far it goes; below the picture nothing is black.
    fn stretches(&self, y: i32) -> Vec<(i32, i32)> {
        let (mut found, mut begun) = (Vec::new(), None);
        for x in 0..=self.width {
            match (self.black(x, y), begun) {
                (true, None) => begun = Some(x),
                (false, Some(from)) => {
                    found.push((from, x - from));
                    begun = None;
                }
                _ => {}
            }
        }
        found
    }

    fn blacken(&mut self, x: i32, y: i32) {
        if let Some((byte, bit)) = self.place(x, y) {
            self.bits[byte] |= bit;
        }
    }

    fn place(&self, x: i32, y: i32) -> Option<(usize, u8)> {
        if x >= self.width || y >= self.height {
            return None;
        }
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        Some((y * self.stride + x / 8, 0x80 >> (x % 8)))
    }

    /// The picture as a PNG of one bit per dot, for preview and tests.
    ///
    /// # Errors
    /// [`PaperError::Png`] if the encoder fails.
    pub fn to_png(&self) -> Result<Vec<u8>, PaperError> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width.unsigned_abs(), self.height.unsigned_abs());
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header().map_err(PaperError::Png)?;
        let white_is_one: Vec<u8> = self.bits.iter().map(|byte| !byte).collect();
        writer.write_image_data(&white_is_one).map_err(PaperError::Png)?;
        writer.finish().map_err(PaperError::Png)?;
        Ok(out)
    }
}

/// Draws a page.
///
/// # Errors
/// [`PaperError::Font`] if a shipped font is damaged, [`PaperError::PageSize`] if the page cannot be drawn.
pub fn to_raster(page: &Page) -> Result<Bitmap, PaperError> {
    let mut bitmap = Bitmap::new(page.width, page.height)?;
    let mut letters = Letters::default();
    for item in &page.items {
        match item {
            Item::Rect { x, y, width, height } => {
                for row in *y..y + height {
                    for column in *x..x + width {
                        bitmap.blacken(column, row);
                    }
                }
            }
            Item::Text {
                x,
                baseline,
                size,
                weight,
                text,
            } => {
                let face = Face::of(*weight)?;
                let mut pen = 0;
                for c in text.chars() {
                    let glyph = face.glyph(c);
                    let left = x + (pen * size + UNITS_PER_EM / 2) / UNITS_PER_EM;
                    for &(dx, dy) in letters.dots(face, *weight, *size, glyph.id)? {
                        bitmap.blacken(left + dx, baseline + dy);
                    }
                    pen += glyph.advance;
                }
            }
        }
    }
    Ok(bitmap)
}

/// The black dots of each glyph met so far, relative to its origin on the base line.
#[derive(Default)]
struct Letters {
    hinting: HashMap<(Weight, i32), HintingInstance>,
    dots: HashMap<(Weight, i32, u16), Vec<(i32, i32)>>,
}

impl Letters {
    fn dots(&mut self, face: &Face, weight: Weight, size: i32, id: u16) -> Result<&[(i32, i32)], PaperError> {
        if !self.dots.contains_key(&(weight, size, id)) {
            let dots = self.burn(face, weight, size, id).ok_or(PaperError::Font("outline"))?;
            self.dots.insert((weight, size, id), dots);
        }
        Ok(self.dots.get(&(weight, size, id)).map_or(&[], Vec::as_slice))
    }

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "glyphs are small: dots fit f32 and back"
    )]
    fn burn(&mut self, face: &Face, weight: Weight, size: i32, id: u16) -> Option<Vec<(i32, i32)>> {
        let outlines = face.font.outline_glyphs();
        let hinting = match self.hinting.entry((weight, size)) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(new) => {
                let options = HintingOptions::from(Target::Mono);
                let size = Size::new(size as f32);
                new.insert(HintingInstance::new(&outlines, size, LocationRef::default(), options).ok()?)
            }
        };
        let mut pen = Pen(PathBuilder::new());
        outlines.get(GlyphId::from(id))?.draw(&*hinting, &mut pen).ok()?;
        let Some(path) = pen.0.finish() else {
            return Some(Vec::new());
        };
        let bounds = path.bounds();
        let (left, top) = (bounds.left().floor() as i32 - 1, bounds.top().floor() as i32 - 1);
        let width = (bounds.right().ceil() as i32 + 1 - left).unsigned_abs();
        let height = (bounds.bottom().ceil() as i32 + 1 - top).unsigned_abs();
        let mut mask = Mask::new(width, height)?;
        mask.fill_path(
            &path,
            FillRule::Winding,
            true,
            Transform::from_translate(-left as f32, -top as f32),
        );
        let covered = mask.data().iter().zip(0..).filter(|(coverage, _)| **coverage >= 128);
        Some(
            covered
                .map(|(_, at): (_, u32)| (left + (at % width) as i32, top + (at / width) as i32))
                .collect(),
        )
    }
}

/// Takes an outline over, turning it so that y grows downwards.
struct Pen(PathBuilder);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, -y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, -y);
    }
    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.quad_to(cx0, -cy0, x, -y);
    }
    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.cubic_to(cx0, -cy0, cx1, -cy1, x, -y);
    }
    fn close(&mut self) {
        self.0.close();
    }
}
