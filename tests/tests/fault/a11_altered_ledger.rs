//! A11: somebody who holds the database key edits, deletes and reorders rows; a hub invents facts.
//!
//! The file is that of a desk of a running branch, at rest; what is altered is found by the commands an administrator has. Each case begins from
//! the sound file.

use std::path::{Path, PathBuf};

use qabyldau_domain::fact::{ACT_TAG, Act, By, Digest, Draft, Fact, Head, NodeId, seal};
use qabyldau_domain::facts::DayClosed;
use qabyldau_domain::subject::Subject;
use qabyldau_store::Store;
use qabyldau_tests::running::{Branch, Outcome, RunError, Who, broken, holds};
use qabyldau_tests::say;
use rusqlite::named_params;
use serde_json::{Value, json};

use super::running::plain;

/// The place that is altered.
const PLACE: u64 = 3;

/// What is done to the rows of a stream, and what must be said of it: the code, and the place where it is one.
struct Case {
    what: &'static str,
    sql: &'static str,
    said: (&'static str, Option<u64>),
}

const EDITED: [Case; 10] = [
    edited(
        "the body",
        "UPDATE ledger_fact SET body = replace(body, '}', ' }') WHERE {place}",
    ),
    edited("the tick", "UPDATE ledger_fact SET tick = tick + 1 WHERE {place}"),
    edited("the moment", "UPDATE ledger_fact SET at_ms = at_ms + 1 WHERE {place}"),
    edited("who did it", "UPDATE ledger_fact SET by = 'applicant' WHERE {place}"),
    edited(
        "the kind",
        "UPDATE ledger_fact SET kind = 'EntryAnnulled' WHERE {place}",
    ),
    edited(
        "the subject",
        "UPDATE ledger_fact SET subject = subject || '9' WHERE {place}",
    ),
    edited("the hash", "UPDATE ledger_fact SET hash = randomblob(32) WHERE {place}"),
    Case {
        what: "what is no fact any more",
        sql: "UPDATE ledger_fact SET by = 'somebody' WHERE {place}",
        said: ("unreadable", Some(PLACE)),
    },
    Case {
        what: "deleted",
        sql: "DELETE FROM ledger_fact WHERE {place}",
        said: ("gap", Some(PLACE)),
    },
    Case {
        what: "reordered",
        sql: "UPDATE ledger_fact SET seq = seq + 100000 WHERE {stream} AND seq IN (3, 4);
              UPDATE ledger_fact SET seq = CASE seq WHEN 100003 THEN 4 ELSE 3 END WHERE {stream} AND seq > 100000",
        said: ("wrong-hash", Some(PLACE)),
    },
];

const fn edited(what: &'static str, sql: &'static str) -> Case {
    Case {
        what,
        sql,
        said: ("wrong-hash", Some(PLACE)),
    }
}

#[test]
fn a11_rows_altered_by_who_holds_the_key_are_named_by_the_administrators_commands() {
    plain(|branch| {
        for place in 0..4 {
            branch.register(Who::DeskA, place)?;
        }
        branch.all_hold_the_same(&branch.path("papers"))?;
        let export = branch.path("papers/portal.facts.jsonl");
        branch.kill(Who::DeskA)?;
        let sound = Sound::of(branch)?;
        holds(
            "what was written verifies",
            findings(branch, &[])?.is_empty(),
            "findings",
        )?;
        for case in &EDITED {
            sound.put_back(branch)?;
            let store = branch.store(Who::DeskA)?;
            run(&store, &on(case.sql, store.node()))?;
            named(branch, store, case.what, &[], case.said)?;
        }
        sound.put_back(branch)?;
        let store = branch.store(Who::DeskA)?;
        let last = sound.facts.len() as u64;
        run(
            &store,
            &on(
                &format!("DELETE FROM ledger_fact WHERE {{stream}} AND seq = {last}"),
                store.node(),
            ),
        )?;
        named(branch, store, "the last row deleted", &[], ("behind-note", None))?;

        sound.put_back(branch)?;
        let store = branch.store(Who::DeskA)?;
        overwrite(&store, &hashed_anew(&sound.facts))?;
        named(
            branch,
            store,
            "edited and hashed anew",
            &[],
            ("wrong-signature", Some(PLACE)),
        )?;

        sound.put_back(branch)?;
        let store = branch.store(Who::DeskA)?;
        let anew = signed_anew(&hashed_anew(&sound.facts), &store);
        overwrite(&store, &anew)?;
        named(
            branch,
            store,
            "signed anew by its own writer",
            &[],
            ("checkpoint-differs", Some(last)),
        )?;
        let export = export.display().to_string();
        let store = branch.store(Who::DeskA)?;
        named(
            branch,
            store,
            "signed anew, beside the portal's export",
            &["--against", &export],
            ("peer-differs", Some(PLACE)),
        )?;
        portal_names_its_own(branch, sound.node)?;
        say::figures(&format!(
            "A11: {} ways to alter a desk's rows with the database key: verify named each; signed anew by the desk itself, seq {PLACE} was the \
             first that differs from the portal; the portal named its own altered row",
            EDITED.len() + 3
        ));
        Ok(())
    });
}

#[test]
fn a11_facts_that_a_hub_invents_fail_their_authors_signature_at_the_desk() {
    plain(|branch| {
        branch.register(Who::DeskB, 0)?;
        branch.all_hold_the_same(&branch.path("papers"))?;
        // The author is not there to object: what the hub gives out in its name must fail by itself.
        branch.kill(Who::DeskB)?;
        let author = branch.store(Who::DeskB)?.node();
        branch.kill(Who::Hub)?;
        let invented = {
            let hub = branch.store(Who::Hub)?;
            let invented = invent(&hub, author)?;
            insert(&hub, &invented)?;
            invented
        };
        branch.restart(Who::Hub)?;
        let refused = branch.wait(Who::DeskA, &json!({"refused_here": author.to_string()}))?;
        holds(
            "the desk refuses them by name",
            refused["seq"] == invented.seq && refused["code"] == "wrong-signature",
            &refused,
        )?;
        branch.register(Who::DeskA, 1)?;
        let heads = branch.heads_of(Who::DeskA)?;
        holds(
            "nothing of them is at the desk",
            heads.get(&author.to_string()) == Some(&(invented.seq - 1)),
            format_args!("{heads:?}"),
        )?;
        let verdict = branch.desk_a.ask(&json!({"do": "verify"}))?;
        holds("the desk verifies", verdict["sound"] == true, &verdict)?;
        let stands = |branch: &Branch| -> Outcome<bool> {
            let facts = branch.portal_facts()?;
            let author = author.to_string();
            Ok(facts
                .iter()
                .any(|fact| fact["node"] == author.as_str() && fact["seq"] == invented.seq))
        };
        holds("nothing of them is at the portal", !stands(branch)?, "it took them")?;
        say::figures(
            "A11: a hub invented a fact in a desk's name: the other desk refused it as wrong-signature, the portal holds nothing of it",
        );
        Ok(())
    });
}

/// The sound file and its stream.
struct Sound {
    kept: PathBuf,
    node: NodeId,
    facts: Vec<Fact>,
}

impl Sound {
    fn of(branch: &Branch) -> Outcome<Self> {
        let store = branch.store(Who::DeskA)?;
        let node = store.node();
        let facts = store
            .reader()
            .and_then(|reader| reader.facts_of_stream(&node, 0, 10_000));
        let facts = facts.map_err(|error| broken("the stream", error))?;
        // Closed, the file is whole without its WAL.
        drop(store);
        let kept = branch.path("sound.db");
        copy(&branch.path("desk-a/ledger.db"), &kept)?;
        Ok(Self { kept, node, facts })
    }

