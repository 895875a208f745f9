//! What is odd about a zone on the day it is read: never a refusal.

use super::zone::Zone;
use chrono::NaiveDate;

use super::date::ZoneDate;

/// What staff should look at in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ZoneWarning {
    /// The IIN suggests the other sex.
    IinSex,
    /// The first six digits of the IIN are another day.
    IinBirth,
    /// The seventh digit of the IIN names another century, or none.
    IinCentury,
    /// The document has expired.
    Expired,
    /// The name fills its field and may be cut.
    NameMayBeCut,
}

impl ZoneWarning {
    /// The stable code, for words and scripts.
    pub const fn code(self) -> &'static str {
        match self {
            ZoneWarning::IinSex => "iin_sex",
            ZoneWarning::IinBirth => "iin_birth",
            ZoneWarning::IinCentury => "iin_century",
            ZoneWarning::Expired => "expired",
            ZoneWarning::NameMayBeCut => "name_may_be_cut",
        }
    }
}

impl Zone {
    /// What is odd about the zone if it is read on `today`. The digits of an IIN need not agree with the document
    /// (Government Resolution № 853 of 26 August 2013): the document wins.
    pub fn warnings(&self, today: NaiveDate) -> Vec<ZoneWarning> {
        [
            (self.sex_differs(), ZoneWarning::IinSex),
            (self.birth_differs(), ZoneWarning::IinBirth),
            (self.century_differs(today), ZoneWarning::IinCentury),
            (
                self.expiry.as_expiry(today).is_some_and(|expires| expires < today),
                ZoneWarning::Expired,
            ),
            (self.name_may_be_cut, ZoneWarning::NameMayBeCut),
        ]
        .into_iter()
        .filter_map(|(odd, warning)| odd.then_some(warning))
        .collect()
    }

    fn sex_differs(&self) -> bool {
        match (self.iin.and_then(|iin| iin.sex_hint()), self.sex) {
            (Some(hint), Some(stated)) => hint != stated,
            _ => false,
        }
    }

    fn birth_differs(&self) -> bool {
        match (self.iin, self.birth) {
            (Some(iin), ZoneDate::Stated { year, month, day }) => {
                !iin.as_str().starts_with(&format!("{year:02}{month:02}{day:02}"))
            }
            _ => false,
        }
    }

    fn century_differs(&self, today: NaiveDate) -> bool {
        use chrono::Datelike;
        match (self.iin, self.birth.as_birth(today)) {
            (Some(iin), Some(born)) => iin.century() != Some(born.year().div_euclid(100) * 100),
            _ => false,
        }
    }
}
