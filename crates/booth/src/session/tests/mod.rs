//! A booth on a real file, with a real recorder (synthetic source), real sealing and a printer that is a file.

mod crash;
mod door;
mod ledger;
mod screen;
mod secrecy;
mod way;
mod word;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use qabyldau_domain::booth::{Own, Page, Press, State};
use qabyldau_domain::fact::{Act, By, Digest, Draft, Fact, Instant, NodeId, NodeKey, StaffId, seal};
use qabyldau_domain::facts::{
    BranchNamed, CapacityV1, Decoded, DocumentPublished, NodeAdmitted, NodeRoleV1, PersonV1, StaffWordV1, decode,
};
use qabyldau_domain::language::Language;
use qabyldau_domain::order::{Order, SessionOrder, WordOrder};
use qabyldau_domain::rulepack::AppealKind;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::{Clock, SeededDice, Surroundings};
use qabyldau_exchange::client::Heard;
use qabyldau_exchange::message::SealedOrder;
use qabyldau_exchange::seal::{Identity, seal as seal_to};
use qabyldau_paper::escpos::Ending;
use qabyldau_paper::receipt::Roll;
use qabyldau_store::{DatabaseKey, NewNode, Place, Store};

use super::{Booth, Parts};
use crate::printer::FilePort;
use crate::receipt::ReceiptPaper;
use crate::recorder::{Gst, Picture, Source};

/// 2026-11-23, 12:00 in Kazakhstan, a Monday.
const NOON: i64 = 1_795_417_200_000;
const ADDRESSEES: &[u8] = r#"{"addressees":[
    {"id":"akim-almaty-region","group":"akimats","name":{"kk":"Алматы облысының әкімі","ru":"Аким Алматинской области"}}]}"#
    .as_bytes();
const SURNAME: &str = "Сейдахметова";
const STREET: &str = "Абай даңғылы 10, 5-пәтер";
const MAIL: &str = "madina@example.kz";

/// A clock that goes when it is told to.
struct Hand(AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Instant {
        Instant {
            utc_ms: self.0.load(Ordering::Relaxed),
            offset_min: 300,
        }
    }
}

/// One booth's machine: what survives when the program is killed.
struct Machine {
    folder: tempfile::TempDir,
    clock: Arc<Hand>,
    surroundings: Surroundings,
    key: DatabaseKey,
    own: NodeKey,
    portal: NodeKey,
    portal_seal: Identity,
    authority: Identity,
    identity: Identity,
    /// The tick of the last word given at a desk.
    told: AtomicU64,
}

/// The desk of a label: its key grows from the label.
fn desk_key(label: &str) -> NodeKey {
    NodeKey::from_seed(&[label.as_bytes()[0]; 32])
}

/// The member of staff who gives words.
const STAFF: StaffId = StaffId([0x5a; 8]);

impl Machine {
    fn new() -> Self {
        let clock = Arc::new(Hand(AtomicI64::new(NOON)));
        let surroundings = Surroundings {
            clock: clock.clone(),
            dice: Arc::new(SeededDice::new(7)),
        };
        let machine = Self {
            folder: tempfile::tempdir().expect("a folder"),
            key: DatabaseKey::random(&surroundings),
            clock,
            surroundings,
            own: NodeKey::from_seed(&[2; 32]),
            portal: NodeKey::from_seed(&[1; 32]),
            portal_seal: Identity::generate(),
            authority: Identity::generate(),
            identity: Identity::generate(),
            told: AtomicU64::new(10),
        };
        let new = NewNode {
            branch: "0512".parse().expect("a branch"),
            role: NodeRoleV1::Booth,
            key: machine.own.clone(),
            portal: machine.portal.public(),
            projections: true,
        };
        Store::create(machine.place(), &machine.key, &new).expect("a store");
        machine
    }