    fn put_back(&self, branch: &Branch) -> Outcome {
        for end in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(branch.path(&format!("desk-a/ledger.db{end}")));
        }
        copy(&self.kept, &branch.path("desk-a/ledger.db"))
    }
}

fn copy(from: &Path, to: &Path) -> Outcome {
    std::fs::copy(from, to)
        .map(drop)
        .map_err(|error| RunError::File(from.into(), error))
}

/// The statement about the stream and the place.
fn on(sql: &str, node: NodeId) -> String {
    let stream = format!("node = x'{node}'");
    sql.replace("{place}", &format!("{stream} AND seq = {PLACE}"))
        .replace("{stream}", &stream)
}

fn run(store: &Store, sql: &str) -> Outcome {
    let raw = store.raw().map_err(|error| broken("the connection", error))?;
    raw.execute_batch(sql).map_err(|error| broken(sql, error))
}

/// Closes the file, verifies it by command, and wants the finding among those that are wrong.
fn named(branch: &Branch, store: Store, what: &str, more: &[&str], said: (&str, Option<u64>)) -> Outcome {
    drop(store);
    let found = findings(branch, more)?;
    let (code, seq) = said;
    holds(
        &format!("{what}: {code} {seq:?}"),
        found
            .iter()
            .any(|finding| finding["code"] == code && seq.is_none_or(|seq| finding["seq"] == seq)),
        format_args!("{found:?}"),
    )
}

/// What `qabyldau-admin verify` says is wrong with desk A; nothing only if it ends well.
fn findings(branch: &Branch, more: &[&str]) -> Outcome<Vec<Value>> {
    let arguments: Vec<&str> = ["verify"].iter().chain(more).copied().collect();
    let said = branch.admin_says(Who::DeskA, &arguments)?;
    let mut lines = said.lines()?;
    lines.retain(|line| line["state"] == "wrong");
    holds(
        "findings and exit code agree",
        lines.is_empty() == said.well,
        format_args!("{said:?}"),
    )?;
    Ok(lines)
}

/// The stream from the place on, with another body there and every hash made to fit again.
fn hashed_anew(facts: &[Fact]) -> Vec<Fact> {
    let mut facts = facts.to_vec();
    let place = usize::try_from(PLACE).expect("small") - 1;
    let body = facts[place].body.clone().expect("a body").replace('}', " }");
    facts[place].body_hash = Digest::of(body.as_bytes());
    facts[place].body = Some(body);
    for at in place..facts.len() {
        facts[at].prev = facts[at - 1].hash;
        facts[at].hash = facts[at].expected_hash();
    }
    facts.split_off(place)
}

