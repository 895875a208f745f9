//! The check digit of ICAO Doc 9303: weights 7 3 1, A = 10 … Z = 35, `<` = 0, modulo 10.

/// The check digit of a field of zone characters.
pub(super) fn check_digit(field: &str) -> u8 {
    let sum: u32 = field
        .bytes()
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(byte, weight)| value(byte) * weight)
        .sum();
    b'0' + u8::try_from(sum % 10).unwrap_or_default()
}

/// Whether the digit printed behind a field is the right one.
pub(super) fn agrees(field: &str, printed: &str) -> bool {
    printed.as_bytes() == [check_digit(field)]
}

fn value(byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'Z' => u32::from(byte - b'A') + 10,
        _ => 0,
    }
}
