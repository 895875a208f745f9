//! F04: the disk fails under a registration: fsync answers EIO, a write answers EIO or ENOSPC.
//!
//! The error is made by strace for one call after the other, so that every fsync of an act is hit once; then for all calls from one on, as
//! a disk fails that has died. The same store goes through all of it, so earlier lines must outlive every later failure.

use std::path::Path;

use qabyldau_tests::inject::{self, Injection};
use qabyldau_tests::registrar::{Said, Start};
use qabyldau_tests::say;

use super::aftermath::{self, Acknowledged};

/// People who come in one trial.
const PEOPLE: usize = 4;
const SYNCS: &str = "fsync,fdatasync";
const WRITES: &str = "pwrite64";

/// One store, and what was acknowledged of it in all its trials.
struct Sweep<'a> {
    folder: &'a Path,
    acknowledged: Acknowledged,
    /// Failures of calls on the database, its WAL and their folder.
    hit: usize,
    /// Acts that were not written.
    not_written: usize,
}

impl<'a> Sweep<'a> {
    fn over(folder: &'a Path) -> Self {
        let mut sweep = Self {
            folder,
            acknowledged: Acknowledged::default(),
            hit: 0,
            not_written: 0,
        };
        let (heard, _) = sweep.registrar(PEOPLE).start().end();
        sweep.acknowledged.hear(&heard);
        assert_eq!(sweep.acknowledged.count(), PEOPLE, "a healthy disk");
        sweep
    }

    fn registrar(&self, people: usize) -> Start {
        Start::new(super::registrar(), self.folder).seed(4).count(people)
    }

    /// One registrar under one injection. Answers whether the error met the database at all.
    fn trial(&mut self, people: usize, injection: &Injection) -> bool {
        let (heard, _) = self.registrar(people).start_under(&injection.words()).end();
        let about = format!("{injection:?} {heard:?}");
        let hit = injection.injected();
        let hit = hit.iter().filter(|call| call.file.contains("/desk-a")).count();
        let count = |what: fn(&Said) -> bool| heard.iter().filter(|said| what(said)).count();
        let not_written = count(|said| *said == Said::NotWritten);
        assert!(not_written <= hit, "only a failing call fails an act: {about}");
        closed_and_reopened_after_each_failure(&heard, &about);
        if heard.contains(&Said::Ready) && !heard.contains(&Said::StaysClosed) {
            let done = count(|said| matches!(said, Said::Done(..)));
            assert_eq!(done + not_written, people, "nobody is forgotten: {about}");
        }
        self.acknowledged.hear(&heard);
        aftermath::look(self.folder, &self.folder.join("state"), &self.acknowledged);
        self.hit += hit;
        self.not_written += not_written;
        hit > 0
    }

    fn end(self, name: &str) {
        let (store, standing) = aftermath::look(self.folder, &self.folder.join("state"), &self.acknowledged);
        aftermath::thorough(&store);
        say::figures(&format!(
            "F04: {name}: {} calls failed, {} acts were not written and none of them was told as done; {} lines acknowledged, all of \
             {} stand",
            self.hit,
            self.not_written,
            self.acknowledged.count(),
            standing.lines.len()
        ));
    }
}

/// After an act that was not written the same connection must do nothing more: the store is closed, and only opened anew it answers.
fn closed_and_reopened_after_each_failure(heard: &[Said], about: &str) {
    for (place, _) in heard.iter().enumerate().filter(|(_, said)| **said == Said::NotWritten) {
        match heard[place + 1..] {
            [] => assert!(!heard.contains(&Said::Ready), "the day could not be opened: {about}"),
            [Said::Closed, Said::StaysClosed]
            | [Said::Closed, Said::Reopened, Said::Found(_) | Said::Absent(_), ..] => {}
            _ => panic!("not closed and opened again: {about}"),
        }
    }
}

#[test]
fn f04_what_no_fsync_confirmed_is_never_acknowledged_and_the_store_is_closed_and_opened_again() {
    if let Err(why) = inject::allowed() {
        return say::not_proven("F04", &why);
    }
    let folder = super::folder();
    let log = folder.path().join("strace");
    let mut sweep = Sweep::over(folder.path());
    let mut number = 1;
    while sweep.trial(PEOPLE, &Injection::nth(SYNCS, "EIO", number, &log)) {
        number += 1;
    }
    assert!(
        sweep.not_written >= PEOPLE,
        "each commit's fsync must have failed once: {} did",
        sweep.not_written
    );
    for number in 1..4 {
        assert!(sweep.trial(PEOPLE, &Injection::from(SYNCS, "EIO", number, &log)));
    }
    sweep.end("fsync answers EIO");
}

#[test]
fn f04_what_could_not_be_written_is_never_acknowledged_and_earlier_lines_stay() {
    if let Err(why) = inject::allowed() {
        return say::not_proven("F04", &why);
    }
    let folder = super::folder();
    let log = folder.path().join("strace");
    let mut sweep = Sweep::over(folder.path());
    for error in ["EIO", "ENOSPC"] {
        let mut number = 9;
        while sweep.trial(1, &Injection::nth(WRITES, error, number, &log)) {
            number += 5;
        }
        for number in [9, 12] {
            assert!(sweep.trial(PEOPLE, &Injection::from(WRITES, error, number, &log)));
        }
    }
    assert!(sweep.not_written >= 8, "only {} acts were hit", sweep.not_written);
    sweep.end("a write answers EIO or ENOSPC");
}
