//! Paper and the words on it: receipts of the booth, rosters of the desk, barcodes, and the one source of words in both languages.
//!
//! A sheet is laid out once, into a display list of texts and rectangles in the printer's own dots ([`display_list`]); the back
//! ends ([`pdf`], [`raster`] → [`escpos`]) only draw it and decide nothing. This crate is not a printer driver: it opens no port
//! and keeps no queue. Invariant: equal input gives equal bytes, for the time on paper and in a file comes from the caller.

#![deny(missing_docs)]

pub mod barcode;
pub mod display_list;
mod error;
pub mod escpos;
pub mod fonts;
pub mod layout;
pub mod pdf;
pub mod raster;
pub mod receipt;
pub mod roster;
pub mod words;

pub use error::PaperError;

#[cfg(test)]
mod tests;
