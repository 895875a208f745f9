//! The lines of a zone, however a reader sent them: joined by `|`, CR or LF, or as one string of 90 or 88 characters.

/// The lines of a zone, by format.
pub(super) enum Lines<'a> {
    Td1([&'a str; 3]),
    Td3([&'a str; 2]),
}

/// Why a text is no zone at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Something other than A–Z, 0–9 and `<`.
    #[error("a character that no machine-readable zone has")]
    Characters,
    /// Neither three lines of 30 nor two of 44.
    #[error("neither three lines of 30 characters nor two of 44")]
    Shape,
}

impl Unreadable {
    /// The stable code, for words and scripts.
    pub const fn code(self) -> &'static str {
        match self {
            Unreadable::Characters => "characters",
            Unreadable::Shape => "shape",
        }
    }
}

/// Whether a text has the characters and the shape of a zone, right or wrong.
pub(crate) fn is_zone(text: &str) -> bool {
    split(text).is_ok()
}

/// Splits a text into the lines of a zone.
pub(super) fn split(text: &str) -> Result<Lines<'_>, Unreadable> {
    let lines: Vec<&str> = text
        .split(['|', '\r', '\n'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    if !lines.iter().all(|line| line.bytes().all(is_zone_character)) {
        return Err(Unreadable::Characters);
    }
    match (
        lines.as_slice(),
        lines.iter().map(|line| line.len()).collect::<Vec<_>>().as_slice(),
    ) {
        ([one, two, three], [30, 30, 30]) => Ok(Lines::Td1([one, two, three])),
        ([one, two], [44, 44]) => Ok(Lines::Td3([one, two])),
        ([whole], [90]) => Ok(Lines::Td1([&whole[..30], &whole[30..60], &whole[60..]])),
        ([whole], [88]) => Ok(Lines::Td3([&whole[..44], &whole[44..]])),
        _ => Err(Unreadable::Shape),
    }
}

fn is_zone_character(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'<'
}
