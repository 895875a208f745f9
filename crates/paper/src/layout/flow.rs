//! A column into which lines, rules, frames and barcodes are set one under another.

use super::{balance, wrap};
use crate::PaperError;
use crate::barcode::Barcode;
use crate::display_list::{Item, Weight};
use crate::fonts::{Face, printable};

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Height of the em square in dots.
    pub size: i32,
    /// Thickness of the letters.
    pub weight: Weight,
}

impl Style {
    /// Running text.
    #[must_use]
    pub fn regular(size: i32) -> Self {
        Self {
            size,
            weight: Weight::Regular,
        }
    }

    /// Heads and what must be found at once.
    #[must_use]
    pub fn bold(size: i32) -> Self {
        Self {
            size,
            weight: Weight::Bold,
        }
    }

    /// From one base line to the next: 1.25 of the size.
    #[must_use]
    pub fn leading(self) -> i32 {
        (self.size * 5 + 3) / 4
    }

    /// From the top of a line to its base line: room for Ё and Й with their marks.
    #[must_use]
    pub fn ascent(self) -> i32 {
        self.size * 97 / 100
    }
}

/// Where a line stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
}

/// A column being filled from above.
#[derive(Debug)]
pub struct Flow {
    /// What has been set.
    pub items: Vec<Item>,
    /// Left edge in dots.
    pub left: i32,
    /// Width in dots.
    pub width: i32,
    /// Where the next thing begins.
    pub y: i32,
}

impl Flow {
    /// An empty column.
    #[must_use]
    pub fn new(left: i32, width: i32, top: i32) -> Self {
        Self {
            items: Vec::new(),
            left,
            width,
            y: top,
        }
    }

    /// Leaves room.
    pub fn gap(&mut self, dots: i32) {
        self.y += dots;
    }

    /// Sets a text over as many lines as it needs; centred, over lines of even length.
    ///
    /// # Errors
    /// [`PaperError::Font`] if a shipped font is damaged.
    pub fn text(&mut self, text: &str, style: Style, align: Align) -> Result<(), PaperError> {
        let lines = match align {
            Align::Centre => balance(text, style, self.width)?,
            Align::Left | Align::Right => wrap(text, style, self.width, None)?,
        };
        for line in lines {
            self.line(line, style, align)?;
        }
        Ok(())
    }

    /// Sets a text over at most so many lines; what is cut ends with «…».
    ///
    /// # Errors
    /// [`PaperError::Font`] if a shipped font is damaged.
    pub fn text_at_most(&mut self, lines: usize, text: &str, style: Style, align: Align) -> Result<(), PaperError> {
        if wrap(text, style, self.width, None)?.len() <= lines {
            return self.text(text, style, align);
        }
        for line in wrap(text, style, self.width, Some(lines))? {
            self.line(line, style, align)?;
        }
        Ok(())
    }

    /// Sets one line as it is, without breaking it.
    ///
    /// # Errors
    /// [`PaperError::Font`] if a shipped font is damaged.
    pub fn line(&mut self, text: String, style: Style, align: Align) -> Result<(), PaperError> {
        let text = printable(&text);
        let free = self.width - Face::of(style.weight)?.width(&text, style.size);
        let indent = match align {
            Align::Left => 0,
            Align::Centre => free / 2,
            Align::Right => free,
        };
        let baseline = self.y + style.ascent();
        self.items.push(Item::Text {
            x: self.left + indent,
            baseline,
            size: style.size,
            weight: style.weight,
            text,
        });
        self.y += style.leading();
        Ok(())
    }

    /// Draws a line across the column.
    pub fn rule(&mut self, thickness: i32) {
        self.items.push(Item::Rect {
            x: self.left,
            y: self.y,
            width: self.width,
            height: thickness,
        });
        self.y += thickness;
    }

    /// Draws the four sides of a frame across the column, from `top` to where the column stands now.
    pub fn frame_from(&mut self, top: i32, thickness: i32) {
        let (x, width, height) = (self.left, self.width, self.y - top);
        self.items.extend([
            Item::Rect {
                x,
                y: top,
                width,
                height: thickness,
            },
            Item::Rect {
                x,
                y: self.y - thickness,
                width,
                height: thickness,
            },
            Item::Rect {
                x,
                y: top + thickness,
                width: thickness,
                height: height - 2 * thickness,
            },
            Item::Rect {
                x: x + width - thickness,
                y: top + thickness,
                width: thickness,
                height: height - 2 * thickness,
            },
        ]);
    }

    /// Sets a barcode in the middle, its quiet zones within the column.
    ///
    /// # Errors
    /// [`PaperError::BarcodeWidth`] if it does not fit with modules of `narrowest` dots.
    pub fn barcode(&mut self, code: &Barcode, height: i32, narrowest: i32, widest: i32) -> Result<(), PaperError> {
        let module = code.module_width(self.width, narrowest, widest)?;
        let left = self.left + (self.width - module * code.modules()) / 2;
        self.items.extend(code.bars(left, self.y, module, height));
        self.y += height;
        Ok(())
    }
}
