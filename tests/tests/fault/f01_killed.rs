//! F01: the desk is killed at random during registrations.

use std::time::{Duration, Instant};

use qabyldau_tests::registrar::{Mark, Start};
use qabyldau_tests::say;
use qabyldau_tests::seed::Seed;

use super::aftermath::{self, Acknowledged};

/// How often.
const KILLS: u64 = 200;
/// The latest moment of a kill: of every fourth from the registrar's start, so that kills also fall into its opening, of the others from the
/// moment its day is open.
const LATEST: Duration = Duration::from_millis(160);
/// At least so many kills must undo a transaction that had begun, or the trial has not met the moment that counts.
const INSIDE: u64 = 20;

#[test]
fn f01_killed_at_random_every_acknowledged_entry_stands_and_numbers_are_gap_free() {
    let mut seed = Seed::fresh();
    let folder = super::folder();
    let (state, marks) = (folder.path().join("state"), folder.path().join("marks"));
    let mut acknowledged = Acknowledged::default();
    let (mut before_ready, mut between, mut undone, mut kept_untold) = (0_u64, 0_u64, 0_u64, 0_u64);
    for kill in 1..=KILLS {
        let start = Start::new(super::registrar(), folder.path())
            .marks(&marks)
            .seed(seed.bits());
        let mut registrar = start.start();
        let mut heard = Vec::new();
        // Of four kills one may fall while it opens; the others wait for the open day, however busy the machine is.
        if kill % 4 != 0 {
            heard.extend(registrar.hear());
        }
        let moment = Instant::now() + Duration::from_micros(seed.below(u64::try_from(LATEST.as_micros()).unwrap()));
        heard.extend(registrar.until(moment));
        heard.extend(registrar.kill());
        acknowledged.hear(&heard);
        let mark = Mark::read(&marks).expect("the mark is whole");
        if !folder.path().join("desk-a/ledger.db").exists() {
            // Killed before the file of the new node was whole: there is no store yet, and nothing was acknowledged.
            assert_eq!(acknowledged.count(), 0, "seed {seed}, kill {kill}");
            before_ready += 1;
            continue;
        }
        let (store, standing) = aftermath::look(folder.path(), &state, &acknowledged);
        match mark {
            _ if heard.is_empty() => before_ready += 1,
            Mark::Outside => between += 1,
            // BEGIN had been answered; that the line does not stand proves that COMMIT had not.
            Mark::Inside(number) if !standing.lines.contains_key(&number) => undone += 1,
            Mark::Inside(number) if !acknowledged.holds(&number) => kept_untold += 1,
            Mark::Inside(_) => between += 1,
        }
        if kill % 40 == 0 || kill == KILLS {
            aftermath::thorough(&store);
        }
    }
    say::figures(&format!(
        "F01: {KILLS} kills, seed {seed}: {undone} between BEGIN and COMMIT, {kept_untold} with the line written and not yet told, {between} between two acts, \
         {before_ready} while opening; {} lines acknowledged, all of them stand",
        acknowledged.count()
    ));
    assert!(
        undone >= INSIDE,
        "seed {seed}: only {undone} of {KILLS} kills fell between BEGIN and COMMIT"
    );
}
