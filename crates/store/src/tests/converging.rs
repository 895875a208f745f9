//! Any order and any split of the same acts gives the same tables, also after closings erased bodies (F26).

use std::collections::BTreeMap;

use proptest::prelude::*;
use qabyldau_domain::ledger::Chunk;
use qabyldau_domain::number::ReceptionRef;

use super::*;

/// One step of somebody's day.
#[derive(Debug, Clone)]
enum Step {
    Register { desk: usize, who: usize },
    Correct { desk: usize, line: usize },
    Annul { desk: usize, line: usize },
    Arrive { desk: usize, row: u64 },
    Undo { desk: usize, row: u64 },
    Appoint { row: u64 },
    Ask { desk: usize, line: usize },
    Withdraw { desk: usize },
    Answer { session: usize, accepts: bool },
    Move { session: usize, stage: usize },
    Tell { desk: usize, session: usize },
    Take { word: usize, taken: bool },
    Close { line: usize },
    Meet { from: usize, to: usize, limit: usize },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let desk = 0..2_usize;
    let line = 0..6_usize;
    let row = 0..3_u64;
    // Each desk asks for one session.
    let session = 0..2_usize;
    let step = prop_oneof![
        4 => (desk.clone(), 0..3_usize).prop_map(|(desk, who)| Step::Register { desk, who }),
        2 => (desk.clone(), line.clone()).prop_map(|(desk, line)| Step::Correct { desk, line }),
        1 => (desk.clone(), line.clone()).prop_map(|(desk, line)| Step::Annul { desk, line }),
        2 => (desk.clone(), row.clone()).prop_map(|(desk, row)| Step::Arrive { desk, row }),
        1 => (desk.clone(), row.clone()).prop_map(|(desk, row)| Step::Undo { desk, row }),
        1 => row.prop_map(|row| Step::Appoint { row }),
        2 => (desk.clone(), line.clone()).prop_map(|(desk, line)| Step::Ask { desk, line }),
        1 => desk.clone().prop_map(|desk| Step::Withdraw { desk }),
        2 => (session.clone(), any::<bool>()).prop_map(|(session, accepts)| Step::Answer { session, accepts }),
        2 => (session.clone(), 0..4_usize).prop_map(|(session, stage)| Step::Move { session, stage }),
        1 => (desk, session).prop_map(|(desk, session)| Step::Tell { desk, session }),
        1 => (0..4_usize, any::<bool>()).prop_map(|(word, taken)| Step::Take { word, taken }),
        1 => line.prop_map(|line| Step::Close { line }),
        3 => (0..4_usize, 0..3_usize, 1..4_usize).prop_map(|(from, to, limit)| Step::Meet { from, to, limit }),
    ];
    prop::collection::vec(step, 1..24)
}

/// Portal, two desks and a booth, and what was written so far.
struct Branch {
    nodes: [Node; 4],
    lines: Vec<EntryNumber>,
    /// The ticks of the questions.
    asked: [u64; 2],
    /// Session, desk and tick of each word.
    words: Vec<(usize, usize, u64)>,
}

/// The booth among the nodes: it holds its own stream alone, and gives it to the portal.
const BOOTH: usize = 3;

fn session(session: usize) -> Subject {
    Subject::session(&["cd", "ce"][session].repeat(16))
}

impl Branch {
    fn new() -> Self {
        let mut portal = Node::portal();
        let mut a = Node::new(NodeRoleV1::Desk, 2);
        let mut b = Node::new(NodeRoleV1::Desk, 3);
        portal.admit(&a, "A");
        portal.admit(&b, "B");
        let booth = Node::new(NodeRoleV1::Booth, 4);
        portal.admit(&booth, "01");
        portal.give(&mut a, 500);
        portal.give(&mut b, 500);
        Self {
            nodes: [portal, a, b, booth],
            lines: Vec::new(),
            asked: [0; 2],
            words: Vec::new(),
        }
    }

    fn line(&self, line: usize) -> Subject {
        let number = "0512-A-2026/000777".parse().expect("a number");
        Subject::entry(self.lines.get(line % self.lines.len().max(1)).unwrap_or(&number))
    }

