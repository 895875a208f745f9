//! F02: the power goes during registrations.
//!
//! Two ways in turn. *In full run*: the disk dies under the working registrar, in the middle of whatever the kernel does for it; what it says
//! afterwards no longer counts, since a machine without power says nothing. *Held still*: the registrar is stopped first, so that all it
//! ever said counts, and the note of the head lies on another disk that survives: it must not know more than the disk that was cut.

use std::path::Path;
use std::time::{Duration, Instant};

use qabyldau_tests::cut::Disk;
use qabyldau_tests::registrar::{Registrar, Said, Start};
use qabyldau_tests::say;
use qabyldau_tests::seed::Seed;

use super::aftermath::{self, Acknowledged};

/// The latest moment of a cut after the first acknowledgement.
const LATEST: Duration = Duration::from_millis(120);

#[test]
fn f02_after_a_power_cut_every_acknowledged_entry_stands_and_numbers_are_gap_free() {
    let cuts = if super::full() { 50 } else { 20 };
    let mut seed = Seed::fresh();
    let folder = super::folder();
    let mut disk = match Disk::format(folder.path(), 96) {
        Ok(disk) => disk,
        Err(why) => return say::not_proven("F02", &why),
    };
    let (on_the_disk, elsewhere) = (disk.folder().join("state"), folder.path().join("state"));
    let mut acknowledged = Acknowledged::default();
    let mut untold = 0;
    for cut in 1..=cuts {
        let held = cut % 2 == 0;
        let state: &Path = if held { &elsewhere } else { &on_the_disk };
        let start = Start::new(super::registrar(), disk.folder()).state(state);
        let mut registrar = start.seed(seed.bits()).start();
        acknowledged.hear(&work(&mut registrar, &mut seed));
        if held {
            registrar.hold();
            disk.cut().expect("the power goes");
            acknowledged.hear(&registrar.kill());
        } else {
            disk.cut().expect("the power goes");
            drop(registrar);
        }
        disk.unmount().expect("the dead disk is taken down");
        disk.mount().expect("the disk comes back");
        let (store, standing) = aftermath::look(disk.folder(), state, &acknowledged);
        untold = standing.lines.len() - acknowledged.count();
        aftermath::thorough(&store);
    }
    disk.unmount().expect("the disk is taken down");
    say::figures(&format!(
        "F02: {cuts} power cuts, seed {seed}: {} lines acknowledged, all of them stand; {untold} more stand that nobody was told of",
        acknowledged.count()
    ));
}

/// Hears the registrar until it has acknowledged something new (or a cut might prove nothing), and then until a moment by the dice.
fn work(registrar: &mut Registrar, seed: &mut Seed) -> Vec<Said> {
    let mut heard = Vec::new();
    while !matches!(heard.last(), Some(Said::Done(..))) {
        heard.push(registrar.hear().expect("the registrar works until the power goes"));
    }
    let micros = u64::try_from(LATEST.as_micros()).unwrap_or(u64::MAX);
    let moment = Instant::now() + Duration::from_micros(seed.below(micros));
    heard.extend(registrar.until(moment));
    heard
}
