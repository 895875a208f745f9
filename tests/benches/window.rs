//! The desk's window against a bare window of the same shell, in turns in one run: from the program's start to its first contentful paint, and
//! the memory of the whole tree of processes (PSS) once the page stands.
//!
//! Both are driven (a web view that is driven is not incognito), both built alike; the folder with `qabyldau` and `examples/bare` is named
//! by `QABYLDAU_WINDOWS`. The first start of each warms the machine and is not counted.

use std::path::{Path, PathBuf};
use std::time::Duration;

use qabyldau_store::surroundings::real;
use qabyldau_tests::bench::Outcome;
use qabyldau_tests::bench::figures::{Limit, Samples, say};
use qabyldau_tests::bench::ground::machine;
use qabyldau_tests::driving::{Display, Driver, Start};
use qabyldau_tests::running::{Branch, Who};

/// Starts of each that count.
const STARTS: usize = 10;
/// Milliseconds since 1970 of the page's first contentful paint; 0 while there was none.
const PAINT: &str = "const [paint] = performance.getEntriesByName('first-contentful-paint');
    return paint ? performance.timeOrigin + paint.startTime : 0";
/// How often a page is asked.
const PATIENCE: usize = 40;
/// `/proc` counts in hundredths of a second.
const TICKS: f64 = 100.0;

fn main() -> Outcome {
    let Some(windows) = std::env::var_os("QABYLDAU_WINDOWS").map(PathBuf::from) else {
        say("not proven here: QABYLDAU_WINDOWS names no folder with the windows; `cargo xtask bench` builds them");
        return Ok(());
    };
    say(&machine());
    let ground = tempfile_folder()?;
    let mut branch = Branch::found(&windows, &ground)?;
    branch.kill(Who::DeskA)?;
    let desk = [
        "--data".to_owned(),
        branch.path(Who::DeskA.folder()).display().to_string(),
    ];
    let environment = branch.environment();
    let display = Display::start(1366, 768)?;
    let mut bare = Measured::default();
    let mut own = Measured::default();
    for start in 0..=STARTS {
        let counts = start > 0;
        let (program, arguments) = (windows.join("examples/bare"), Vec::new());
        bare.add(counts, one(&display, &program, &arguments, &ground, &[])?);
        own.add(
            counts,
            one(&display, &windows.join("qabyldau"), &desk, &ground, &environment)?,
        );
    }
    say(&format!("bare window, start to first paint  {}", bare.paint));
    say(&format!("desk's window, the same            {}", own.paint));
    Limit::AtMost(1.3).judge("first paint of the desk, p50", own.paint.p50() / bare.paint.p50(), "×");
    say(&format!("bare window, PSS of its tree   {:.1} MB", bare.megabytes()));
    say(&format!("desk's window, the same        {:.1} MB", own.megabytes()));
    Limit::AtMost(1.15).judge("PSS of the desk's tree, p50", own.megabytes() / bare.megabytes(), "×");
    drop(branch);
    std::fs::remove_dir_all(&ground)?;
    Ok(())
}

/// What was seen of one program.
#[derive(Default)]
struct Measured {
    paint: Samples,
    kilobytes: Vec<u64>,
}

impl Measured {
    fn add(&mut self, counts: bool, (paint, kilobytes): (Duration, u64)) {
        if counts {
            self.paint.add(paint);
            self.kilobytes.push(kilobytes);
        }
    }

    /// The median.
    fn megabytes(&self) -> f64 {
        let mut sorted = self.kilobytes.clone();
        sorted.sort_unstable();
        sorted
            .get(sorted.len() / 2)
            .map_or(f64::NAN, |kilobytes| *kilobytes as f64 / 1024.0)
    }
}

/// One start: how long until the first paint, and the kilobytes of the tree then.
fn one(
    display: &Display,
    program: &Path,
    arguments: &[String],
    ground: &Path,
    environment: &[(String, String)],
) -> Outcome<(Duration, u64)> {
    let home = ground.join("home");
    std::fs::create_dir_all(&home)?;
    let driver = Driver::start(
        display,
        &Start {
            program,
            arguments,
            home: &home,
            environment,
            log: None,
        },
    )?;
    let painted = painted(&driver)?;
    let process = running(program)?;
    let began = started(process)?;
    // What is loaded after the paint belongs to what a person waits for, and to the memory.
    driver.take_a_moment();
    let kilobytes = tree(process)?.into_iter().map(pss).sum();
    Ok((Duration::from_secs_f64((painted - began).max(0.0)), kilobytes))
}

/// Seconds since 1970 of the first contentful paint. The page notes it by itself; it is only asked until it has.
fn painted(driver: &Driver) -> Outcome<f64> {
    for _ in 0..PATIENCE {
        match driver.run(PAINT)?.as_f64() {
            Some(ms) if ms > 0.0 => return Ok(ms / 1000.0),
            _ => driver.take_a_moment(),
        }
    }
    Err("the page noted no first contentful paint".into())
}

/// The process of this program.
fn running(program: &Path) -> Outcome<u32> {
    let wanted = program.canonicalize()?;
    for process in processes()? {
        if std::fs::read_link(format!("/proc/{process}/exe")).is_ok_and(|exe| exe == wanted) {
            return Ok(process);
        }
    }
    Err("the program is not among the processes".into())
}

/// Seconds since 1970 when a process was started.
fn started(process: u32) -> Outcome<f64> {
    let uptime = std::fs::read_to_string("/proc/uptime")?;
    let up: f64 = uptime.split(' ').next().unwrap_or_default().parse()?;
    let now = real().clock.now().utc_ms as f64 / 1000.0;
    let began: f64 = stat(process)?.get(19).ok_or("no start time")?.parse()?;
    Ok(now - up + began / TICKS)
}

/// What follows the name in `/proc/…/stat`.
fn stat(process: u32) -> Outcome<Vec<String>> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let after = text.rsplit(") ").next().unwrap_or_default();
    Ok(after.split(' ').map(str::to_owned).collect())
}

/// A process and all below it.
fn tree(root: u32) -> Outcome<Vec<u32>> {
    let parent = |process: &u32| -> Option<u32> { stat(*process).ok()?.get(1)?.parse().ok() };
    let all: Vec<(u32, u32)> = processes()?
        .into_iter()
        .filter_map(|process| Some((process, parent(&process)?)))
        .collect();
    let mut tree = vec![root];
    let mut at = 0;
    while let Some(one) = tree.get(at).copied() {
        tree.extend(
            all.iter()
                .filter(|(_, parent)| *parent == one)
                .map(|(process, _)| *process),
        );
        at += 1;
    }
    Ok(tree)
}

fn processes() -> Outcome<Vec<u32>> {
    let entries = std::fs::read_dir("/proc")?;
    Ok(entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect())
}

/// Kilobytes of a process, what it shares counted by its share; nothing for one that has ended.
fn pss(process: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("Pss:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
    kilobytes.unwrap_or_default()
}

fn tempfile_folder() -> Outcome<PathBuf> {
    let folder = std::env::temp_dir().join(format!("qabyldau-bench-window-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
