//! The fields of a zone by their place, and how each is judged.

use super::check_digit::agrees;
use super::date::ZoneDate;
use super::name;
use super::zone::{Format, Zone, ZoneError};
use crate::iin::{Iin, Sex};

/// The issuing state whose documents carry an IIN.
const KAZAKHSTAN: &str = "KAZ";

/// The fields of a zone by their place, before they are judged.
pub(super) struct Fields<'a> {
    pub format: Format,
    pub document_code: &'a str,
    pub issuer: &'a str,
    pub number: &'a str,
    pub number_check: &'a str,
    pub optional: &'a str,
    pub optional_check: Option<&'a str>,
    pub birth: &'a str,
    pub birth_check: &'a str,
    pub sex: &'a str,
    pub expiry: &'a str,
    pub expiry_check: &'a str,
    pub nationality: &'a str,
    pub composite: String,
    pub composite_check: &'a str,
    pub name: &'a str,
}

impl Fields<'_> {
    /// The zone with everything that is wrong in it.
    pub(super) fn judge(&self) -> Zone {
        let number = self.long_number();
        let name = name::read(self.name);
        let (iin, iin_error) = self.iin();
        let birth = ZoneDate::read(self.birth);
        let expiry = ZoneDate::read(self.expiry);
        let errors = [
            (!self.document_code_fits(), ZoneError::DocumentCode),
            (!is_state(self.issuer), ZoneError::Issuer),
            (self.number.starts_with('<'), ZoneError::Number),
            (!number.agrees, ZoneError::NumberCheck),
            (birth.is_none(), ZoneError::Birth),
            (!agrees(self.birth, self.birth_check), ZoneError::BirthCheck),
            (!matches!(self.sex, "M" | "F" | "<"), ZoneError::Sex),
            (expiry.is_none(), ZoneError::Expiry),
            (!agrees(self.expiry, self.expiry_check), ZoneError::ExpiryCheck),
            (!is_state(self.nationality), ZoneError::Nationality),
            (!self.optional_agrees(), ZoneError::PersonalNumberCheck),
            (iin_error, ZoneError::Iin),
            (
                !agrees(&self.composite, self.composite_check),
                ZoneError::CompositeCheck,
            ),
            (name.is_none(), ZoneError::Name),
        ];
        let (surname, given) = name.unwrap_or_default();
        Zone {
            format: self.format,
            document_code: trimmed(self.document_code),
            issuer: trimmed(self.issuer),
            number: number.text,
            nationality: trimmed(self.nationality),
            birth: birth.unwrap_or(ZoneDate::Unknown),
            sex: match self.sex {
                "M" => Some(Sex::Male),
                "F" => Some(Sex::Female),
                _ => None,
            },
            expiry: expiry.unwrap_or(ZoneDate::Unknown),
            iin,
            surname,
            given,
            name_may_be_cut: name::may_be_cut(self.name),
            errors: errors
                .into_iter()
                .filter_map(|(wrong, error)| wrong.then_some(error))
                .collect(),
        }
    }

    fn document_code_fits(&self) -> bool {
        match self.format {
            Format::Td1 => self.document_code.starts_with(['I', 'A', 'C']),
            Format::Td3 => self.document_code.starts_with('P'),
        }
    }

    /// The number; on a card one longer than nine characters goes on in the optional field and has its check digit and a
    /// filler there (Doc 9303 part 5, note j). Not on Kazakh cards, where that field holds the IIN, and not in passports.
    fn long_number(&self) -> Number {
        let rest = match (self.format, self.issuer, self.optional.split_once('<')) {
            (Format::Td1, issuer, Some((rest, _))) if issuer != KAZAKHSTAN => rest,
            _ => "",
        };
        match (self.number_check, rest.len().checked_sub(1)) {
            ("<", Some(last)) if last > 0 && !self.number.contains('<') => {
                let text = format!("{}{}", self.number, &rest[..last]);
                let agrees = agrees(&text, &rest[last..]);
                Number { text, agrees }
            }
            _ => Number {
                text: trimmed(self.number),
                agrees: agrees(self.number, self.number_check),
            },
        }
    }

    /// An empty personal number may have `<` or 0 as its check digit.
    fn optional_agrees(&self) -> bool {
        match self.optional_check {
            None => true,
            Some("<") => self.optional.bytes().all(|byte| byte == b'<'),
            Some(printed) => agrees(self.optional, printed),
        }
    }

    /// The IIN of a Kazakh document, and whether its field holds digits that are none.
    fn iin(&self) -> (Option<Iin>, bool) {
        let digits = &self.optional[..12];
        if self.issuer != KAZAKHSTAN || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return (None, false);
        }
        match digits.parse() {
            Ok(iin) => (Some(iin), false),
            Err(_) => (None, true),
        }
    }
}

struct Number {
    text: String,
    agrees: bool,
}

/// One to three letters from the left, then fillers.
fn is_state(field: &str) -> bool {
    let code = field.trim_end_matches('<');
    !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn trimmed(field: &str) -> String {
    field.trim_end_matches('<').to_owned()
}