    fn take(&mut self, step: &Step) {
        let reception =
            |row: u64| Subject::reception(&ReceptionRef::new("0512".parse().expect("a branch"), row).expect("a row"));
        match *step {
            Step::Register { desk, who } => {
                let surname = ["Қасымова", "Ёлкин", "Ұлпан-Әже"][who];
                let number =
                    self.nodes[desk + 1].register(["A", "B"][desk], surname, [None, Some("680503100001")][who % 2]);
                self.lines.push(number);
            }
            Step::Correct { desk, line } => {
                let fields = BTreeMap::from([("surname".to_owned(), Some("Тестова".to_owned()))]);
                let body = EntryCorrected {
                    fields,
                    reason: "typing".into(),
                };
                let subject = self.line(line);
                self.nodes[desk + 1].write(STAFF, vec![Draft::new(subject, &body)]);
            }
            Step::Annul { desk, line } => {
                let subject = self.line(line);
                self.nodes[desk + 1].write(
                    STAFF,
                    vec![Draft::new(subject, &EntryAnnulled { reason: "twice".into() })],
                );
            }
            Step::Arrive { desk, row } => {
                let body = ReceptionArrived {
                    minutes: -5,
                    punctuality: PunctualityV1::OnTime,
                    other_document: false,
                    words: None,
                };
                self.nodes[desk + 1].write(STAFF, vec![Draft::new(reception(row), &body)]);
            }
            Step::Undo { desk, row } => {
                let body = ReceptionUndone {
                    reason: "mistake".into(),
                };
                self.nodes[desk + 1].write(STAFF, vec![Draft::new(reception(row), &body)]);
            }
            Step::Appoint { row } => {
                let body = receptions::appointed("ef", u32::try_from(row).expect("small"), today());
                self.nodes[0].write(By::Node, vec![Draft::new(reception(row), &body)]);
            }
            Step::Ask { desk, line } => {
                let body = BoothAsked {
                    booth: self.nodes[BOOTH].store.node(),
                    entry: self.line(line).rest().to_owned(),
                    language: Language::Ru,
                    day: today(),
                    continues: None,
                };
                let acted = self.nodes[desk + 1].write(STAFF, vec![Draft::new(session(desk), &body)]);
                self.asked[desk] = acted.facts[0].tick;
            }
            Step::Withdraw { desk } => {
                let body = SessionEnded {
                    outcome: SessionOutcomeV1::Withdrawn,
                    appeal: None,
                    reason: Some("left".into()),
                };
                self.nodes[desk + 1].write(STAFF, vec![Draft::new(session(desk), &body)]);
            }
            Step::Answer { session: one, accepts } => {
                let (desk, asked_tick) = (self.nodes[one + 1].store.node(), self.asked[one]);
                let draft = if accepts {
                    let entry = self.line(one).rest().to_owned();
                    let body = BoothAccepted {
                        desk,
                        asked_tick,
                        entry,
                    };
                    Draft::new(session(one), &body)
                } else {
                    let body = BoothRefused {
                        desk,
                        asked_tick,
                        code: "held".into(),
                        held_by: None,
                        held_for: None,
                    };
                    Draft::new(session(one), &body)
                };
                self.by_booth(asked_tick, draft);
            }
            Step::Move { session: one, stage } => {
                use SessionStageV1 as G;
                let body = SessionMoved {
                    stage: [G::Recording, G::Paused, G::Interrupted, G::Preparing][stage],
                    recorded_ms: 1,
                    rules: None,
                };
                self.by_booth(0, Draft::new(session(one), &body));
            }
            Step::Tell { desk, session: one } => {
                let body = WordGiven {
                    word: StaffWordV1::Came,
                };
                let acted = self.nodes[desk + 1].write(STAFF, vec![Draft::new(session(one), &body)]);
                self.words.push((one, desk, acted.facts[0].tick));
            }
            Step::Take { word, taken } => {
                let known = self.words.get(word).copied();
                let (one, desk, told_tick) = known.unwrap_or_default();
                let desk = self.nodes[desk + 1].store.node();
                let draft = if taken {
                    Draft::new(session(one), &WordTaken { desk, told_tick })
                } else {
                    let code = "too-late".into();
                    Draft::new(session(one), &WordRefused { desk, told_tick, code })
                };
                self.by_booth(told_tick, draft);
            }
            Step::Close { line } => {
                // The portal closes what it holds, with what it holds of it.
                let subject = self.line(line);
                let mut through = BTreeMap::new();
                for fact in self.nodes[0].reader().facts_about(&subject).expect("facts") {
                    through.insert(fact.node, fact.seq);
                }
                if !through.is_empty() {
                    let body = SubjectClosed {
                        through,
                        state: "kept".into(),
                        day: Some(today()),
                    };
                    self.nodes[0].write(By::Node, vec![Draft::new(subject, &body)]);
                }
            }
            Step::Meet { from, to, limit } if from != to => self.meet(from, to, limit),
            Step::Meet { .. } => {}
        }
    }

