//! Tests of paper. Sheets are read back by the tools a branch and an archive would use: zbar and rxing for the barcodes,
//! poppler for the text. People are invented.

mod barcodes;
mod escpos;
mod fonts;
mod layout;
mod pdfs;
mod rasters;
mod read_back;
mod receipts;
mod rosters;
mod samples;
mod words;
