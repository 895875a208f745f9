//! A journal with many people in it, written in large acts by the desk's own rule.

use chrono::{Datelike as _, Days, NaiveDate};
use qabyldau_domain::fact::{By, Draft, Instant};
use qabyldau_domain::number::EntryNumber;
use qabyldau_domain::rule;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::{Reader, Store};

use super::Outcome;
use super::branch::{LABEL, worker, written};
use crate::people::{People, Person};

/// The most lines in one act: an act has at most 400 facts, and a line may have a note.
const AT_ONCE: usize = 200;

/// The rule pack in force on the days written.
const RULES: &str = "2021-213";

/// Everybody who is in the journal, in order.
pub fn people(count: usize) -> impl Iterator<Item = Person> {
    People::of(2026).take(count)
}

/// Writes `count` people into the journal of the desk, an act for each day before today.
pub fn fill(desk: &mut Store, surroundings: &Surroundings, count: usize) -> Outcome {
    let now = surroundings.clock.now();
    let mut crowd = people(count).peekable();
    let mut day = now.date();
    while crowd.peek().is_some() {
        day = day.checked_sub_days(Days::new(1)).unwrap_or(day);
        let numbers = numbers(&desk.reader()?, now.date())?;
        let mut drafts = Vec::new();
        for (person, number) in crowd.by_ref().take(AT_ONCE).zip(numbers) {
            drafts.extend(line(&person, &number, day, now)?);
        }
        written(desk, surroundings, By::Staff(worker().id), drafts)?;
    }
    Ok(())
}

/// The next numbers of the desk's journal.
pub fn numbers(reader: &Reader<'_>, day: NaiveDate) -> Outcome<impl Iterator<Item = EntryNumber> + use<>> {
    let year = u16::try_from(day.year())?;
    let (first, branch) = (reader.next_entry_number(LABEL, year)?, reader.branch());
    Ok((first..).map_while(move |number| EntryNumber::new(branch, LABEL, year, number).ok()))
}

/// The facts of one line.
pub fn line(person: &Person, number: &EntryNumber, day: NaiveDate, now: Instant) -> Outcome<Vec<Draft>> {
    Ok(rule::register(&person.visit(now), number, day, RULES, None)?)
}
