//! TD1: ID cards, three lines of 30 characters.

use super::fields::Fields;
use super::zone::Format;

/// The fields of the three lines.
///
/// On Kazakh cards the IIN stands at the beginning of the first optional field, positions 16–27 of line 1.
pub(super) fn fields<'a>([one, two, three]: [&'a str; 3]) -> Fields<'a> {
    Fields {
        format: Format::Td1,
        document_code: &one[..2],
        issuer: &one[2..5],
        number: &one[5..14],
        number_check: &one[14..15],
        optional: &one[15..30],
        optional_check: None,
        birth: &two[..6],
        birth_check: &two[6..7],
        sex: &two[7..8],
        expiry: &two[8..14],
        expiry_check: &two[14..15],
        nationality: &two[15..18],
        composite: [&one[5..30], &two[..7], &two[8..15], &two[18..29]].concat(),
        composite_check: &two[29..],
        name: three,
    }
}
