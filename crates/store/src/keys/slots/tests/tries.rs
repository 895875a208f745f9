//! A03: wrong passwords are counted on disk before they are judged, and slowed down.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use qabyldau_domain::fact::Instant;
use qabyldau_domain::surroundings::{Clock, Surroundings};

use super::{AIGUL, BERIK, Desk, HERE, id, wrapped};
use crate::keys::slots::body::StaffSlot;
use crate::keys::slots::form::Content;
use crate::keys::slots::{SignInError, SignInRefused, delays};
use crate::keys::trial::person;
use crate::keys::{DeviceSecret as _, staff};

fn seconds(error: SignInError) -> (&'static str, u64) {
    match error {
        SignInError::Refused(SignInRefused::Wait { left }) => ("wait", left.as_secs()),
        SignInError::Refused(SignInRefused::WrongPassword { wait, .. }) => ("wrong", wait.as_secs()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_waits_grow_to_five_minutes_and_never_end() {
    let first: Vec<u64> = delays().take(9).map(|wait| wait.as_secs()).collect();
    assert_eq!(first, [0, 0, 0, 5, 15, 30, 60, 300, 300]);
    assert_eq!(delays().nth(100_000), Some(Duration::from_secs(300)));
}

#[test]
fn a03_wrong_tries_wait_longer_each_time_are_told_once_and_hinder_nobody_else() {
    let desk = Desk::paired(30, false);
    let wrong = || seconds(desk.sign_in(1, BERIK).unwrap_err());
    assert_eq!([wrong(), wrong(), wrong()], [("wrong", 0), ("wrong", 0), ("wrong", 5)]);
    assert_eq!(
        seconds(desk.sign_in(1, AIGUL).unwrap_err()),
        ("wait", 5),
        "not even the right one"
    );
    assert_eq!(desk.sign_in(2, BERIK).unwrap().1, 0, "Berik is not Aigul");

    desk.clock.0.fetch_add(4_999, Ordering::SeqCst);
    let before = desk.bytes(0);
    assert_eq!(wrong(), ("wait", 0), "a millisecond early");
    assert_eq!(desk.bytes(0), before, "a try that is not taken writes nothing");
    desk.clock.0.fetch_add(1, Ordering::SeqCst);
    assert_eq!(wrong(), ("wrong", 15));
    let page = desk.slots.sign_in_page(&desk.surroundings).unwrap();
    assert_eq!(page.people[0].wait, Duration::from_secs(15));

    desk.clock.0.fetch_add(15_000, Ordering::SeqCst);
    assert_eq!(desk.sign_in(1, AIGUL).unwrap().1, 4);
    assert_eq!(
        desk.sign_in(1, AIGUL).unwrap().1,
        4,
        "given again until the ledger has it"
    );
    desk.slots.told(id(1), 4).unwrap();
    assert_eq!(desk.sign_in(1, AIGUL).unwrap().1, 0);
}

#[test]
fn a_clock_set_back_makes_the_wait_start_anew_and_not_last_for_years() {
    let desk = Desk::paired(31, false);
    let now = desk.clock.0.load(Ordering::SeqCst);
    desk.clock.0.store(now + 70 * 365 * 86_400_000, Ordering::SeqCst);
    for _ in 0..3 {
        desk.slots.count_try(id(1), &desk.surroundings).unwrap();
    }
    desk.clock.0.store(now, Ordering::SeqCst);
    let count = || desk.slots.count_try(id(1), &desk.surroundings);
    assert_eq!(seconds(count().unwrap_err()), ("wait", 5));
    desk.clock.0.fetch_add(5_000, Ordering::SeqCst);
    assert_eq!(count().unwrap(), 4);
}

#[test]
fn a_try_is_counted_before_it_is_judged() {
    let desk = Desk::paired(33, false);
    let mut unfit = person(1, wrapped()[0].clone());
    let recipient = staff::check(&unfit.key).unwrap();
    unfit.key.memory_kib = 1024; // judging it ends in an error, not in a wrong password
    let secret = HERE
        .get_or_create(&desk.slots.read().unwrap().body.installation, &desk.surroundings)
        .unwrap();
    let mut body = desk.slots.read().unwrap().body;
    let slot = StaffSlot::seal_to(
        &recipient,
        &unfit,
        &body.installation,
        &desk.key,
        &secret,
        &desk.surroundings,
    );
    body.staff[0] = slot;
    let content = Content::sealed(&body, 2, BTreeMap::new(), &desk.key, &desk.surroundings);
    desk.slots.hold().unwrap().write(&content).unwrap();

    assert_eq!(desk.sign_in(1, AIGUL).unwrap_err().code(), "slots-staff-key");
    assert_eq!(desk.slots.read().unwrap().content.tries[&id(1)].failed, 1);
}

#[test]
fn two_at_once_never_count_into_each_other() {
    let desk = Desk::paired(34, false);
    let surroundings = Surroundings {
        clock: Arc::new(Striding(AtomicI64::new(0))),
        dice: desk.surroundings.dice.clone(),
    };
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..40 {
                    desk.slots.count_try(id(1), &surroundings).unwrap();
                }
            });
        }
    });
    assert_eq!(desk.slots.read().unwrap().content.tries[&id(1)].failed, 80);
}

/// Five minutes pass whenever it is asked.
struct Striding(AtomicI64);

impl Clock for Striding {
    fn now(&self) -> Instant {
        Instant {
            utc_ms: self.0.fetch_add(300_000, Ordering::SeqCst),
            offset_min: 300,
        }
    }
}

/// Not a test of its own: the process that the next test kills.
#[test]
#[ignore = "run by the test below in its own process"]
fn counts_until_killed() {
    use std::io::Write as _;
    let Some(folder) = std::env::var_os("QABYLDAU_TRIAL_FOLDER") else {
        return;
    };
    let slots = crate::keys::slots::SlotFile::at(folder.as_ref());
    let (surroundings, clock) = crate::keys::trial::surroundings(1);
    let mut out = std::io::stderr();
    loop {
        clock.0.fetch_add(300_000, Ordering::SeqCst);
        // The first try waits: this process's clock starts before the last one's end.
        if let Ok(failed) = slots.count_try(id(1), &surroundings) {
            writeln!(out, "counted {failed}").unwrap();
        }
    }
}

#[test]
fn a_count_told_to_another_process_outlives_a_kill_and_both_copies_stay_readable() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};

    let desk = Desk::paired(32, false);
    for kill in 0..12 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "keys::slots::tests::tries::counts_until_killed",
                "--ignored",
                "--nocapture",
            ])
            .env("QABYLDAU_TRIAL_FOLDER", desk.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap())
            .lines()
            .map_while(Result::ok);
        let mut told: u32 = 0;
        let mut count = |line: String| {
            if let Some(failed) = line.strip_prefix("counted ") {
                told = failed.parse().unwrap();
            }
        };
        // Another place in the write each time.
        lines.by_ref().take(3 + kill).for_each(&mut count);
        child.kill().unwrap();
        lines.for_each(&mut count);
        child.wait().unwrap();
        let kept = desk.slots.read().unwrap().content.tries[&id(1)].failed;
        assert!(
            told > 0 && (told..=told + 1).contains(&kept),
            "told {told}, kept {kept}"
        );
        for copy in [0, 1] {
            crate::keys::slots::form::read(&desk.bytes(copy)).unwrap_or_else(|damage| panic!("{copy}: {damage}"));
        }
    }
}
