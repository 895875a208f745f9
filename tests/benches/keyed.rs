//! The same registration into a keyed and into an unkeyed file, in turns, in one folder.
//!
//! Two processes of this program, because the engine's guard of freed memory, once a key was given, stays on for all files of a process: the
//! unkeyed one must never have seen a key.

use std::io::{BufRead as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use qabyldau_desk::{Act, Desk};
use qabyldau_domain::ledger::Chunk;
use qabyldau_standin::SecretInFile;
use qabyldau_store::Store;
use qabyldau_tests::bench::figures::{Limit, Samples, say, timed};
use qabyldau_tests::bench::ground::{Ground, machine};
use qabyldau_tests::bench::{Outcome, branch, cpu, crowd};
use qabyldau_tests::branch::Node;
use qabyldau_tests::people::People;
use qabyldau_tests::process::Process;
use serde_json::{Value, json};

/// How many people both journals hold already.
const BEFORE: usize = 20_000;
/// How many are registered in each.
const TIMES: usize = 1000;

const KEYED: &str = "keyed";
const UNKEYED: &str = "unkeyed";

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [kind, folder] if kind == KEYED || kind == UNKEYED => one_side(kind, Path::new(folder)),
        _ => both_in_turns(),
    }
}

fn both_in_turns() -> Outcome {
    let ground = Ground::clear(env!("CARGO_TARGET_TMPDIR"), "keyed")?;
    say(&format!("ground: {ground}"));
    let directory = branch::directory(&branch::portal(ground.folder(), &branch::surroundings())?)?;
    std::fs::write(heard(ground.folder()), serde_json::to_vec(&directory)?)?;
    let mut keyed = Side::start(KEYED, ground.folder())?;
    let mut unkeyed = Side::start(UNKEYED, ground.folder())?;
    for time in 0..TIMES {
        // Who goes first changes, so that neither always finds the disk as the other left it.
        let order = match time % 2 {
            0 => [&mut keyed, &mut unkeyed],
            _ => [&mut unkeyed, &mut keyed],
        };
        for side in order {
            side.register()?;
        }
    }
    say(&format!("each journal holds {BEFORE} people before; {}", machine()));
    for side in [&keyed, &unkeyed] {
        say(&format!("{:<8} {}", side.process.name(), side.took));
        say(&format!("  of it on the processor  {}", side.computing));
    }
    Limit::AtMost(1.2).judge("keyed against unkeyed, p50", keyed.took.p50() / unkeyed.took.p50(), "×");
    Ok(())
}

fn heard(folder: &Path) -> PathBuf {
    folder.join("directory.json")
}

/// One of the two, as the measuring process sees it.
struct Side {
    process: Process,
    took: Samples,
    computing: Samples,
}

impl Side {
    fn start(kind: &str, folder: &Path) -> Outcome<Self> {
        let program = std::env::current_exe()?;
        let log = folder.join(format!("{kind}.log"));
        let mut process = Process::start(kind, &program, &[kind, &folder.to_string_lossy()], &log)?;
        let ready = process.line()?;
        say(&format!(
            "measured connection, {kind}: {}",
            ready["engine"].as_str().unwrap_or("?")
        ));
        Ok(Self {
            process,
            took: Samples::default(),
            computing: Samples::default(),
        })
    }

    fn register(&mut self) -> Outcome {
        let answer = self.process.ask(&json!({}))?;
        let figure = |name: &str| answer[name].as_u64().map(Duration::from_nanos);
        self.took.add(figure("took").ok_or("the side measured nothing")?);
        self.computing.add(figure("computing").unwrap_or_default());
        Ok(())
    }
}

/// The process of one side: registers somebody for each line it is told.
fn one_side(kind: &str, folder: &Path) -> Outcome {
    let surroundings = branch::surroundings();
    let place = Node::DESK_A.place(&folder.join(kind));
    let new = Node::DESK_A.made_from();
    let mut store = match kind {
        KEYED => Store::create(place, &Node::DESK_A.database_key(), &new)?,
        _ => Store::create_unkeyed(place, &new)?,
    };
    let directory: Chunk = serde_json::from_slice(&std::fs::read(heard(folder))?)?;
    branch::hears(&mut store, &directory)?;
    crowd::fill(&mut store, &surroundings, BEFORE)?;
    answer(&json!({"engine": format!("{:?}", store.engine()?)}))?;
    let device = Arc::new(SecretInFile::at(folder));
    let desk = Desk::over(store, branch::worker(), device, surroundings.clone())?;
    let confirmed = Some(surroundings.clock.now().date());
    desk.transact(&Act::OpenDay { confirmed })?;
    for (line, person) in std::io::stdin().lock().lines().zip(People::of(7)) {
        line?;
        let visit = Act::Register(Box::new(person.visit(surroundings.clock.now())));
        let before = cpu::of_this_thread();
        let (done, took) = timed(|| desk.transact(&visit));
        done?;
        let computing = cpu::of_this_thread() - before;
        answer(&json!({"took": nanoseconds(took), "computing": nanoseconds(computing)}))?;
    }
    Ok(())
}

fn nanoseconds(span: Duration) -> u64 {
    u64::try_from(span.as_nanos()).unwrap_or(u64::MAX)
}

fn answer(words: &Value) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{words}")?;
    out.flush()
}
