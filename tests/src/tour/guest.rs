//! Who comes: two invented people of a seed, and what their documents hold.
//!
//! `TOUR_SEED` says which two; `TOUR_IIN` and `TOUR_SURNAME` replace number and surname of the first. Without them nobody can be meant: the seed's
//! people were born in the 1800s.

use qabyldau_domain::iin::{Iin, Sex};
use qabyldau_domain::language::Language;

use crate::people::{People, Person};
use crate::seed::Seed;

/// What the environment says cannot be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoGuest {
    /// The number.
    #[error("TOUR_IIN must be an IIN: twelve digits whose last one checks")]
    Iin,
    /// The surname.
    #[error("TOUR_SURNAME must be a surname in Cyrillic letters")]
    Surname,
    /// The seed.
    #[error("TOUR_SEED must be a whole number")]
    Seed,
}

/// The two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guests {
    /// What repeats them.
    pub seed: u64,
    kazakh: Guest,
    russian: Guest,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// The person.
    pub person: Person,
    /// The first name that a correction puts in place of the one typed.
    pub corrected: String,
}

impl Guests {
    /// From the environment.
    pub fn of(environment: impl Fn(&str) -> Option<String>) -> Result<Self, NoGuest> {
        let said = |name: &str| environment(name).filter(|text| !text.trim().is_empty());
        let seed = match said("TOUR_SEED") {
            Some(text) => text.trim().parse().map_err(|_| NoGuest::Seed)?,
            // Somebody else each time: a second tour through the same branch is to meet a first-time visitor again.
            None => Seed::fresh().below(1_000_000),
        };
        let iin = said("TOUR_IIN").map(|text| text.trim().parse::<Iin>());
        let iin = iin.transpose().map_err(|_| NoGuest::Iin)?;
        // The first name goes with the number.
        let mut kazakh = Guest::of_seed(seed, Language::Kk, iin.and_then(|iin| iin.sex_hint()));
        if let Some(iin) = iin {
            kazakh.person.iin = iin;
        }
        if let Some(text) = said("TOUR_SURNAME") {
            let cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter) || " -'’".contains(letter);
            let surname = text.trim();
            if !surname.chars().all(cyrillic) || surname.chars().count() > 60 {
                return Err(NoGuest::Surname);
            }
            kazakh.person.surname = surname.to_owned();
        }
        Ok(Self {
            seed,
            russian: Guest::of_seed(seed, Language::Ru, None),
            kazakh,
        })
    }

    /// The one who is served in this language.
    pub const fn of_language(&self, language: Language) -> &Guest {
        match language {
            Language::Kk => &self.kazakh,
            Language::Ru => &self.russian,
        }
    }
}

impl Guest {
    fn of_seed(seed: u64, language: Language, sex: Option<Sex>) -> Self {
        // Cut short: an endless crowd has both languages among its first few.
        let mut crowd = People::of(seed)
            .take(10_000)
            .filter(|person| person.language == language && sex.is_none_or(|sex| sex == person.sex));
        let invented = || People::of(seed).next();
        let person = crowd.next().or_else(invented);
        let person = person.unwrap_or_else(|| unreachable!("a crowd has no end"));
        let other = crowd.find(|one| one.sex == person.sex && one.given != person.given);
        let corrected = other.map_or_else(|| format!("{}-Тест", person.given), |one| one.given);
        Self { person, corrected }
    }

    /// The three lines of the card's machine-readable zone (TD1, ICAO Doc 9303): the IIN where Kazakh cards have it.
    pub fn zone(&self) -> [String; 3] {
        const EXPIRES: &str = "310411";
        let person = &self.person;
        let (number, born) = (&person.card, &person.iin.as_str()[..6]);
        let sex = match person.iin.sex_hint() {
            Some(Sex::Male) => 'M',
            Some(Sex::Female) => 'F',
            None => '<',
        };
        let first = format!("IDKAZ{number}{}{}<<<", check(number), person.iin.as_str());
        let second = format!(
            "{born}{}{sex}{EXPIRES}{}KAZ{}",
            check(born),
            check(EXPIRES),
            "<".repeat(11)
        );
        let whole = format!("{}{}{}{}", &first[5..], &second[..7], &second[8..15], &second[18..]);
        let name = format!("{}<<{}", latin(&person.surname), latin(&person.given));
        [first, format!("{second}{}", check(&whole)), format!("{name:<<30.30}")]
    }
}

/// The check digit of a field: weights 7 3 1, A = 10 … Z = 35, `<` = 0, modulo 10.
fn check(field: &str) -> u32 {
    let value = |letter: char| letter.to_digit(36).unwrap_or(0);
    let weighted = field.chars().zip([7, 3, 1].into_iter().cycle());
    weighted.map(|(letter, weight)| value(letter) * weight).sum::<u32>() % 10
}

