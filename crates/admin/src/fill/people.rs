//! Invented people by seed, with names as they occur in Kazakhstan, documents, and IINs that cannot belong to anybody alive.
//!
//! Invariant: the seventh digit of each IIN is 1 or 2, «born in the 1800s», so no living person has it; whoever has none is a foreigner.

use chrono::{Days, NaiveDate};
use qabyldau_domain::fact::Instant;
use qabyldau_domain::facts::{CapacityV1, DocumentV1, PersonV1, ReadByV1};
use qabyldau_domain::iin::Iin;
use qabyldau_domain::language::Language;
use qabyldau_domain::rule::{IinGiven, Registration, Statements};

use super::dice::Dice;
use super::names::{self, Home};

/// A crowd without end.
pub(super) struct People(Dice);

impl People {
    /// The crowd of a seed: always the same.
    pub(super) fn of(seed: u64) -> Self {
        Self(Dice::new(seed, "people"))
    }
}

/// Somebody who does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) surname: String,
    pub(super) given: String,
    patronymic: Option<String>,
    latin: Option<String>,
    iin: Option<Iin>,
    born: Option<NaiveDate>,
    pub(super) card: String,
    country: &'static str,
    pub(super) language: Language,
    read_by: ReadByV1,
    needs_help: bool,
    for_whom: ForWhom,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum ForWhom {
    Oneself,
    Parent(String, String),
    Firm,
}

impl Iterator for People {
    type Item = Person;

    fn next(&mut self) -> Option<Person> {
        let dice = &self.0;
        Some(match dice.below(40) {
            0 => Person::foreigner(dice),
            1..=25 => Person::citizen(dice, Home::Kazakh),
            26..=35 => Person::citizen(dice, Home::Russian),
            _ => Person::citizen(dice, Home::Other),
        })
    }
}

impl Person {
    fn citizen(dice: &Dice, home: Home) -> Self {
        let man = dice.once_in(2);
        let named = names::invent(dice, home, man);
        let (born, iin) = iin(dice, man);
        Self {
            iin: Some(iin),
            born: Some(born),
            card: format!("0{:08}", dice.below(100_000_000)),
            country: "KAZ",
            language: match home {
                Home::Kazakh if !dice.once_in(5) => Language::Kk,
                _ => Language::Ru,
            },
            read_by: *dice.pick(&[
                ReadByV1::Barcode,
                ReadByV1::Barcode,
                ReadByV1::Barcode,
                ReadByV1::Mrz,
                ReadByV1::Typed,
            ]),
            needs_help: dice.once_in(15),
            for_whom: match dice.below(20) {
                0 => {
                    let other = names::invent(dice, home, !man);
                    ForWhom::Parent(other.surname, other.given)
                }
                1 => ForWhom::Firm,
                _ => ForWhom::Oneself,
            },
            surname: named.surname,
            given: named.given,
            patronymic: named.patronymic,
            latin: None,
        }
    }

    fn foreigner(dice: &Dice) -> Self {
        let (surname, given) = *dice.pick(names::FOREIGNERS);
        Self {
            surname: surname.into(),
            given: given.into(),
            patronymic: None,
            latin: Some(format!("{surname}<<{given}").to_uppercase()),
            iin: None,
            born: NaiveDate::from_ymd_opt(1890, 1, 1)
                .and_then(|day| day.checked_add_days(Days::new(dice.below(3000) as u64))),
            card: format!("X{:07}", dice.below(10_000_000)),
            // A code that ISO 3166-1 leaves to its users: of no country.
            country: "XXA",
            language: Language::Ru,
            read_by: ReadByV1::Mrz,
            needs_help: true,
            for_whom: ForWhom::Oneself,
        }
    }

