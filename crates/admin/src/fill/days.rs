//! The days: opened by a person, filled with journal lines, a few of them corrected or annulled, closed with their count, exchanged.

use chrono::{Datelike as _, NaiveDate};
use qabyldau_domain::calendar::Calendar;
use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::{SignedIn, SignedOut};
use qabyldau_domain::number::EntryNumber;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule::{self, DayBefore};
use qabyldau_domain::rulepack::RulePacks;
use qabyldau_domain::subject::Subject;
use qabyldau_store::Reader;

use super::branch::{Branch, Member};
use super::failed::Failed;
use super::people::Person;

/// The door opens; the first person stands at the desk; the last has left; the day is closed. Seconds after midnight.
const OPENED: u32 = 8 * 3600 + 50 * 60;
const FIRST: u32 = 9 * 3600;
const LAST: u32 = 17 * 3600 + 30 * 60;
const CLOSED: u32 = 18 * 3600;

/// The working days from a day on.
pub(super) fn working(from: NaiveDate, count: u32) -> Result<Vec<NaiveDate>, Failed> {
    let calendar = Calendar::built_in();
    let mut days = Vec::new();
    for day in from.iter_days() {
        if days.len() == count as usize {
            break;
        }
        if calendar
            .working_day(day)
            .map_err(|outside| Failed::Calendar(outside.day))?
            .working
        {
            days.push(day);
        }
    }
    Ok(days)
}

/// Goes through the days; answers how many lines the journal has.
pub(super) fn walk(branch: &mut Branch, days: &[NaiveDate], visits: &[Vec<Person>]) -> Result<u64, Failed> {
    let mut lines = 0;
    for (place, (day, people)) in days.iter().zip(visits).enumerate() {
        let worker = branch.receptionist(place);
        begin(branch, *day, worker)?;
        let step = (LAST - FIRST) / u32::try_from(people.len().max(1)).unwrap_or(u32::MAX);
        for (person, second) in people.iter().zip((FIRST..).step_by(step.max(1) as usize)) {
            branch.clock.put(*day, second.min(LAST));
            let number = register(branch, *day, worker, person)?;
            lines += 1;
            if branch.dice.once_in(40) {
                correct(branch, worker, &number)?;
            } else if branch.dice.once_in(60) {
                annul(branch, &number)?;
            }
        }
        end(branch, *day, worker)?;
        branch.exchange(*day)?;
    }
    Ok(lines)
}

fn begin(branch: &mut Branch, day: NaiveDate, worker: Member) -> Result<(), Failed> {
    branch.clock.put(day, OPENED);
    let node = branch.desk.node();
    let shift = Subject::shift(&node, day, &worker.id);
    branch.at_desk(worker, |_| Ok((vec![Draft::new(shift, &SignedIn {})], ())))?;
    branch.at_desk(worker, |reader| {
        let last = reader.last_day(&node)?.map(|day| day.date);
        let before = DayBefore {
            last,
            drift_ms: None,
            confirmed: Some(day),
        };
        let now = reader.at().ok_or_else(|| Refusal::new("day-not-open"))?;
        Ok((rule::open_day(&node, now, &before)?, ()))
    })
}

fn register(branch: &mut Branch, day: NaiveDate, worker: Member, person: &Person) -> Result<EntryNumber, Failed> {
    let packs = RulePacks::built_in();
    let pack = packs
        .at(day)
        .map_err(|_| Refusal::new("rules-missing"))?
        .pack
        .id
        .clone();
    let label = branch.label;
    branch.at_desk(worker, |reader| {
        let now = reader.at().ok_or_else(|| Refusal::new("day-not-open"))?;
        let year = u16::try_from(day.year()).unwrap_or_default();
        let running = reader.next_entry_number(label, year)?;
        let number =
            EntryNumber::new(reader.branch(), label, year, running).map_err(|_| Refusal::new("numbers-used-up"))?;
        Ok((rule::register(&person.visit(now), &number, day, &pack, None)?, number))
    })
}

fn correct(branch: &mut Branch, worker: Member, number: &EntryNumber) -> Result<(), Failed> {
    branch.at_desk(worker, |reader| {
        let row = entry(reader, number)?;
        let fields = [("ticket".to_owned(), Some("Б-17".to_owned()))].into();
        Ok((rule::correct(&row, fields, "билет назван после записи")?, ()))
    })
}

fn annul(branch: &mut Branch, number: &EntryNumber) -> Result<(), Failed> {
    branch.at_desk(branch.supervisor(), |reader| {
        let row = entry(reader, number)?;
        Ok((rule::annul(&row, "екі рет тіркелген")?, ()))
    })
}

fn end(branch: &mut Branch, day: NaiveDate, worker: Member) -> Result<(), Failed> {
    branch.clock.put(day, CLOSED);
    let node = branch.desk.node();
    branch.at_desk(branch.supervisor(), |reader| {
        let row = reader.last_day(&node)?.ok_or_else(|| Refusal::new("day-not-open"))?;
        let entries = u32::try_from(reader.count_entries(&node, day)?).unwrap_or(u32::MAX);
        Ok((rule::close_day(&row, entries)?, ()))
    })?;
    let shift = Subject::shift(&node, day, &worker.id);
    branch.at_desk(worker, |_| {
        Ok((vec![Draft::new(shift, &SignedOut { why: "person".into() })], ()))
    })
}

fn entry(reader: &Reader<'_>, number: &EntryNumber) -> Result<qabyldau_domain::fold::EntryRow, Failed> {
    let row = reader.entry(&number.to_string())?;
    Ok(row.ok_or_else(|| Refusal::new("entry-unknown"))?)
}

impl Member {
    pub(super) const fn by(self) -> By {
        By::Staff(self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_working_days_are_taken_and_none_beyond_the_calendar() {
        let days = working("2026-01-05".parse().unwrap(), 3).unwrap();
        let text: Vec<String> = days.iter().map(ToString::to_string).collect();
        assert_eq!(text[0], "2026-01-05");
        assert!(
            !text.contains(&"2026-01-07".to_owned()),
            "Christmas is a holiday: {text:?}"
        );
        assert!(matches!(
            working("2027-12-01".parse().unwrap(), 60),
            Err(Failed::Calendar(_))
        ));
    }
}