fn signed_anew(facts: &[Fact], store: &Store) -> Vec<Fact> {
    let mut facts = facts.to_vec();
    for fact in facts.iter_mut().filter(|fact| fact.act_end) {
        let message = [ACT_TAG, fact.hash.as_bytes()].concat();
        fact.sig = Some(store.node_key().sign(&message));
    }
    facts
}

/// Writes facts over the rows at their places.
fn overwrite(store: &Store, facts: &[Fact]) -> Outcome {
    const SQL: &str = "UPDATE ledger_fact SET body = :body, body_hash = :body_hash, prev = :prev, hash = :hash, sig = :sig \
                       WHERE node = :node AND seq = :seq";
    let raw = store.raw().map_err(|error| broken("the connection", error))?;
    for fact in facts {
        let changed = raw.execute(
            SQL,
            named_params! {
                ":body": fact.body, ":body_hash": fact.body_hash.as_bytes(), ":prev": fact.prev.as_bytes(),
                ":hash": fact.hash.as_bytes(), ":sig": fact.sig.map(|sig| sig.0),
                ":node": fact.node.as_bytes(), ":seq": i64::try_from(fact.seq).expect("small"),
            },
        );
        holds("a row is written over", changed == Ok(1), format_args!("{changed:?}"))?;
    }
    Ok(())
}

/// A fact in another's name, as a hub can make it that knows everything but the key: well hashed, onward from the last, signed by itself.
fn invent(hub: &Store, author: NodeId) -> Outcome<Fact> {
    let head = hub
        .reader()
        .and_then(|reader| reader.facts_of_stream(&author, 0, 10_000));
    let last = head.map_err(|error| broken("the stream", error))?.pop();
    let last = last.ok_or_else(|| broken("the author's stream", "nothing"))?;
    let head = Some(Head {
        seq: last.seq,
        hash: last.hash,
    });
    let date = qabyldau_tests::standstill::MORNING.date();
    let act = Act {
        at: last.at,
        by: By::Node,
        drafts: vec![Draft::new(Subject::day(&author, date), &DayClosed { date, entries: 9 })],
    };
    let facts = seal(last.branch, hub.node_key(), head, last.tick + 100, &act, || [1; 16]);
    let mut fact = facts.map_err(|error| broken("an act", error))?.remove(0);
    fact.node = author;
    fact.hash = fact.expected_hash();
    fact.sig = Some(hub.node_key().sign(&[ACT_TAG, fact.hash.as_bytes()].concat()));
    Ok(fact)
}

fn insert(store: &Store, fact: &Fact) -> Outcome {
    const SQL: &str = "INSERT INTO ledger_fact (node, seq, tick, at_ms, at_offset, by, subject, kind, version, body, body_hash, prev, hash, act_end, sig) \
                       VALUES (:node, :seq, :tick, :at_ms, :at_offset, :by, :subject, :kind, :version, :body, :body_hash, :prev, :hash, 1, :sig)";
    let raw = store.raw().map_err(|error| broken("the connection", error))?;
    let signed = |number: u64| i64::try_from(number).expect("small");
    let written = raw.execute(
        SQL,
        named_params! {
            ":node": fact.node.as_bytes(), ":seq": signed(fact.seq), ":tick": signed(fact.tick), ":at_ms": fact.at.utc_ms,
            ":at_offset": fact.at.offset_min, ":by": fact.by.to_string(), ":subject": fact.subject.as_str(), ":kind": fact.kind,
            ":version": fact.version, ":body": fact.body, ":body_hash": fact.body_hash.as_bytes(), ":prev": fact.prev.as_bytes(),
            ":hash": fact.hash.as_bytes(), ":sig": fact.sig.map(|sig| sig.0),
        },
    );
    holds("the invented row stands", written == Ok(1), format_args!("{written:?}"))?;
    raw.execute("UPDATE ledger_tick SET tick = max(tick, ?1)", [signed(fact.tick)])
        .map(drop)
        .map_err(|error| broken("the tick", error))
}

/// The portal's own file: a row of the desk's stream edited there is named by the portal's own command.
fn portal_names_its_own(branch: &mut Branch, node: NodeId) -> Outcome {
    branch.kill(Who::Hub)?;
    branch.kill(Who::Portal)?;
    let store = branch.store(Who::Portal)?;
    run(&store, &on(EDITED[0].sql, node))?;
    drop(store);
    let said = branch.portal_says(&["verify"])?;
    let verdict: Value =
        serde_json::from_str(said.text.trim()).map_err(|error| broken("the portal's verdict", error))?;
    let expected = json!({"stream": node.to_string(), "seq": PLACE, "code": "wrong-hash"});
    holds(
        "the portal names the row",
        !said.well
            && verdict["sound"] == false
            && verdict["faults"].as_array().is_some_and(|all| all.contains(&expected)),
        &verdict,
    )
}
