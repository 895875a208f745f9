//! Code 128, character set C: two decimal digits per symbol, drawn as rectangles a whole number of dots wide.
//!
//! Other sets and other symbologies are not offered: every code this program prints is an even row of digits.

use barcoders::sym::code128::Code128;

use crate::PaperError;
use crate::display_list::Item;

/// White modules that must stand at either side (ISO/IEC 15417: ten).
pub const QUIET_MODULES: i32 = 10;

/// An even number of decimal digits: all that set C can say.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Digits(String);

impl Digits {
    /// Takes digits as they are: no spaces, no other characters.
    ///
    /// # Errors
    /// [`PaperError::BarcodeDigits`] if they are none, an odd number, or not digits `0`–`9`.
    pub fn new(digits: &str) -> Result<Self, PaperError> {
        let even = !digits.is_empty() && digits.len().is_multiple_of(2);
        if even && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(digits.to_owned()))
        } else {
            Err(PaperError::BarcodeDigits)
        }
    }

    /// The digits without separators.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits in groups, separated by spaces only: `&[2, 4, 2, 5, 1]` writes `26 0512 01 00123 8`. What the groups do not
    /// cover follows as one more group.
    #[must_use]
    pub fn grouped(&self, groups: &[usize]) -> String {
        let mut parts = Vec::new();
        let mut rest = self.0.as_str();
        for &length in groups {
            let (group, after) = rest.split_at(length.min(rest.len()));
            parts.push(group);
            rest = after;
        }
        parts.push(rest);
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }
}

/// A barcode as light and dark modules, without its quiet zones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barcode {
    modules: Vec<bool>,
}

impl Barcode {
    /// Encodes the digits in set C.
    ///
    /// # Errors
    /// [`PaperError::BarcodeDigits`] if the encoder refuses them, which valid [`Digits`] never cause.
    pub fn new(digits: &Digits) -> Result<Self, PaperError> {
        // Ć is the encoder's sign for character set C.
        let code = Code128::new(format!("\u{106}{}", digits.as_str())).map_err(|_| PaperError::BarcodeDigits)?;
        Ok(Self {
            modules: code.encode().into_iter().map(|module| module == 1).collect(),
        })
    }

    /// Modules with both quiet zones: 11 for each pair of digits, 35 for start, check and stop, 20 white ones.
    #[must_use]
    pub fn modules(&self) -> i32 {
        i32::try_from(self.modules.len())
            .unwrap_or(i32::MAX)
            .saturating_add(2 * QUIET_MODULES)
    }

    /// Width of a module in dots: as wide as fits, at most `widest`.
    ///
    /// # Errors
    /// [`PaperError::BarcodeWidth`] if not even modules of `narrowest` dots fit: narrower bars would not be read.
    pub fn module_width(&self, width: i32, narrowest: i32, widest: i32) -> Result<i32, PaperError> {
        let fits = (width / self.modules()).min(widest);
        if fits < narrowest {
            Err(PaperError::BarcodeWidth {
                modules: self.modules(),
                width,
            })
        } else {
            Ok(fits)
        }
    }

    /// The bars as rectangles. `left` is where the left quiet zone begins; neighbouring dark modules are one rectangle.
    pub fn bars(&self, left: i32, top: i32, module: i32, height: i32) -> impl Iterator<Item = Item> + '_ {
        let mut x = left + QUIET_MODULES * module;
        self.modules.chunk_by(|a, b| a == b).filter_map(move |run| {
            let width = i32::try_from(run.len()).unwrap_or(i32::MAX) * module;
            let bar = run[0].then_some(Item::Rect {
                x,
                y: top,
                width,
                height,
            });
            x += width;
            bar
        })
    }
}