    /// The booth writes, having been told of a tick.
    fn by_booth(&mut self, tick: u64, draft: Draft) {
        self.nodes[BOOTH].store.told(tick).expect("told");
        self.nodes[BOOTH].write(By::Node, vec![draft]);
    }

    /// One chunk from one to the other.
    fn meet(&mut self, from: usize, to: usize, limit: usize) {
        let have = self.nodes[to].store.have().expect("have");
        let chunk = self.nodes[from].store.lack(&have, Scope::Branch, limit).expect("lack");
        self.nodes[to].store.take(&chunk).expect("take");
    }

    fn settle(&mut self) {
        self.meet(BOOTH, 0, 500);
        for _ in 0..3 {
            for (from, to) in [(0, 1), (1, 2), (2, 0), (0, 2), (2, 1), (1, 0)] {
                self.meet(from, to, 500);
            }
        }
    }
}

/// All acts of all streams, each as its own chunk.
fn acts(node: &Node) -> Vec<Chunk> {
    let mut acts = vec![Chunk::default()];
    for fact in node.reader().facts().expect("facts") {
        let fact = fact.expect("a fact");
        let ends = fact.act_end;
        acts.last_mut().expect("one").facts.push(fact);
        if ends {
            acts.push(Chunk::default());
        }
    }
    acts.retain(|act| !act.facts.is_empty());
    acts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn f26_any_shuffle_and_split_gives_equal_tables(steps in steps(), order in prop::collection::vec(any::<u32>(), 64)) {
        let mut branch = Branch::new();
        for step in &steps {
            branch.take(step);
        }
        branch.settle();
        let digest = branch.nodes[0].reader().projections_digest().expect("a digest");
        let alone = branch.nodes[BOOTH].reader().troubles().expect("troubles");
        prop_assert!(alone.is_empty(), "a booth cannot know better: {alone:?}");
        for node in &branch.nodes[..BOOTH] {
            prop_assert_eq!(node.reader().projections_digest().expect("a digest"), digest);
            let verdict = node.store.verify().expect("a verdict");
            prop_assert!(verdict.is_good(), "{:?}", verdict.findings);
        }
        // A newcomer gets the same acts in another order, again and again until nothing is missing.
        let mut newcomer = Node::new(NodeRoleV1::Desk, 5);
        let mut acts = acts(&branch.nodes[1]);
        acts.sort_by_key(|act| order[usize::try_from(act.facts[0].tick).expect("small") % order.len()]);
        for _ in 0..=acts.len() {
            for act in &acts {
                newcomer.store.take(act).expect("take");
            }
            if newcomer.store.have().expect("have") == branch.nodes[1].store.have().expect("have") {
                break;
            }
        }
        prop_assert_eq!(newcomer.reader().projections_digest().expect("a digest"), digest);
        newcomer.store.rebuild().expect("a rebuild");
        prop_assert_eq!(newcomer.reader().projections_digest().expect("a digest"), digest);
        prop_assert!(newcomer.store.verify().expect("a verdict").is_good());
    }
}