    fn place(&self) -> Place {
        Place::new(self.data()).with_state(self.folder.path().join("state"))
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn receipts(&self) -> PathBuf {
        self.folder.path().join("receipts")
    }

    fn store(&self) -> Arc<Mutex<Store>> {
        Arc::new(Mutex::new(
            Store::open(self.place(), &self.key).expect("the store opens"),
        ))
    }

    /// The same file as a store that writes nothing: outside it a later head is noted.
    fn refusing_store(&self) -> Store {
        let state = self.folder.path().join("refusing");
        let note = state.join(self.own.node().to_string());
        std::fs::create_dir_all(&note).expect("a folder");
        std::fs::write(note.join("head"), format!("{:020} {}\n", 999_999, Digest::ZERO)).expect("a note");
        Store::open(Place::new(self.data()).with_state(state), &self.key).expect("the store opens")
    }

    /// Starts the program.
    fn start(&self) -> Booth {
        self.start_with(self.store())
    }

    fn start_with(&self, store: Arc<Mutex<Store>>) -> Booth {
        let mut booth = self.just_started(store);
        self.hear_portal(&mut booth);
        booth
    }

    /// A booth that has heard nothing yet.
    fn just_started(&self, store: Arc<Mutex<Store>>) -> Booth {
        let paper = ReceiptPaper {
            roll: Roll::Mm58,
            ending: Ending::PartialCut,
            answer_place: "eotinish.kz".to_owned(),
        };
        let recorder = Gst::new(Source::Synthetic { pictures: None }, Picture::SMALL, false).expect("GStreamer");
        Booth::open(Parts {
            store,
            surroundings: self.surroundings.clone(),
            identity: self.identity.clone(),
            recorder: Box::new(recorder),
            printer: Arc::new(FilePort(self.receipts())),
            paper,
            recovery: vec![self.authority.recipient()],
        })
        .expect("the booth opens")
    }

    /// The portal's word and its documents arrive.
    fn hear_portal(&self, booth: &mut Booth) {
        booth.documents().put(ADDRESSEES).expect("the document is put");
        booth.inbox().put(Heard::Notices(self.notices()));
        booth.tick();
    }

    /// What the portal says of itself, the branch, this booth and the addressees.
    fn notices(&self) -> Vec<Fact> {
        let admitted = |key: &NodeKey, role, label: &str, recipient: String| {
            let body = NodeAdmitted {
                role,
                label: label.to_owned(),
                public_key: key.public(),
                tls: Digest::ZERO,
                recipient,
            };
            Draft::new(Subject::node(&key.node()), &body)
        };
        let named = BranchNamed {
            name_kk: "№ 12 филиал".to_owned(),
            name_ru: "Филиал № 12".to_owned(),
            address_kk: "Алматы, Абай 1".to_owned(),
            address_ru: "Алматы, Абая 1".to_owned(),
        };
        let published = DocumentPublished {
            version: 1,
            sha256: Digest::of(ADDRESSEES),
            bytes: ADDRESSEES.len() as u64,
            from: "2026-01-01".parse().expect("a day"),
        };
        let branch = "0512".parse().expect("a branch");
        let drafts = vec![
            admitted(&self.portal, NodeRoleV1::Portal, "", self.portal_seal.recipient()),
            admitted(&self.own, NodeRoleV1::Booth, "01", self.identity.recipient()),
            admitted(&desk_key("A"), NodeRoleV1::Desk, "A", String::new()),
            admitted(&desk_key("B"), NodeRoleV1::Desk, "B", String::new()),
            Draft::new(Subject::branch(branch), &named),
            Draft::new(Subject::document("addressees"), &published),
        ];
        let act = Act {
            at: self.clock.now(),
            by: By::Node,
            drafts,
        };
        seal(branch, &self.portal, None, 0, &act, || [0; 16]).expect("an act")
    }

    fn order(&self, session: char, desk: &str) -> SessionOrder {
        SessionOrder {
            session: session.to_string().repeat(32),
            desk: desk_key(desk).node(),
            asked_tick: 5,
            entry: format!("0512-{desk}-2026/000001"),
            day: "2026-11-23".parse().expect("a day"),
            valid_until: Instant {
                utc_ms: self.clock.now().utc_ms + 600_000,
                offset_min: 300,
            },
            language: Language::Kk,
            person: PersonV1 {
                surname: Some(SURNAME.to_owned()),
                ..PersonV1::default()
            },
            capacity: CapacityV1::Oneself,
            needs_help: false,
            proposed: None,
            postal_address: Some(STREET.to_owned()),
            email: None,
            continues: None,
        }
    }

    /// A word given at a desk about the session on the screen.
    fn word(&self, session: &str, desk: &str, word: StaffWordV1) -> WordOrder {
        WordOrder {
            session: session.to_owned(),
            desk: desk_key(desk).node(),
            told_tick: self.told.fetch_add(1, Ordering::Relaxed) + 1,
            valid_until: Instant {
                utc_ms: self.clock.now().utc_ms + 600_000,
                offset_min: 300,
            },
            staff: STAFF,
            word,
        }
    }

    /// An order as it lies at the hub, signed with a desk's key for a booth and sealed to this one.
    fn sealed(&self, order: &Order, key: &NodeKey, booth: &NodeId) -> SealedOrder {
        let signed = order.signed(key, booth).expect("an order");
        let sealed = seal_to(&[&self.identity.recipient()], &signed).expect("sealed");
        SealedOrder {
            name: order.name(),
            desk: order.desk(),
            valid_until: order.valid_until(),
            sealed: sealed.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    /// The orders lie at the hub, and the exchange has told so.
    fn lie(&self, booth: &mut Booth, orders: &[SessionOrder]) {
        let orders: Vec<Order> = orders
            .iter()
            .cloned()
            .map(|order| Order::Session(Box::new(order)))
            .collect();
        self.lie_all(booth, &orders);
    }

    fn lie_all(&self, booth: &mut Booth, orders: &[Order]) {
        let keys = ["A", "B"].map(desk_key);
        let key = |order: &Order| keys.iter().find(|key| key.node() == order.desk()).expect("a desk");
        let sealed = orders
            .iter()
            .map(|order| self.sealed(order, key(order), &self.own.node()));
        booth.inbox().put(Heard::Orders(sealed.collect()));
        booth.tick();
    }

    /// Staff say a word about the session on the screen, at desk A.
    fn tell(&self, booth: &mut Booth, word: StaffWordV1) {
        let session = booth.serving.clone().expect("a session is served");
        self.lie_all(booth, &[Order::Word(self.word(&session, "A", word))]);
    }

    fn person_is_back(&self, booth: &mut Booth) {
        self.tell(booth, StaffWordV1::PersonIsBack);
    }

    /// Time passes in the booth.
    fn wait(&self, booth: &mut Booth, seconds: u32) {
        for _ in 0..seconds {
            self.clock.0.fetch_add(1_000, Ordering::Relaxed);
            booth.tick();
        }
    }

    /// What this booth wrote, in order.
    fn facts(&self) -> Vec<Fact> {
        let store = Store::open(self.place(), &self.key).expect("the store opens");
        let facts = store
            .reader()
            .expect("a reader")
            .facts_of_stream(&self.own.node(), 0, 500);
        facts.expect("facts")
    }

    fn said(&self) -> Vec<Decoded> {
        let read = |fact: Fact| decode(&fact.kind, fact.version, fact.body.as_deref()).expect("a readable fact");
        self.facts().into_iter().map(read).collect()
    }

    fn kinds(&self) -> Vec<String> {
        self.facts().into_iter().map(|fact| fact.kind).collect()
    }
}

fn page(booth: &Booth) -> Page {
    booth.state().page().cloned().expect("a session is on the screen")
}

/// From welcome to the camera, as a person does it.
fn prepare(booth: &mut Booth) {
    booth.input(Press::Start);
    booth.input(Press::Understood);
    answers(booth);
}

fn answers(booth: &mut Booth) {
    let own = Own {
        postal_address: Some(STREET.to_owned()),
        email: Some(MAIL.to_owned()),
    };
    booth.input(Press::DataRight(own));
    booth.input(Press::Kind(AppealKind::Application));
    booth.input(Press::Addressee("akim-almaty-region".to_owned()));
}

/// Records for real until so much is there.
fn record(machine: &Machine, booth: &mut Booth, key: Press, until_ms: u32) {
    booth.input(key);
    machine.wait(booth, 3);
    assert!(matches!(page(booth), Page::Recording { .. }), "{:?}", booth.state());
    until(booth, |booth| recorded(booth) >= until_ms);
}

/// From welcome until something short is sent.
fn file(machine: &Machine, booth: &mut Booth) {
    prepare(booth);
    record(machine, booth, Press::Record, 300);
    booth.input(Press::Pause);
    booth.input(Press::Send);
}

fn recorded(booth: &Booth) -> u32 {
    match &booth.state().state {
        State::Occupied(session) => session.recording.ms,
        State::Free => 0,
    }
}

/// Ticks until it is so.
fn until(booth: &mut Booth, so: impl Fn(&Booth) -> bool) {
    while !so(booth) {
        booth.tick();
        booth.wait(Duration::from_millis(5));
    }
}

fn printed(booth: &Booth) -> bool {
    use qabyldau_domain::booth::Receipt;
    !matches!(
        page(booth),
        Page::Code {
            receipt: Receipt::Printing,
            ..
        }
    )
}

/// Every file below a folder, read whole.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            found.push((path, bytes));
        }
    }
    found
}
