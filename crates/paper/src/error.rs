//! What can go wrong on the way to paper. No variant carries a person's data: a log may show any of them.

use crate::words::WordsError;

/// Why a sheet could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A word of the sheet is missing in the locale files.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// A barcode was asked for something else than an even number of decimal digits.
    #[error("a barcode takes an even number of decimal digits, at least two")]
    BarcodeDigits,
    /// The bars with their quiet zones are wider than the place for them.
    #[error("a barcode of {modules} modules does not fit into {width} dots")]
    BarcodeWidth {
        /// Modules with both quiet zones.
        modules: i32,
        /// Dots there are.
        width: i32,
    },
    /// A font shipped with the program cannot be read.
    #[error("the shipped font {0} cannot be read")]
    Font(&'static str),
    /// A page has no area or more dots than the raster takes.
    #[error("a page of {width} by {height} dots cannot be drawn")]
    PageSize {
        /// Width in dots.
        width: i32,
        /// Height in dots.
        height: i32,
    },
    /// The time given for the document cannot stand in a PDF.
    #[error("the time of creation cannot stand in a PDF")]
    CreationTime,
    /// The PDF could not be completed.
    #[error("the PDF could not be completed: {0}")]
    Pdf(String),
    /// The PNG could not be written.
    #[error("the picture could not be written")]
    Png(#[source] png::EncodingError),
}
