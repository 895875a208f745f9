//! What stands on a sheet: texts and black rectangles, in the dots of the printer it was laid out for.
//!
//! The list is final: places are whole dots, lines are broken, nothing is measured again by a back end. It knows no colours and no
//! pictures, because no printer of a branch needs them.

/// How large a dot is on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution {
    /// Thermal printers: 8 dots per millimetre (203.2 per inch).
    Thermal,
    /// Office printers: 300 dots per inch, a whole part of their 600 or 1200.
    Office,
}

impl Resolution {
    /// Length of one dot in PDF points (1/72 inch).
    #[must_use]
    pub fn points_per_dot(self) -> f32 {
        match self {
            Self::Thermal => 72.0 / 203.2,
            Self::Office => 72.0 / 300.0,
        }
    }

    /// The nearest whole number of dots to a length in tenths of a millimetre.
    #[must_use]
    pub fn dots(self, tenths_of_mm: i32) -> i32 {
        match self {
            Self::Thermal => (tenths_of_mm * 8 + 5) / 10,
            Self::Office => (tenths_of_mm * 300 + 127) / 254,
        }
    }
}

/// Thickness of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Heads and what must be found at once.
    Bold,
}

/// One thing drawn. The origin is the upper left corner of the page, y grows downwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// One line of text, never broken further.
    Text {
        /// Left end of the line in dots.
        x: i32,
        /// Base line in dots.
        baseline: i32,
        /// Height of the em square in dots.
        size: i32,
        /// Thickness of the letters.
        weight: Weight,
        /// What is written, already cleaned by [`crate::fonts::printable`].
        text: String,
    },
    /// A filled black rectangle: a bar of a barcode, a rule, the side of a frame.
    Rect {
        /// Left edge in dots.
        x: i32,
        /// Upper edge in dots.
        y: i32,
        /// Width in dots, above zero.
        width: i32,
        /// Height in dots, above zero.
        height: i32,
    },
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Width in dots.
    pub width: i32,
    /// Height in dots.
    pub height: i32,
    /// What stands on it, in drawing order.
    pub items: Vec<Item>,
}

/// A whole document, ready for any back end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// How large the dots are.
    pub resolution: Resolution,
    /// Its pages, at least one.
    pub pages: Vec<Page>,
}