    /// What the visit sheet holds when this person is registered at `now`.
    pub(super) fn visit(&self, now: Instant) -> Registration {
        let today = now.date();
        let before = |seconds: i64| Instant {
            utc_ms: now.utc_ms - seconds * 1000,
            ..now
        };
        Registration {
            person: PersonV1 {
                surname: Some(self.surname.clone()),
                given: Some(self.given.clone()),
                patronymic: self.patronymic.clone(),
                no_patronymic: self.patronymic.is_none(),
                latin: self.latin.clone(),
                iin: None,
                born: self.born,
            },
            iin: match &self.iin {
                Some(iin) => IinGiven::Number(iin.as_str().to_owned()),
                None => IinGiven::None,
            },
            document: DocumentV1 {
                kind: if self.iin.is_some() {
                    "id_card"
                } else {
                    "foreign_passport"
                }
                .into(),
                country: self.country.into(),
                number: self.card.clone(),
                issuer: self.iin.is_some().then(|| "ҚР ІІМ".into()),
                issued: today.checked_sub_days(Days::new(900)),
                expires: today.checked_add_days(Days::new(2700)),
            },
            capacity: match &self.for_whom {
                ForWhom::Oneself => CapacityV1::Oneself,
                ForWhom::Parent(surname, given) => CapacityV1::LegalRepresentative {
                    represented: PersonV1 {
                        surname: Some(surname.clone()),
                        given: Some(given.clone()),
                        ..PersonV1::default()
                    },
                },
                ForWhom::Firm => CapacityV1::LegalEntity {
                    name: "«Сынақ» ЖШС".into(),
                    bin: None,
                },
            },
            read_by: self.read_by,
            language: self.language,
            needs_help: self.needs_help,
            ticket: None,
            statements: Statements {
                compared: before(40),
                explained: before(25),
                consented: before(5),
                language: self.language,
            },
        }
    }
}

/// A day of the 1800s and a number that begins with it. Eleven digits that can never be completed are thrown again.
fn iin(dice: &Dice, man: bool) -> (NaiveDate, Iin) {
    loop {
        let first = NaiveDate::from_ymd_opt(1830, 1, 1).unwrap_or_default();
        let Some(born) = first.checked_add_days(Days::new(dice.below(25_000) as u64)) else {
            continue;
        };
        let seventh = if man { 1 } else { 2 };
        let eleven = format!("{}{seventh}{:04}", born.format("%y%m%d"), dice.below(10_000));
        if let Some(iin) = (0..10).find_map(|digit| Iin::try_from(format!("{eleven}{digit}").as_str()).ok()) {
            return (born, iin);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_its_people_and_no_iin_of_anybody_alive() {
        let crowd: Vec<Person> = People::of(7).take(1000).collect();
        assert_eq!(crowd, People::of(7).take(1000).collect::<Vec<_>>());
        assert_ne!(crowd[..9], People::of(8).take(9).collect::<Vec<_>>()[..]);
        let numbers: Vec<&str> = crowd
            .iter()
            .filter_map(|person| person.iin.as_ref())
            .map(Iin::as_str)
            .collect();
        assert!(numbers.len() > 900 && numbers.len() < 1000, "some foreigners");
        assert!(numbers.iter().all(|iin| matches!(iin.as_bytes()[6], b'1' | b'2')));
        assert!(
            crowd
                .iter()
                .all(|person| person.born.is_some_and(|born| born.to_string().starts_with("18")))
        );
    }

    #[test]
    fn a_crowd_has_every_sort_of_name_and_capacity() {
        let crowd: Vec<Person> = People::of(7).take(1000).collect();
        let count = |what: fn(&Person) -> bool| crowd.iter().filter(|person| what(person)).count();
        assert!(count(|p| p.surname.contains(['Ә', 'Қ', 'қ', 'Ұ', 'Ү', 'Ғ'])) > 50);
        assert!(count(|p| p.surname.contains('ё')) > 5);
        assert!(count(|p| p.patronymic.is_none()) > 50);
        assert!(count(|p| p.for_whom != ForWhom::Oneself) > 30);
        assert!(count(|p| p.language == Language::Kk) > 300);
    }
}
