//! F26: all projections are made again from the ledger; and a fresh node gets the same facts shuffled and split.
//!
//! The ledgers are those of days really lived: one of separate processes with a roster, a booth session and receptions, closed in part by the
//! portal's own command; and one of many people and days, made by `qabyldau-admin fill` through the same rules.

use std::path::Path;
use std::process::Command;

use qabyldau_domain::fact::{By, Digest, Draft, Fact, NodeKey};
use qabyldau_domain::facts::{NodeRoleV1, SubjectClosed};
use qabyldau_domain::ledger::{Chunk, Ledger as _};
use qabyldau_domain::subject::Subject;
use qabyldau_store::keys::slots::SlotFile;
use qabyldau_store::{DatabaseKey, NewNode, Place, Store};
use qabyldau_tests::running::{Branch, Outcome, Who, broken, holds};
use qabyldau_tests::say;
use qabyldau_tests::seed::Seed;
use serde_json::json;

use super::running::{plain, programs};

/// How often the facts are brought into another order.
const SHUFFLES: u64 = 8;
/// The most acts of one piece.
const PIECE: u64 = 12;

#[test]
fn f26_a_lived_day_rebuilt_shuffled_and_split_gives_the_same_tables_also_after_closings() {
    plain(|branch| {
        live(branch)?;
        branch.all_hold_the_same(&branch.path("papers"))?;
        let before = digest_of(branch)?;
        // The portal closes what its retention ends; the bodies go everywhere, and everybody's tables stay equal.
        let entries = ["0512-A-2026/000001", "0512-B-2026/000001", "0512-A-2026/000003"];
        for number in entries {
            branch.portal_tool(&["close-subject", &format!("entry/{number}")])?;
        }
        let facts = branch.all_hold_the_same(&branch.path("papers"))?;
        let erased = facts.iter().filter(|fact| fact["body"].is_null()).count();
        holds("bodies are gone", erased >= entries.len(), erased)?;
        let closed = digest_of(branch)?;
        holds("closings change the tables", before != closed, &closed)?;
        branch.kill(Who::DeskA)?;
        let mut seed = Seed::fresh();
        let mut store = branch.store(Who::DeskA)?;
        holds(
            "the file holds what the process said",
            digest(&store) == closed,
            &closed,
        )?;
        let pieces = again_and_again(&mut store, &branch.path("fresh"), &mut seed);
        say::figures(&format!(
            "F26: a lived day of {} facts, {erased} bodies erased, seed {seed}: rebuilt from the ledger, and {SHUFFLES} times shuffled and split \
             into {pieces} pieces: the same tables",
            facts.len()
        ));
        Ok(())
    });
}

#[test]
fn f26_many_filled_days_rebuilt_shuffled_and_split_give_the_same_tables_also_after_closings() {
    let folder = super::folder();
    let mut seed = Seed::fresh();
    let root = folder.path().join("trial");
    let filled = Command::new(programs().join("qabyldau-admin"))
        .args(["fill", "--people", "120", "--days", "6", "--json", "--seed"])
        .arg(seed.below(1 << 40).to_string())
        .arg("--data")
        .arg(&root)
        .output()
        .expect("fill starts");
    assert!(
        filled.status.success(),
        "seed {seed}: {}",
        String::from_utf8_lossy(&filled.stdout)
    );
    let (mut portal, mut desk) = (filled_store(&root, "portal"), filled_store(&root, "desk"));
    let before = digest(&desk);
    assert_eq!(digest(&portal), before, "seed {seed}");
    let pieces = again_and_again(&mut desk, &folder.path().join("before"), &mut seed);
    let closed = close_some(&mut portal, &mut seed);
    bring(&portal, &mut desk);
    assert_ne!(digest(&desk), before, "closings change the tables");
    assert_eq!(digest(&desk), digest(&portal), "seed {seed}");
    let after = again_and_again(&mut desk, &folder.path().join("after"), &mut seed);
    say::figures(&format!(
        "F26: {} facts of filled days, seed {seed}: rebuilt, and {SHUFFLES} times shuffled and split into {pieces} pieces: the same tables; then \
         {closed} subjects closed, rebuilt and split into {after} pieces: the same again",
        facts(&desk).len()
    ));
}

