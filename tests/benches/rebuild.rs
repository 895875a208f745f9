//! Folding all projections anew from the ledger: visits as they are lived, and the worst there is, a journal of nothing but new lines.

use qabyldau_store::Store;
use qabyldau_tests::bench::figures::{Limit, say, timed};
use qabyldau_tests::bench::ground::{Ground, machine};
use qabyldau_tests::bench::{Outcome, branch, cpu, crowd, lived};
use qabyldau_tests::branch::Node;

/// Visits lived: 130,000 facts.
const VISITS: usize = 10_000;
/// Lines of the journal alone.
const LINES: usize = 100_000;
/// How often each is folded.
const TIMES: usize = 3;

fn main() -> Outcome {
    let ground = Ground::clear(env!("CARGO_TARGET_TMPDIR"), "rebuild")?;
    say(&format!("ground: {ground}"));
    let surroundings = branch::surroundings();
    let mut branch = lived::Branch::found(&ground.folder().join("lived"), &surroundings)?;
    let (lived, took) = timed(|| branch.live(VISITS));
    lived?;
    say(&format!(
        "{VISITS} visits written and taken in {:.1} s",
        took.as_secs_f64()
    ));
    let visits = format!(
        "visits as lived ({} facts about {} subjects each)",
        lived::FACTS,
        lived::SUBJECTS
    );
    rebuild(&mut branch.desk, &visits)?;
    let mut desk = Node::DESK_A.create(&ground.folder().join("lines"))?;
    crowd::fill(&mut desk, &surroundings, LINES)?;
    rebuild(&mut desk, "journal lines alone (a fact each)")
}

/// The best of some times counts: what else runs on the machine only ever slows it down.
fn rebuild(desk: &mut Store, what: &str) -> Outcome {
    say(&format!("measured connection: {:?}", desk.engine()?));
    let stood = desk.reader()?.projections_digest()?;
    let mut best = f64::MIN;
    for _ in 0..TIMES {
        let before = cpu::of_this_thread();
        let (facts, took) = timed(|| desk.rebuild());
        let (facts, computing) = (facts?, cpu::of_this_thread() - before);
        let rate = f64::from(u32::try_from(facts)?) / took.as_secs_f64();
        best = best.max(rate);
        say(&format!(
            "{facts} facts in {:.2} s ({:.2} s on the processor): {rate:.0} facts/s; {}",
            took.as_secs_f64(),
            computing.as_secs_f64(),
            machine()
        ));
    }
    if desk.reader()?.projections_digest()? != stood {
        return Err("the rebuilt projections are not those that stood".into());
    }
    Limit::AtLeast(30_000.0).judge(&format!("rebuild, {what}"), best, " facts/s");
    Ok(())
}
