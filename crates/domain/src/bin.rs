//! The business identification number (БСН / БИН) of a legal entity: twelve digits, the same arithmetic as the IIN.
//!
//! A personal entrepreneur has no BIN and uses the IIN. Invariant: a value of [`Bin`] has the right control digit.

use crate::text_form::text_form;
use crate::twelve_digits;
use std::fmt;
use std::str::FromStr;

pub use crate::twelve_digits::NotANumber as BinError;

/// A business identification number with the right control digit. Public data, unlike an IIN.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bin([u8; 12]);

/// What is odd about a number that is nevertheless valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinWarning {
    /// The third and fourth digits are no month of registration.
    ImpossibleMonth,
    /// The fifth digit is not 4–6: perhaps an IIN in the wrong field.
    EntityDigit,
    /// The sixth digit is not 0–3 (head unit, branch, representative office, peasant farm).
    UnitDigit,
}

impl BinWarning {
    /// The stable code, for words and scripts.
    pub const fn code(self) -> &'static str {
        match self {
            BinWarning::ImpossibleMonth => "impossible_month",
            BinWarning::EntityDigit => "entity_digit",
            BinWarning::UnitDigit => "unit_digit",
        }
    }
}

impl Bin {
    /// All twelve digits.
    pub fn as_str(&self) -> &str {
        twelve_digits::text(&self.0)
    }

    /// What is odd about the number; empty for most.
    pub fn warnings(&self) -> Vec<BinWarning> {
        let month = (self.0[2] - b'0') * 10 + (self.0[3] - b'0');
        [
            (!(1..=12).contains(&month), BinWarning::ImpossibleMonth),
            (!(b'4'..=b'6').contains(&self.0[4]), BinWarning::EntityDigit),
            (!(b'0'..=b'3').contains(&self.0[5]), BinWarning::UnitDigit),
        ]
        .into_iter()
        .filter_map(|(odd, warning)| odd.then_some(warning))
        .collect()
    }
}

impl FromStr for Bin {
    type Err = BinError;

    fn from_str(text: &str) -> Result<Self, BinError> {
        twelve_digits::read(text).map(Bin)
    }
}

impl fmt::Display for Bin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Bin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bin({self})")
    }
}

text_form!(Bin);

#[cfg(test)]
mod tests {
    use super::*;

    /// domain.md § 2.4: public numbers, the first pass unless said.
    const HOLDERS: [(&str, &str); 17] = [
        ("160440007161", "State Corporation «Government for Citizens»"),
        ("971240001315", "bank"),
        ("940140000385", "bank"),
        ("950341000052", "branch of a bank"),
        ("070941024691", "branch of a bank"),
        ("961141000023", "branch of a bank, second pass"),
        ("020240000555", "national company"),
        ("970240000816", "national company, second pass"),
        ("941240000193", "telecommunications"),
        ("010940000162", "airline"),
        ("081140000436", "fund"),
        ("000140002217", "post"),
        ("020540003431", "railway"),
        ("000740000728", "operator"),
        ("970740000838", "grid"),
        ("930440000929", "oil"),
        ("950440001673", "published example"),
    ];

    #[test]
    fn public_numbers_are_valid_and_without_warning() {
        for (number, holder) in HOLDERS {
            let bin: Bin = number
                .parse()
                .unwrap_or_else(|error| panic!("{holder} {number}: {error}"));
            assert_eq!(bin.warnings(), [], "{holder}");
            assert_eq!(serde_json::to_string(&bin).unwrap(), format!("\"{number}\""));
        }
        assert_eq!("180440012349".parse::<Bin>().unwrap().warnings(), []);
    }

    #[test]
    fn an_iin_in_the_field_of_a_bin_passes_with_a_warning() {
        let bin: Bin = "680503100001".parse().unwrap();
        assert_eq!(bin.warnings(), [BinWarning::EntityDigit]);
    }

    #[test]
    fn what_is_no_number_is_refused_by_name() {
        for (text, error) in [
            ("16044000716", BinError::Length),
            ("160440007162", BinError::CheckDigit),
            ("16044000716Х", BinError::Digits),
            ("000000000000", BinError::AllEqual),
        ] {
            assert_eq!(text.parse::<Bin>(), Err(error), "{text}");
        }
    }
}