/// Letters for the name line of an invented card. Not how a passport office writes anybody: programs never turn one alphabet into the other.
fn latin(name: &str) -> String {
    let mut line = String::new();
    for letter in name.to_lowercase().chars() {
        line.push_str(match letter {
            'а' | 'ә' => "A",
            'б' => "B",
            'в' => "V",
            'г' | 'ғ' => "G",
            'д' => "D",
            'е' | 'ё' | 'э' => "E",
            'ж' => "ZH",
            'з' => "Z",
            'и' | 'і' | 'й' => "I",
            'к' | 'қ' => "K",
            'л' => "L",
            'м' => "M",
            'н' | 'ң' => "N",
            'о' | 'ө' => "O",
            'п' => "P",
            'р' => "R",
            'с' => "S",
            'т' => "T",
            'у' | 'ұ' | 'ү' => "U",
            'ф' => "F",
            'х' | 'һ' => "KH",
            'ц' => "TS",
            'ч' => "CH",
            'ш' => "SH",
            'щ' => "SHCH",
            'ы' => "Y",
            'ю' => "YU",
            'я' => "YA",
            ' ' | '-' => "<",
            _ => "",
        });
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &[(&'static str, &'static str)]) -> Result<Guests, NoGuest> {
        let words = words.to_vec();
        Guests::of(move |name| {
            let found = words.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_same_seed_brings_the_same_two_and_nobody_living() {
        let two = said(&[("TOUR_SEED", "7")]).unwrap();
        assert_eq!(two, said(&[("TOUR_SEED", "7")]).unwrap());
        assert_ne!(two.kazakh, said(&[("TOUR_SEED", "8")]).unwrap().kazakh);
        for (guest, language) in [(&two.kazakh, Language::Kk), (&two.russian, Language::Ru)] {
            assert_eq!(guest.person.language, language);
            assert!(matches!(guest.person.iin.as_str().as_bytes()[6], b'1' | b'2'));
            assert_ne!(guest.corrected, guest.person.given);
        }
    }

    #[test]
    fn number_and_surname_of_the_first_are_as_they_are_told() {
        let two = said(&[
            ("TOUR_SEED", "7"),
            ("TOUR_IIN", "680503200911"),
            ("TOUR_SURNAME", "Сейдахметова"),
        ]);
        let two = two.unwrap();
        assert_eq!(two.kazakh.person.iin.as_str(), "680503200911");
        assert_eq!(two.kazakh.person.surname, "Сейдахметова");
        assert_eq!(two.kazakh.person.sex, Sex::Female);
        assert_ne!(two.russian.person.iin, two.kazakh.person.iin);
        assert_eq!(said(&[("TOUR_IIN", "680503200912")]), Err(NoGuest::Iin));
        assert_eq!(said(&[("TOUR_IIN", "68050320091")]), Err(NoGuest::Iin));
        assert_eq!(said(&[("TOUR_SURNAME", "Smith")]), Err(NoGuest::Surname));
        assert_eq!(said(&[("TOUR_SEED", "seven")]), Err(NoGuest::Seed));
        assert!(said(&[("TOUR_IIN", ""), ("TOUR_SEED", " 7 ")]).is_ok());
    }

    #[test]
    fn the_zone_is_the_one_of_the_demonstrations_card_and_the_domain_reads_it() {
        let mut guest = said(&[("TOUR_IIN", "680503200911"), ("TOUR_SURNAME", "Сейдахметова")]).unwrap();
        guest.kazakh.person.card = "012345678".into();
        guest.kazakh.person.given = "Мадина".into();
        assert_eq!(
            guest.kazakh.zone(),
            [
                "IDKAZ0123456784680503200911<<<",
                "6805034F3104116KAZ<<<<<<<<<<<9",
                "SEIDAKHMETOVA<<MADINA<<<<<<<<<",
            ]
        );
        for seed in 0..50 {
            let two = Guests::of(|name| (name == "TOUR_SEED").then(|| seed.to_string())).unwrap();
            for guest in [&two.kazakh, &two.russian] {
                let zone = guest.zone();
                assert!(zone.iter().all(|line| line.len() == 30), "{zone:?}");
                assert_eq!(check(&guest.person.card), zone[0].as_bytes()[14].into_digit());
            }
        }
    }

    trait Digit {
        fn into_digit(self) -> u32;
    }

    impl Digit for u8 {
        fn into_digit(self) -> u32 {
            u32::from(self - b'0')
        }
    }
}
