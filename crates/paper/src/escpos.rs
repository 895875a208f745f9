//! ESC/POS bytes for thermal printers: the picture as `GS v 0`, then feed and cut.
//!
//! No text is ever sent as characters: no code page in the field prints all Kazakh letters.

use crate::raster::Bitmap;

/// Rows in one `GS v 0`: printers with small buffers stop in the middle of taller pictures.
pub const BAND: usize = 128;

/// What happens after the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Feed past the tear bar; the person tears.
    Feed,
    /// Feed to the knife and cut, leaving a bridge so that the receipt does not fall.
    PartialCut,
}

/// The bytes that print a picture: reset, bands of `GS v 0` in normal size, the ending.
#[must_use]
pub fn to_escpos(bitmap: &Bitmap, ending: Ending) -> Vec<u8> {
    let stride = bitmap.stride();
    let mut out = vec![0x1b, b'@'];
    for band in bitmap.bytes().chunks(BAND * stride) {
        out.extend([0x1d, b'v', b'0', 0]);
        out.extend(little_endian(stride));
        out.extend(little_endian(band.len() / stride));
        out.extend_from_slice(band);
    }
    match ending {
        // ESC d: feed four lines.
        Ending::Feed => out.extend([0x1b, b'd', 4]),
        // GS V 66 0: feed to the cutting place and cut partially.
        Ending::PartialCut => out.extend([0x1d, b'V', 66, 0]),
    }
    out
}

/// A count as the two bytes the command takes, low byte first. Pictures are far below 65,536 dots in either direction per band.
fn little_endian(count: usize) -> [u8; 2] {
    u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes()
}

/// The pictures in the bytes of a printer's port, one for each job, in order: what [`to_escpos`] sends, read back.
///
/// Jobs without a picture are passed over, and so is a picture that breaks off.
#[must_use]
pub fn pictures(bytes: &[u8]) -> Vec<Bitmap> {
    let mut jobs: Vec<(usize, Vec<u8>)> = Vec::new();
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        match rest {
            [0x1b, b'@', ..] => {
                jobs.push((0, Vec::new()));
                at += 2;
            }
            [0x1d, b'v', b'0', _, w0, w1, h0, h1, rows @ ..] => {
                let stride = usize::from(u16::from_le_bytes([*w0, *w1]));
                let length = stride * usize::from(u16::from_le_bytes([*h0, *h1]));
                if let Some((known, job)) = jobs.last_mut() {
                    let band = rows.get(..length);
                    *known = band.map_or(0, |_| stride);
                    job.extend_from_slice(band.unwrap_or_default());
                }
                at += 8 + length;
            }
            _ => at += 1,
        }
    }
    jobs.iter()
        .filter_map(|(stride, rows)| Bitmap::of_rows(*stride, rows).ok())
        .collect()
}
