use qabyldau_domain::language::Language;

use super::samples;
use crate::escpos::{BAND, Ending, pictures, to_escpos};
use crate::raster::to_raster;
use crate::receipt::Roll;

/// What a printer makes of the bytes: dots per row in bytes, all rows, and what follows the picture.
fn printed(mut bytes: &[u8]) -> (usize, Vec<u8>, Vec<u8>) {
    bytes = bytes.strip_prefix(&[0x1b, b'@']).expect("reset first");
    let (mut stride, mut rows) = (0, Vec::new());
    while let Some(rest) = bytes.strip_prefix(&[0x1d, b'v', b'0', 0]) {
        stride = usize::from(u16::from_le_bytes([rest[0], rest[1]]));
        let height = usize::from(u16::from_le_bytes([rest[2], rest[3]]));
        assert!(height <= BAND, "a band of {height} rows");
        let (band, after) = rest[4..].split_at(stride * height);
        rows.extend_from_slice(band);
        bytes = after;
    }
    (stride, rows, bytes.to_vec())
}

#[test]
fn the_printer_gets_exactly_the_picture_then_the_ending() {
    for (roll, stride) in [(Roll::Mm58, 48), (Roll::Mm80, 72)] {
        let sheet = samples::receipt(Language::Kk).lay_out(roll).unwrap();
        let picture = to_raster(&sheet.pages[0]).unwrap();
        for (ending, bytes) in [
            (Ending::Feed, vec![0x1b, b'd', 4]),
            (Ending::PartialCut, vec![0x1d, b'V', 66, 0]),
        ] {
            assert_eq!(
                printed(&to_escpos(&picture, ending)),
                (stride, picture.bytes().to_vec(), bytes)
            );
        }
    }
}

#[test]
fn what_went_to_a_port_is_read_back_job_by_job_and_a_broken_picture_is_not() {
    let picture = |roll| {
        let sheet = samples::receipt(Language::Kk).lay_out(roll).unwrap();
        to_raster(&sheet.pages[0]).unwrap()
    };
    let (narrow, wide) = (picture(Roll::Mm58), picture(Roll::Mm80));
    let mut port = to_escpos(&narrow, Ending::Feed);
    port.extend(to_escpos(&wide, Ending::PartialCut));
    assert_eq!(pictures(&port), [narrow.clone(), wide.clone()]);
    port.truncate(port.len() - wide.stride() - 100);
    assert_eq!(pictures(&port), [narrow]);
    assert!(pictures(b"\x1b@no picture").is_empty());
}
