//! 10,000 facts that waited at a desk go to the hub and on to the portal: three processes, real sockets, TLS. Seconds, and what it costs each.
//!
//! This program starts portal and hub, and itself once more as the desk.

use std::io::{BufRead as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use qabyldau_desk::{Act, Desk, Locked, pair};
use qabyldau_domain::fact::NodeId;
use qabyldau_exchange::client::Exchanger;
use qabyldau_standin::SecretInFile;
use qabyldau_tests::bench::figures::say;
use qabyldau_tests::bench::ground::{Ground, machine};
use qabyldau_tests::bench::relays::Relays;
use qabyldau_tests::bench::{Outcome, cpu};
use qabyldau_tests::demo;
use qabyldau_tests::people::People;
use serde_json::{Value, json};

/// Facts that wait.
const FACTS: u64 = 10_000;
/// Longer than it may ever take.
const PATIENCE: Duration = Duration::from_secs(300);

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [role, folder] if role == "desk" => desk(Path::new(folder)),
        _ => drain(),
    }
}

fn drain() -> Outcome {
    let ground = Ground::clear(env!("CARGO_TARGET_TMPDIR"), "drain")?;
    say(&format!("ground: {ground}"));
    let program = std::env::current_exe()?;
    let relays = Relays::start(&programs(&program)?, ground.folder())?;
    let folder = ground.folder().join("desk");
    std::fs::create_dir_all(&folder)?;
    let mut desk = relays.beside("desk", &program, &["desk", &folder.to_string_lossy()])?;
    desk.ask(&json!({"do": "pair", "code": relays.desk_code()?}))?;
    let filled = desk.ask(&json!({"do": "fill"}))?;
    say(&format!(
        "measured connection, desk: {}",
        filled["engine"].as_str().unwrap_or("?")
    ));
    let portal = relays.portal_file()?;
    say(&format!("measured connection, portal: {:?}", portal.engine()?));
    let node: NodeId = filled["node"].as_str().unwrap_or_default().parse()?;
    let last = filled["last"].as_u64().ok_or("the desk wrote nothing")?;
    let sides = [
        ("desk", desk.id()),
        ("hub", relays.hub.id()),
        ("portal", relays.portal.id()),
    ];
    let cost = || sides.map(|(_, id)| cpu::of_process(id));
    let held = || -> Outcome<u64> { Ok(portal.reader()?.head(&node)?.map_or(0, |head| head.seq)) };
    let (before, began, waited) = (cost(), Instant::now(), held()?);
    desk.ask(&json!({"do": "connect"}))?;
    let mut at_hub = None;
    while held()? < last {
        let heard = desk.ask(&json!({"do": "listen"}))?;
        if at_hub.is_none() && heard["sent"] == true {
            at_hub = Some(began.elapsed());
        }
        if began.elapsed() > PATIENCE {
            return Err(format!("not drained in {PATIENCE:?}: {heard}").into());
        }
    }
    let took = began.elapsed().as_secs_f64();
    let after = cost();
    let facts = last - waited;
    let at_hub = at_hub.map_or_else(
        || "not seen".to_owned(),
        |at_hub| format!("{:.2} s", at_hub.as_secs_f64()),
    );
    say(&format!(
        "{facts} facts, each an act of its own, at the hub after {at_hub}, at the portal after {took:.2} s ({:.0} facts/s); {}",
        f64::from(u32::try_from(facts)?) / took,
        machine()
    ));
    let mut all = Duration::ZERO;
    for ((name, _), (before, after)) in sides.iter().zip(before.iter().zip(after)) {
        say(&format!("{name:<8} {:.2} CPU-seconds", (after - *before).as_secs_f64()));
        all += after - *before;
    }
    say(&format!("together {:.2} CPU-seconds", all.as_secs_f64()));
    Ok(())
}

/// Benches are built beside the programs, one folder further down.
fn programs(bench: &Path) -> Outcome<PathBuf> {
    Ok(bench.ancestors().nth(2).ok_or("this program has no folder")?.to_owned())
}

/// A running exchange and its news.
type Line = (Exchanger, Receiver<()>);

/// The desk's process.
fn desk(folder: &Path) -> Outcome {
    let surroundings = qabyldau_store::surroundings::real();
    let device = Arc::new(SecretInFile::at(folder));
    let mut open: Option<(Arc<Desk>, Option<Line>)> = None;
    for line in std::io::stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let said = match (asked["do"].as_str().unwrap_or_default(), &mut open) {
            ("pair", _) => {
                pair(
                    folder,
                    asked["code"].as_str().unwrap_or_default(),
                    device.as_ref(),
                    &surroundings,
                )?;
                json!({"paired": true})
            }
            ("fill", slot) => {
                let locked = Locked::at(folder, device.clone(), surroundings.clone());
                let desk = filled(&locked)?;
                let said = whereabouts(&desk)?;
                *slot = Some((Arc::new(desk), None));
                said
            }
            ("connect", Some((desk, line))) => {
                let (sender, news) = channel();
                let exchanger = desk.connect(Arc::new(move |_| {
                    // Nobody listening any more is no fault.
                    let _ = sender.send(());
                }))?;
                *line = Some((exchanger, news));
                json!({"connecting": true})
            }
            ("listen", Some((_, Some((exchanger, news))))) => {
                let _ = news.recv_timeout(Duration::from_millis(20));
                let status = exchanger.status();
                json!({"sent": status.connected && status.unsent == 0, "trouble": status.trouble})
            }
            _ => json!({"failed": asked}),
        };
        let mut out = std::io::stdout().lock();
        writeln!(out, "{said}")?;
        out.flush()?;
    }
    Ok(())
}

/// Somebody signs in, opens the day and registers people. For this long nothing waits for the disk; what is measured afterwards does.
fn filled(locked: &Locked) -> Outcome<Desk> {
    let member = &demo::STAFF[0];
    let page = locked.state()?;
    let choice = page
        .staff
        .iter()
        .find(|choice| choice.name == member.name)
        .ok_or("nobody of that name")?;
    let desk = locked.sign_in(choice.id, member.password)?;
    let now = qabyldau_store::surroundings::real().clock.now();
    synchronous(&desk, "OFF")?;
    desk.transact(&Act::OpenDay {
        confirmed: Some(now.date()),
    })?;
    for person in People::of(7) {
        let ledger = desk.ledger();
        let store = ledger.lock().map_err(|_| "the ledger is poisoned")?;
        let head = store.reader()?.head(&store.node())?;
        drop(store);
        if head.is_some_and(|head| head.seq >= FACTS) {
            break;
        }
        desk.transact(&Act::Register(Box::new(person.visit(now))))?;
    }
    synchronous(&desk, "FULL")?;
    Ok(desk)
}

fn synchronous(desk: &Desk, how: &str) -> Outcome {
    let ledger = desk.ledger();
    let store = ledger.lock().map_err(|_| "the ledger is poisoned")?;
    store.raw()?.execute_batch(&format!("PRAGMA synchronous = {how}"))?;
    Ok(())
}

fn whereabouts(desk: &Desk) -> Outcome<Value> {
    let ledger = desk.ledger();
    let store = ledger.lock().map_err(|_| "the ledger is poisoned")?;
    let head = store.reader()?.head(&store.node())?;
    Ok(json!({
        "engine": format!("{:?}", store.engine()?),
        "node": store.node().to_string(),
        "last": head.map(|head| head.seq),
    }))
}