/// A short day with everything that folds: people of both desks, a correction, an annulment, receptions, a session in the booth.
fn live(branch: &mut Branch) -> Outcome {
    for place in 0..4 {
        branch.register(Who::DeskA, place)?;
        branch.register(Who::DeskB, place)?;
    }
    let correct = json!({"act": "correct", "number": "0512-A-2026/000002", "fields": {"given": "Тест"}, "reason": "жаңылыс басылды"});
    branch.act(Who::DeskA, &correct)?;
    let rows = branch.desk_a.ask(&json!({"do": "receptions"}))?;
    for (place, row) in rows.as_array().into_iter().flatten().take(4).enumerate() {
        let who = [Who::DeskA, Who::DeskB][place % 2];
        let arrive = json!({"act": "arrive", "reference": row["reference"], "other_document": false, "words": null});
        branch.act(who, &arrive)?;
    }
    let ask = json!({"act": "ask_booth", "number": "0512-A-2026/000001", "booth": "01", "continues": null});
    let session = branch.act(Who::DeskA, &ask)?["session"].clone();
    branch.not_me()?;
    branch.wait(Who::DeskB, &json!({"session": session, "state": "ended"}))?;
    Ok(())
}

fn digest_of(branch: &mut Branch) -> Outcome<String> {
    let said = branch.desk_a.ask(&json!({"do": "digest"}))?;
    let digest = said["digest"].as_str().map(str::to_owned);
    digest.ok_or_else(|| broken("a digest", said))
}

fn digest(store: &Store) -> String {
    let digest: Digest = store
        .reader()
        .and_then(|reader| reader.projections_digest())
        .expect("a digest");
    digest.to_string()
}

fn facts(store: &Store) -> Vec<Fact> {
    let reader = store.reader().expect("a reader");
    reader.facts().expect("facts").collect::<Result<_, _>>().expect("facts")
}

/// Rebuilds the store's tables from nothing, then gives its facts to fresh nodes, each time in another order and other pieces. All
/// must come to what stood. Answers the pieces of the last time.
fn again_and_again(store: &mut Store, folder: &Path, seed: &mut Seed) -> usize {
    let stood = digest(store);
    let marks = marks(store);
    store.rebuild().expect("a rebuild");
    assert_eq!(digest(store), stood, "seed {seed}: rebuilt");
    assert!(store.verify().expect("a verdict").is_good(), "seed {seed}: rebuilt");
    let acts = acts(facts(store));
    let mut pieces = 0;
    for shuffle in 0..SHUFFLES {
        let mut fresh = fresh(store, &folder.join(shuffle.to_string()), seed);
        pieces = give_shuffled(&acts, &mut fresh, seed);
        assert_eq!(fresh.have().expect("have"), store.have().expect("have"), "seed {seed}");
        assert_eq!(digest(&fresh), stood, "seed {seed}: shuffled and split");
        assert_eq!(self::marks(&fresh), marks, "seed {seed}: what does not count");
        let verdict = fresh.verify().expect("a verdict");
        assert!(verdict.is_good(), "seed {seed}: {:?}", verdict.findings);
    }
    pieces
}

/// Which facts do not count, and why.
fn marks(store: &Store) -> Vec<String> {
    let troubles = store.reader().and_then(|reader| reader.troubles()).expect("troubles");
    let mut marks: Vec<String> = troubles.iter().map(|trouble| format!("{trouble:?}")).collect();
    marks.sort();
    marks
}

fn fresh(store: &Store, folder: &Path, seed: &mut Seed) -> Store {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.bits().to_be_bytes());
    let new = NewNode {
        branch: store.branch(),
        role: NodeRoleV1::Desk,
        key: NodeKey::from_seed(&bytes),
        portal: store.portal(),
        projections: true,
    };
    let place = Place::new(folder.join("data")).with_state(folder.join("state"));
    let key = DatabaseKey::random(&qabyldau_store::surroundings::real());
    Store::create(place, &key, &new).expect("a fresh node")
}

