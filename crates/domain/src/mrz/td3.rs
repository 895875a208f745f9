//! TD3: passports, two lines of 44 characters.

use super::fields::Fields;
use super::zone::Format;

/// The fields of the two lines.
///
/// On Kazakh passports the personal-number field (positions 29–42 of line 2) holds the IIN, or is empty.
pub(super) fn fields<'a>([one, two]: [&'a str; 2]) -> Fields<'a> {
    Fields {
        format: Format::Td3,
        document_code: &one[..2],
        issuer: &one[2..5],
        number: &two[..9],
        number_check: &two[9..10],
        optional: &two[28..42],
        optional_check: Some(&two[42..43]),
        birth: &two[13..19],
        birth_check: &two[19..20],
        sex: &two[20..21],
        expiry: &two[21..27],
        expiry_check: &two[27..28],
        nationality: &two[10..13],
        composite: [&two[..10], &two[13..20], &two[21..43]].concat(),
        composite_check: &two[43..],
        name: &one[5..],
    }
}
