//! Who comes on which day: everybody once, spread evenly; about one in twelve comes again later.

use super::dice::Dice;
use super::people::{People, Person};

/// Of each day, who comes, in order.
pub(super) fn spread(seed: u64, people: u32, days: usize) -> Vec<Vec<Person>> {
    let dice = Dice::new(seed, "visits");
    let mut visits: Vec<Vec<Person>> = (0..days).map(|_| Vec::new()).collect();
    let count = people as usize;
    for (place, person) in People::of(seed).take(count).enumerate() {
        let day = place * days / count;
        if day + 1 < days && dice.once_in(12) {
            let later = day + 1 + dice.below(days - day - 1);
            visits[later].push(person.clone());
        }
        visits[day].push(person);
    }
    visits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_comes_and_some_come_again_on_a_later_day() {
        let visits = spread(3, 240, 10);
        let all: Vec<&Person> = visits.iter().flatten().collect();
        assert!(visits.iter().all(|day| day.len() >= 24), "every day has its share");
        assert!(all.len() > 245 && all.len() < 280, "{}", all.len());
        for day in &visits {
            let mut cards: Vec<_> = day.iter().map(|person| &person.card).collect();
            cards.sort();
            cards.dedup();
            assert_eq!(cards.len(), day.len(), "nobody twice on one day");
        }
    }

    #[test]
    fn fewer_people_than_days_leave_days_empty() {
        let visits = spread(3, 2, 5);
        assert_eq!(visits.len(), 5);
        assert!(visits.iter().map(Vec::len).sum::<usize>() >= 2);
    }
}