/// The acts of all streams.
fn acts(facts: Vec<Fact>) -> Vec<Vec<Fact>> {
    let mut acts = vec![Vec::new()];
    for fact in facts {
        let ends = fact.act_end;
        acts.last_mut().expect("one").push(fact);
        if ends {
            acts.push(Vec::new());
        }
    }
    acts.retain(|act| !act.is_empty());
    acts
}

/// Gives all acts in pieces of random size. A stream's own acts come in their order, for nothing else is taken; which stream's turn it is,
/// the dice say. What a node is not yet known for, or hangs on another stream, comes again later.
fn give_shuffled(acts: &[Vec<Fact>], fresh: &mut Store, seed: &mut Seed) -> usize {
    let mut pieces = 0;
    loop {
        let held = fresh.have().expect("have");
        let missing = |act: &&Vec<Fact>| act[0].seq > held.get(&act[0].node).copied().unwrap_or(0);
        let mut streams: Vec<Vec<&Vec<Fact>>> = Vec::new();
        for act in acts.iter().filter(missing) {
            match streams.iter_mut().find(|stream| stream[0][0].node == act[0].node) {
                Some(stream) => stream.push(act),
                None => streams.push(vec![act]),
            }
        }
        if streams.is_empty() {
            return pieces;
        }
        seed.shuffle(&mut streams);
        let mut chunk = Chunk::default();
        for stream in &streams[..=seed.place(streams.len())] {
            let many = 1 + seed.below(PIECE);
            let some = stream.iter().take(usize::try_from(many).expect("small"));
            chunk.facts.extend(some.flat_map(|act| act.iter().cloned()));
        }
        fresh.take(&chunk).expect("take");
        pieces += 1;
        assert!(pieces < 100_000, "seed {seed}: it never ends");
    }
}

fn filled_store(root: &Path, node: &str) -> Store {
    let identity = std::fs::read_to_string(root.join("DEMONSTRATION-recovery-key")).expect("the key");
    let slots = SlotFile::at(&root.join(node));
    let key = slots.open_by_recovery_identity(&identity).expect("it opens").key;
    Store::open(Place::new(root.join(node)).with_state(root.join("state")), &key).expect("a store")
}

/// The portal closes every tenth journal line and reception, with what it holds of it. Answers how many.
fn close_some(portal: &mut Store, seed: &mut Seed) -> usize {
    let mut subjects: Vec<Subject> = facts(portal)
        .into_iter()
        .filter(|fact| ["EntryRegistered", "ReceptionAppointed"].contains(&fact.kind.as_str()))
        .map(|fact| fact.subject)
        .collect();
    subjects.dedup();
    let surroundings = qabyldau_store::surroundings::real();
    let mut closed = 0;
    for subject in subjects {
        if !seed.once_in(10) {
            continue;
        }
        let about = portal
            .reader()
            .and_then(|reader| reader.facts_about(&subject))
            .expect("facts");
        let body = SubjectClosed {
            through: about.iter().map(|fact| (fact.node, fact.seq)).collect(),
            state: "kept".into(),
            day: None,
        };
        let acted = portal.act(&surroundings, By::Node, |_| {
            Ok::<_, std::convert::Infallible>((vec![Draft::new(subject.clone(), &body)], ()))
        });
        assert!(acted.is_ok(), "the portal closes {subject}");
        closed += 1;
    }
    assert!(closed > 0, "seed {seed}: nothing was closed");
    closed
}

fn bring(from: &Store, to: &mut Store) {
    loop {
        let have = to.have().expect("have");
        let chunk = from
            .lack(&have, qabyldau_domain::ledger::Scope::Branch, 500)
            .expect("lack");
        if chunk.facts.is_empty() {
            return;
        }
        to.take(&chunk).expect("take");
    }
}
