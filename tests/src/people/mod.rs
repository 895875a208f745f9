//! Invented people by seed: Kazakh, Russian and other names, documents, and IINs that cannot belong to anybody alive.
//!
//! Not a register and not the product's own trial data: the harness alone uses them. Invariants: the same seed gives the same people
//! in the same order; each IIN has the right control digit and a seventh digit of 1 or 2, «born in the 1800s», so no living person has it.

mod names;

use chrono::{Days, NaiveDate};
use qabyldau_domain::fact::Instant;
use qabyldau_domain::facts::{CapacityV1, DocumentV1, PersonV1, ReadByV1};
use qabyldau_domain::iin::{Iin, Sex};
use qabyldau_domain::language::Language;
use qabyldau_domain::rule::{IinGiven, Registration, Statements};

use crate::seed::Seed;
use names::{Form, Home};

/// A crowd without end. `People::of(7).take(24)` are always the same 24.
#[derive(Debug, Clone)]
pub struct People {
    dice: Seed,
}

impl People {
    /// The crowd of a seed.
    pub const fn of(seed: u64) -> Self {
        Self { dice: Seed::of(seed) }
    }
}

impl Iterator for People {
    type Item = Person;

    fn next(&mut self) -> Option<Person> {
        Some(Person::invented(&mut self.dice))
    }
}

/// Somebody who does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Surname in the form of the person's sex.
    pub surname: String,
    /// First name.
    pub given: String,
    /// Patronymic; one of ten has none.
    pub patronymic: Option<String>,
    /// As the seventh digit says.
    pub sex: Sex,
    /// As the first six digits say, in the 1800s.
    pub born: NaiveDate,
    /// The number.
    pub iin: Iin,
    /// Number of the ID card, nine digits.
    pub card: String,
    /// The language the person is served in.
    pub language: Language,
}

impl Person {
    fn invented(dice: &mut Seed) -> Self {
        let home = match dice.below(20) {
            0..13 => Home::Kazakh,
            13..18 => Home::Russian,
            _ => Home::Other,
        };
        let sex = if dice.once_in(2) { Sex::Male } else { Sex::Female };
        let (surnames, men, women) = match home {
            Home::Kazakh => (names::KAZAKH_SURNAMES, names::KAZAKH_MEN, names::KAZAKH_WOMEN),
            Home::Russian => (names::RUSSIAN_SURNAMES, names::RUSSIAN_MEN, names::RUSSIAN_WOMEN),
            Home::Other => (names::OTHER_SURNAMES, names::OTHER_MEN, names::OTHER_WOMEN),
        };
        let (surname, form) = *dice.pick(surnames);
        let given = *dice.pick(if sex == Sex::Male { men } else { women });
        let (born, iin) = iin(dice, sex);
        Self {
            surname: bearing(surname, form, sex),
            given: given.to_owned(),
            patronymic: patronymic(dice, home, sex),
            sex,
            born,
            iin,
            card: format!("0{:08}", dice.below(100_000_000)),
            language: match home {
                Home::Kazakh if !dice.once_in(5) => Language::Kk,
                _ => Language::Ru,
            },
        }
    }

    /// Surname, first name and patronymic, as one types them.
    pub fn full_name(&self) -> String {
        let parts = [Some(&self.surname), Some(&self.given), self.patronymic.as_ref()];
        parts
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// As a fact names the person.
    pub fn named(&self) -> PersonV1 {
        PersonV1 {
            surname: Some(self.surname.clone()),
            given: Some(self.given.clone()),
            patronymic: self.patronymic.clone(),
            no_patronymic: self.patronymic.is_none(),
            latin: None,
            iin: Some(self.iin.as_str().to_owned()),
            born: Some(self.born),
        }
    }

    /// The ID card, valid for years after `day`.
    pub fn document(&self, day: NaiveDate) -> DocumentV1 {
        DocumentV1 {
            kind: "id_card".into(),
            country: "KAZ".into(),
            number: self.card.clone(),
            issuer: Some("ҚР ІІМ".into()),
            issued: day.checked_sub_days(Days::new(700)),
            expires: day.checked_add_days(Days::new(2900)),
        }
    }

    /// What the visit sheet holds when this person is registered at `now` with the scanned ID card.
    pub fn visit(&self, now: Instant) -> Registration {
        Registration {
            person: self.named(),
            iin: IinGiven::Number(self.iin.as_str().to_owned()),
            document: self.document(now.date()),
            capacity: CapacityV1::Oneself,
            read_by: ReadByV1::Barcode,
            language: self.language,
            needs_help: false,
            ticket: None,
            statements: Statements {
                compared: now,
                explained: now,
                consented: now,
                language: self.language,
            },
        }
    }
}

fn bearing(surname: &str, form: Form, sex: Sex) -> String {
    match (form, sex) {
        (Form::WithA, Sex::Female) => format!("{surname}а"),
        (Form::Adjective, Sex::Female) => format!("{}ая", surname.trim_end_matches("ий")),
        _ => surname.to_owned(),
    }
}

fn patronymic(dice: &mut Seed, home: Home, sex: Sex) -> Option<String> {
    if dice.once_in(10) {
        return None;
    }
    let male = sex == Sex::Male;
    Some(match home {
        Home::Kazakh => format!(
            "{}{}",
            dice.pick(names::KAZAKH_FATHERS),
            if male { "ұлы" } else { "қызы" }
        ),
        Home::Russian | Home::Other => {
            let (son, daughter) = *dice.pick(names::RUSSIAN_FATHERS);
            if male { son } else { daughter }.to_owned()
        }
    })
}

/// A day of the 1800s and a number that begins with it. Eleven digits that can never be completed are thrown again.
fn iin(dice: &mut Seed, sex: Sex) -> (NaiveDate, Iin) {
    loop {
        let days = Days::new(dice.below(36_500));
        let Some(born) = NaiveDate::from_ymd_opt(1800, 1, 1).and_then(|first| first.checked_add_days(days)) else {
            continue;
        };
        let seventh = if sex == Sex::Male { 1 } else { 2 };
        let eleven = format!("{}{seventh}{:04}", born.format("%y%m%d"), dice.below(10_000));
        if let Some(iin) = (0..10).find_map(|digit| format!("{eleven}{digit}").parse::<Iin>().ok()) {
            return (born, iin);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_people_and_nobody_is_born_after_1899() {
        let crowd: Vec<Person> = People::of(7).take(2000).collect();
        assert_eq!(crowd, People::of(7).take(2000).collect::<Vec<_>>());
        assert_ne!(crowd[..10], People::of(8).take(10).collect::<Vec<_>>()[..]);
        for person in &crowd {
            assert!(matches!(person.iin.as_str().as_bytes()[6], b'1' | b'2'));
            assert_eq!(
                (person.iin.birth_hint(), person.iin.sex_hint()),
                (Some(person.born), Some(person.sex))
            );
        }
    }

    #[test]
    fn a_crowd_has_all_kinds_of_names_and_some_without_patronymic() {
        let crowd: Vec<Person> = People::of(7).take(2000).collect();
        let count = |what: fn(&Person) -> bool| crowd.iter().filter(|person| what(person)).count();
        assert!(count(|p| p.surname.contains(['Ә', 'Қ', 'қ', 'Ұ', 'Ү', 'І'])) > 100);
        assert!(count(|p| p.surname.contains('ё')) > 20);
        assert!(count(|p| p.patronymic.is_none()) > 100);
        assert!(count(|p| p.surname.ends_with("ова") && p.sex == Sex::Male) == 0);
    }
}
