//! A registration through the desk's door into a real encrypted file, until it is on the disk, against the least a disk can do: one page of
//! 4 KiB appended and synced. In turns, in one folder.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use qabyldau_desk::{Act, Desk, Failed};
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_standin::SecretInFile;
use qabyldau_tests::bench::figures::{Limit, Samples, say, timed};
use qabyldau_tests::bench::ground::{Ground, machine};
use qabyldau_tests::bench::{Outcome, branch, cpu, crowd};
use qabyldau_tests::branch::Node;
use qabyldau_tests::people::People;

/// How many people the journal holds already.
const BEFORE: usize = 20_000;
/// How many are registered.
const TIMES: usize = 1000;

fn main() -> Outcome {
    let ground = Ground::clear(env!("CARGO_TARGET_TMPDIR"), "register")?;
    say(&format!("ground: {ground}"));
    let surroundings = branch::surroundings();
    let desk = desk(ground.folder(), &surroundings)?;
    let mut floor = File::options()
        .append(true)
        .create(true)
        .open(ground.folder().join("floor"))?;
    let page = [0x5a_u8; 4096];
    let (mut acts, mut floors, mut computing) = (Samples::default(), Samples::default(), Samples::default());
    for person in People::of(7).take(TIMES) {
        let (written, took) = timed(|| floor.write_all(&page).and_then(|()| floor.sync_data()));
        written?;
        floors.add(took);
        let visit = Act::Register(Box::new(person.visit(surroundings.clock.now())));
        let before = cpu::of_this_thread();
        let (done, took) = timed(|| desk.transact(&visit));
        done?;
        computing.add(cpu::of_this_thread() - before);
        acts.add(took);
    }
    say(&format!("the journal holds {BEFORE} people before; {}", machine()));
    say(&format!("floor, 4 KiB append + fdatasync  {floors}"));
    say(&format!("registration through the door    {acts}"));
    say(&format!("  of it on the processor         {computing}"));
    Limit::AtMost(1.5).judge("registration against the floor, p50", acts.p50() / floors.p50(), "×");
    Ok(())
}

/// A desk with its day open.
fn desk(folder: &Path, surroundings: &Surroundings) -> Outcome<Desk> {
    let directory = branch::directory(&branch::portal(folder, surroundings)?)?;
    let mut store = Node::DESK_A.create(folder)?;
    branch::hears(&mut store, &directory)?;
    crowd::fill(&mut store, surroundings, BEFORE)?;
    say(&format!("measured connection: {:?}", store.engine()?));
    let device = Arc::new(SecretInFile::at(folder));
    let desk = Desk::over(store, branch::worker(), device, surroundings.clone())?;
    open_day(&desk, surroundings)?;
    Ok(desk)
}

fn open_day(desk: &Desk, surroundings: &Surroundings) -> Result<(), Failed> {
    let confirmed = Some(surroundings.clock.now().date());
    desk.transact(&Act::OpenDay { confirmed }).map(drop)
}
