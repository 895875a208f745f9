//! Registers invented people one after the other, in a real store through the real door, and says each line only once it is committed.
//!
//! It is what tests kill, cut off and feed with failing disks. Not a desk: nobody signs in, since stretching a password 200 times would
//! only test patience; rule, seal, append, fold and commit are those of a desk. Invariant: «done» is said after the commit and
//! never otherwise.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{Datelike as _, NaiveDate};
use qabyldau_domain::fact::{By, Head};
use qabyldau_domain::number::{DeskLabel, EntryNumber};
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::rule::{DayBefore, open_day, register};
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::{ActFailed, Place, Reader, Store, StoreError};
use qabyldau_tests::branch::{self, Node};
use qabyldau_tests::people::{People, Person};
use qabyldau_tests::registrar::{Mark, Said};

/// Which rules were explained to the people.
const RULES: &str = "213-2021";

type Failed = ActFailed<Refusal>;

fn main() -> ExitCode {
    let Some(asked) = Asked::of(std::env::args().skip(1)) else {
        let usage = "registrar --folder DIR [--state DIR] [--marks FILE] [--seed NUMBER] [--count NUMBER]\n";
        let _ = std::io::stderr().write_all(usage.as_bytes());
        return ExitCode::from(2);
    };
    match work(&asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            let _ = std::io::stderr().write_all(format!("registrar: {words}\n").as_bytes());
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
struct Asked {
    place: Place,
    marks: Option<PathBuf>,
    seed: u64,
    count: usize,
}

impl Asked {
    fn of(mut words: impl Iterator<Item = String>) -> Option<Self> {
        let (mut folder, mut state, mut marks, mut seed, mut count) = (None, None, None, 1, usize::MAX);
        while let Some(word) = words.next() {
            let value = words.next()?;
            match word.as_str() {
                "--folder" => folder = Some(PathBuf::from(value)),
                "--state" => state = Some(PathBuf::from(value)),
                "--marks" => marks = Some(PathBuf::from(value)),
                "--seed" => seed = value.parse().ok()?,
                "--count" => count = value.parse().ok()?,
                _ => return None,
            }
        }
        let place = Node::DESK_A.place(&folder?);
        let place = match state {
            Some(state) => place.with_state(state),
            None => place,
        };
        Some(Self {
            place,
            marks,
            seed,
            count,
        })
    }
}

/// The file that says where the registrar was when it was killed.
struct Marks(Option<File>);

impl Marks {
    fn open(path: Option<&PathBuf>) -> Result<Self, String> {
        let mut options = OpenOptions::new();
        options.create(true).write(true).truncate(false);
        let file = path.map(|path| options.open(path)).transpose();
        file.map(Self).map_err(|error| error.to_string())
    }

    fn set(&self, mark: Mark) {
        if let Some(file) = &self.0 {
            file.write_all_at(mark.line().as_bytes(), 0).expect("the mark is noted");
        }
    }
}

fn work(asked: &Asked) -> Result<(), String> {
    let surroundings = qabyldau_store::surroundings::real();
    let mut store = open(&asked.place).map_err(|error| {
        say(Said::StaysClosed);
        format!("{error:?}")
    })?;
    let marks = Marks::open(asked.marks.as_ref())?;
    marks.set(Mark::Outside);
    if let Err(failed) = start_the_day(&mut store, &surroundings) {
        say(Said::NotWritten);
        return Err(format!("{failed:?}"));
    }
    say(Said::Ready);
    for person in People::of(asked.seed).take(asked.count) {
        let mut tried = None;
        let outcome = register_one(&mut store, &surroundings, &person, |number| {
            tried = Some(number);
            marks.set(Mark::Inside(number));
        });
        match outcome {
            Ok((number, head)) => {
                say(Said::Done(number, head));
                marks.set(Mark::Outside);
            }
            Err(failed) => {
                say(Said::NotWritten);
                // What a careless program would do: simply once more. The store must not let it.
                match register_one(&mut store, &surroundings, &person, |_| ()) {
                    Ok((number, head)) => say(Said::Done(number, head)),
                    Err(ActFailed::NotWritten(StoreError::Poisoned)) => say(Said::Closed),
                    Err(_) => {}
                }
                look_again(&mut store, tried, &failed)?;
                marks.set(Mark::Outside);
            }
        }
    }
    Ok(())
}

fn open(place: &Place) -> Result<Store, StoreError> {
    let node = Node::DESK_A;
    match Store::open(place.clone(), &node.database_key()) {
        Err(StoreError::Missing) => Store::create(place.clone(), &node.database_key(), &node.made_from()),
        opened => opened,
    }
}

fn start_the_day(store: &mut Store, surroundings: &Surroundings) -> Result<(), Failed> {
    let acted = store.act(surroundings, By::Node, |reader| {
        let now = surroundings.clock.now();
        let last = reader.own_day().map_err(unreadable)?.map(|day| day.date);
        if last == Some(now.date()) {
            return Ok((Vec::new(), ()));
        }
        let before = DayBefore {
            last,
            drift_ms: None,
            confirmed: Some(now.date()),
        };
        open_day(&reader.node(), now, &before).map(|drafts| (drafts, ()))
    });
    acted.map(drop)
}

/// One person, one act: day and next number are read and the facts written in the same transaction.
fn register_one(
    store: &mut Store,
    surroundings: &Surroundings,
    person: &Person,
    begun: impl FnOnce(EntryNumber),
) -> Result<(EntryNumber, Head), Failed> {
    let acted = store.act(surroundings, By::Node, |reader| {
        let (number, day) = next_number(reader)?;
        begun(number);
        let now = reader.at().unwrap_or_else(|| surroundings.clock.now());
        let drafts = register(&person.visit(now), &number, day, RULES, None)?;
        Ok((drafts, number))
    })?;
    let nothing = || ActFailed::Refused(Refusal::new("nothing-written"));
    let last = acted.facts.last().ok_or_else(nothing)?;
    let head = Head {
        seq: last.seq,
        hash: last.hash,
    };
    Ok((acted.answer, head))
}

fn next_number(reader: &Reader<'_>) -> Result<(EntryNumber, NaiveDate), Refusal> {
    let day = reader.own_day().map_err(unreadable)?;
    let day = day.ok_or_else(|| Refusal::new("day-not-open"))?.date;
    let desk: DeskLabel = Node::DESK_A.label.parse().map_err(|_| Refusal::new("label"))?;
    let year = u16::try_from(day.year()).map_err(|_| Refusal::new("year"))?;
    let number = reader.next_entry_number(desk, year).map_err(unreadable)?;
    let number = EntryNumber::new(branch::code(), desk, year, number).map_err(|_| Refusal::new("number"))?;
    Ok((number, day))
}

fn unreadable(_: StoreError) -> Refusal {
    Refusal::new("unreadable")
}

/// What a program does after an act that was not written: it tells nothing as done, opens the store again and looks.
fn look_again(store: &mut Store, tried: Option<EntryNumber>, failed: &Failed) -> Result<(), String> {
    if let Err(error) = store.reopen() {
        say(Said::StaysClosed);
        return Err(format!("{failed:?}; then {error:?}"));
    }
    say(Said::Reopened);
    let Some(number) = tried else {
        return Err(format!("{failed:?}"));
    };
    let stands = store.reader().and_then(|reader| reader.entry(&number.to_string()));
    say(match stands.map_err(|error| format!("{error:?}"))? {
        Some(_) => Said::Found(number),
        None => Said::Absent(number),
    });
    Ok(())
}

fn say(said: Said) {
    let mut stdout = std::io::stdout().lock();
    let told = stdout
        .write_all(format!("{said}\n").as_bytes())
        .and_then(|()| stdout.flush());
    if told.is_err() {
        // Nobody listens any more.
        std::process::exit(0);
    }
}
