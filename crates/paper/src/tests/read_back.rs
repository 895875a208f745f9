//! Sheets read back with other people's programs: zbarimg, rxing, pdftotext, pdftoppm, pdffonts. Everything goes through pipes;
//! nothing is left on the disk.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use std::process::{Command, Stdio};

use rxing::common::HybridBinarizer;
use rxing::oned::Code128Reader;
use rxing::{BinaryBitmap, Luma8LuminanceSource, Reader as _};

use crate::raster::Bitmap;

/// Runs a tool on some bytes and gives back what it printed.
fn tool(name: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{name} must be installed: {error}"));
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // Written from a thread of its own: a tool may print before it has read everything.
    let writer = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().expect("the tool ends");
    assert!(writer.join().expect("the writer ends"), "{name} did not read its input");
    output.stdout
}

/// Every Code 128 on a picture, as zbar reads it. zbar exits 4 where it finds none: then there are none.
pub fn zbar(png: &[u8]) -> BTreeSet<String> {
    let text = tool(
        "zbarimg",
        &["-q", "--raw", "-Sdisable", "-Scode128.enable", "png:-"],
        png,
    );
    String::from_utf8(text)
        .expect("digits")
        .lines()
        .map(str::to_owned)
        .collect()
}

/// The Code 128 of a picture, as rxing reads it.
pub fn rxing(width: i32, height: i32, grey: Vec<u8>) -> Option<String> {
    let source = Luma8LuminanceSource::new(grey, width.unsigned_abs(), height.unsigned_abs()).ok()?;
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    Some(Code128Reader.decode(&mut bitmap).ok()?.getText().to_owned())
}

/// A bitmap as one byte of grey per dot.
pub fn grey(bitmap: &Bitmap) -> Vec<u8> {
    let dots = (0..bitmap.height()).flat_map(|y| (0..bitmap.width()).map(move |x| (x, y)));
    dots.map(|(x, y)| if bitmap.black(x, y) { 0 } else { 255 }).collect()
}

/// One page of a PDF as a PNG of so many dots per inch.
pub fn page_png(pdf: &[u8], page: usize, dots_per_inch: &str) -> Vec<u8> {
    let page = page.to_string();
    tool(
        "pdftoppm",
        &["-png", "-gray", "-r", dots_per_inch, "-f", &page, "-l", &page, "-"],
        pdf,
    )
}

/// A PNG of eight bits as width, height and one byte of grey per dot.
pub fn png_grey(png: &[u8]) -> (i32, i32, Vec<u8>) {
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut bytes).expect("a picture");
    assert_eq!(info.bit_depth, png::BitDepth::Eight);
    // Grey written as colour has three equal channels: the first is enough.
    let grey = bytes.into_iter().step_by(info.color_type.samples()).collect();
    let side = |length: u32| i32::try_from(length).expect("a small picture");
    (side(info.width), side(info.height), grey)
}

/// The text of every page of a PDF.
pub fn pages_text(pdf: &[u8]) -> Vec<String> {
    let text = String::from_utf8(tool("pdftotext", &["-layout", "-", "-"], pdf)).expect("UTF-8");
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop_if(|last| last.trim().is_empty());
    pages
}

/// The table `pdffonts` prints.
pub fn fonts(pdf: &[u8]) -> String {
    String::from_utf8(tool("pdffonts", &["-"], pdf)).expect("UTF-8")
}
