//! A branch for tests: a portal, a hub and as many desks and booths as wanted, each with its own ledger, folders and TLS key.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, RwLock};
use std::time::{Duration, Instant as Moment};

use qabyldau_domain::fact::{Digest, Draft, Instant, NodeId, PublicKey};
use qabyldau_domain::facts::{NodeAdmitted, NodeRoleV1, NoteWritten, ParcelStored};
use qabyldau_domain::ledger::{Ledger, Scope};
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::{Clock, SeededDice, Surroundings};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::watch;

use super::Kept;
use crate::client::{Exchanger, Heard, Link, LinkParts, Outbox, Work};
use crate::directory::Directory;
use crate::error::ExchangeError;
use crate::held::{Shared, share};
use crate::message::Topic;
use crate::pair::{Admission, Answer, Asked, Book, Join, NodeKeys};
use crate::parcel::{ParcelFolder, Receipt};
use crate::server::{Authority, News, Relay, RelayParts, Seat, serve};
use crate::tls::{self, Certificate, Dates};

/// A clock that stands where it is put.
#[derive(Clone)]
pub(crate) struct Stands(pub Arc<Mutex<i64>>);

impl Clock for Stands {
    fn now(&self) -> Instant {
        Instant {
            utc_ms: *self.0.lock().expect("clock"),
            offset_min: 300,
        }
    }
}

/// 22 November 2026, noon in Astana.
pub(crate) const NOON: i64 = 1_795_330_800_000;

pub(crate) fn surroundings(seed: u64) -> (Surroundings, Stands) {
    let clock = Stands(Arc::new(Mutex::new(NOON)));
    (
        Surroundings {
            clock: Arc::new(clock.clone()),
            dice: Arc::new(SeededDice::new(seed)),
        },
        clock,
    )
}

/// Waits until something holds, looking again after each short breath; fails after half a minute.
pub(crate) fn wait_for(what: &str, mut holds: impl FnMut() -> bool) {
    let (_keep, never) = channel::<()>();
    let end = Moment::now() + Duration::from_secs(30);
    while !holds() {
        assert!(Moment::now() < end, "waited in vain for: {what}");
        let _ = never.recv_timeout(Duration::from_millis(5));
    }
}

/// A node of the branch.
pub(crate) struct Person {
    pub keys: NodeKeys,
    pub role: NodeRoleV1,
    pub ledger: Arc<Mutex<Kept>>,
    pub shared: Shared,
    pub surroundings: Surroundings,
    pub clock: Stands,
    pub certificate: Certificate,
    pub folder: PathBuf,
}

impl Person {
    pub fn node(&self) -> NodeId {
        self.keys.node()
    }
    /// Writes some harmless facts in one act.
    pub fn writes(&self, count: usize) {
        let subject: Subject = "entry/0512-A-2026/000001".parse().expect("a subject");
        let note = NoteWritten {
            code: "other-document".to_owned(),
            words: None,
        };
        self.ledger
            .lock()
            .expect("ledger")
            .write((0..count).map(|_| Draft::new(subject.clone(), &note)).collect());
    }
    pub fn holds(&self) -> usize {
        self.ledger.lock().expect("ledger").count()
    }
    /// A link to a server at `address` with this pin.
    pub fn link(&self, address: SocketAddr, pin: Digest, dates: Dates) -> Link {
        Link::new(LinkParts {
            address: &address.to_string(),
            pin,
            key: &self.keys.tls,
            certificate: &self.certificate,
            dates,
            shared: self.shared.clone(),
            surroundings: &self.surroundings,
        })
        .expect("a link")
    }
}

/// A server that runs until it is dropped.
pub(crate) struct Running {
    pub address: SocketAddr,
    pub relay: Relay,
    pub up: Arc<ParcelFolder>,
    pub down: Arc<ParcelFolder>,
    ending: watch::Sender<bool>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.ending.send(true);
    }
}

/// The portal's authority, as small as it can be.
pub(crate) struct Office {
    pub book: Mutex<Book>,
    pub ledger: Arc<Mutex<Kept>>,
    pub keys: NodeKeys,
    pub clock: Stands,
    pub stored: AtomicU64,
    relay: OnceLock<Relay>,
}

impl Office {
    pub fn admit_keys(&self, role: NodeRoleV1, label: &str, public_key: PublicKey, tls: Digest, recipient: &str) {
        let body = NodeAdmitted {
            role,
            label: label.to_owned(),
            public_key,
            tls,
            recipient: recipient.to_owned(),
        };
        self.ledger
            .lock()
            .expect("ledger")
            .write(vec![Draft::new(Subject::node(&public_key.node()), &body)]);
    }
}

impl Authority for Office {
    fn admit(&self, join: &Join) -> Result<Answer, ExchangeError> {
        let now = self.clock.now().utc_ms;
        let mut book = self.book.lock().expect("book");
        let issued = match book.ask(join, now)? {
            Asked::Again(answer) => return Ok(answer),
            Asked::Admit(issued) => issued,
        };
        self.admit_keys(issued.role, &issued.label, join.public_key, join.pin(), &join.recipient);
        self.relay.get().expect("it serves").facts_written()?;
        let ledger = self.ledger.lock().expect("ledger");
        let admission = Admission {
            branch: ledger.branch(),
            node: join.public_key.node(),
            role: issued.role,
            label: issued.label.clone(),
            portal: self.keys.signing.public(),
            portal_tls: self.keys.tls.pin(),
            portal_recipient: self.keys.identity.recipient(),
            recovery: self.keys.identity.recipient(),
            hub: None,
            certificate: None,
            tick: ledger.tick().unwrap_or(0),
        };
        let words = serde_json::to_string(&admission).expect("plain");
        let answer = Answer::prove(&issued.secret, join, words);
        book.close(join, &answer);
        Ok(answer)
    }
    fn stored(&self, sha256: &Digest, bytes: u64) -> Result<Receipt, ExchangeError> {
        if self.stored.fetch_add(1, Ordering::SeqCst) == 0 {
            let body = ParcelStored { sha256: *sha256, bytes };
            self.ledger
                .lock()
                .expect("ledger")
                .write(vec![Draft::new(Subject::parcel(sha256), &body)]);
        }
        Ok(Receipt::sign(&self.keys.signing, *sha256, bytes))
    }
    fn hub_at(&self, _: NodeId, _: &str) -> Result<(), ExchangeError> {
        Ok(())
    }
}

/// The whole branch.
pub(crate) struct Branch {
    pub runtime: Runtime,
    pub portal: Arc<Person>,
    pub office: Arc<Office>,
    pub at_portal: Running,
    pub hub: Arc<Person>,
    pub at_hub: Running,
    folder: PathBuf,
    seed: AtomicU64,
    loose: bool,
}

impl Branch {
    /// Portal and hub, serving, each over a real store.
    pub fn open(name: &str) -> Self {
        Self::open_inner(name, false)
    }

    /// The same over ledgers in memory, in which a test may put what it likes.
    pub fn open_loose(name: &str) -> Self {
        Self::open_inner(name, true)
    }

    fn open_inner(name: &str, loose: bool) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let folder = std::env::temp_dir().join(format!("qabyldau-exchange-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let portal = Arc::new(person(&folder, NodeRoleV1::Portal, 1, None, loose));
        let office = Arc::new(Office {
            book: Mutex::default(),
            ledger: Arc::clone(&portal.ledger),
            keys: portal.keys.clone(),
            clock: portal.clock.clone(),
            stored: AtomicU64::new(0),
            relay: OnceLock::new(),
        });
        let public = portal.keys.signing.public();
        office.admit_keys(
            NodeRoleV1::Portal,
            "",
            public,
            portal.keys.tls.pin(),
            &portal.keys.identity.recipient(),
        );
        let at_portal = run(&runtime, &portal, Seat::Portal(office.clone()), public);
        assert!(office.relay.set(at_portal.relay.clone()).is_ok(), "once");
        let hub = Arc::new(person(&folder, NodeRoleV1::Hub, 2, Some(&portal), loose));
        office.admit_keys(
            NodeRoleV1::Hub,
            "",
            hub.keys.signing.public(),
            hub.keys.tls.pin(),
            &hub.keys.identity.recipient(),
        );
        at_portal.relay.facts_written().expect("followed");
        let up = hub.link(at_portal.address, portal.keys.tls.pin(), Dates::Count);
        let at_hub = run(&runtime, &hub, Seat::Hub(up), public);
        Self {
            runtime,
            portal,
            office,
            at_portal,
            hub,
            at_hub,
            folder,
            seed: AtomicU64::new(3),
            loose,
        }
    }

    /// The portal is away from now on.
    pub fn portal_goes(&self) {
        let _ = self.at_portal.ending.send(true);
    }

    /// A node that the portal admitted and the hub has heard of.
    pub fn joined(&self, role: NodeRoleV1, label: &str) -> Arc<Person> {
        let one = self.stranger(role);
        let keys = &one.keys;
        self.office.admit_keys(
            role,
            label,
            keys.signing.public(),
            keys.tls.pin(),
            &keys.identity.recipient(),
        );
        self.at_portal.relay.facts_written().expect("followed");
        let chunk = self
            .portal
            .ledger
            .lock()
            .expect("ledger")
            .lack(&Default::default(), Scope::Branch, usize::MAX)
            .expect("facts");
        self.hub.ledger.lock().expect("ledger").take(&chunk).expect("taken");
        self.at_hub.relay.facts_written().expect("followed");
        one
    }

    /// A node that nobody admitted.
    pub fn stranger(&self, role: NodeRoleV1) -> Arc<Person> {
        Arc::new(person(
            &self.folder,
            role,
            self.seed.fetch_add(1, Ordering::SeqCst),
            Some(&self.portal),
            self.loose,
        ))
    }

    /// A link of this node to the hub.
    pub fn to_hub(&self, one: &Person) -> Link {
        one.link(self.at_hub.address, self.hub.keys.tls.pin(), Dates::Ignored)
    }

    /// The work of an exchanger of this node over `link`, and what it hears.
    pub fn work(&self, one: &Person, link: Link) -> (Work, Receiver<Heard>) {
        let (tell, heard): (Sender<Heard>, Receiver<Heard>) = channel();
        let tell = Mutex::new(tell);
        let scope = if one.role == NodeRoleV1::Booth {
            Scope::Own(one.node())
        } else {
            Scope::Branch
        };
        let work = Work {
            link,
            scope,
            on_news: Arc::new(move |news| drop(tell.lock().expect("told").send(news))),
            surroundings: one.surroundings.clone(),
            portal: self.portal.keys.signing.public(),
            wants: None,
            outbox: None,
            documents: None,
        };
        (work, heard)
    }

    /// The hub's own exchanger upwards, which tells the hub's listeners.
    pub fn hub_goes_up(&self) -> Exchanger {
        let link = self
            .hub
            .link(self.at_portal.address, self.portal.keys.tls.pin(), Dates::Count);
        let (mut work, _) = self.work(&self.hub, link);
        let relay = self.at_hub.relay.clone();
        work.on_news = Arc::new(move |news| match news {
            Heard::Facts(_) => relay.facts_written().expect("followed"),
            Heard::Document(_) => relay.announce(News::of(Topic::Documents)),
            _ => {}
        });
        work.documents = Some(Arc::clone(&self.at_hub.down));
        let (relay, folder) = (self.at_hub.relay.clone(), Arc::clone(&self.at_hub.up));
        work.outbox = Some(Outbox {
            folder: Arc::clone(&folder),
            portal: work.portal,
            commit: Arc::new(move |receipt| {
                folder.keep_receipt(receipt)?;
                relay.announce(News::of(Topic::Receipts));
                Ok(())
            }),
        });
        let going = Exchanger::start(work).expect("an exchanger");
        self.runtime.spawn(going.follow(&self.at_hub.relay));
        going
    }
}

impl Drop for Branch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn person(folder: &std::path::Path, role: NodeRoleV1, seed: u64, portal: Option<&Person>, loose: bool) -> Person {
    let (surroundings, clock) = surroundings(seed);
    let keys = NodeKeys::throw(&surroundings).expect("keys");
    let public = portal.map_or(keys.signing.public(), |portal| portal.keys.signing.public());
    let folder = folder.join(keys.node().to_string());
    let kept = match loose {
        true => Kept::loose(&keys, &public, &surroundings),
        false => Kept::real(&folder, role, &keys, &public, &surroundings),
    };
    let ledger = Arc::new(Mutex::new(kept));
    let certificate = match (role, portal) {
        (NodeRoleV1::Hub, Some(portal)) => tls::issue(&portal.keys.tls, &keys.tls.public(), surroundings.clock.now()),
        _ => keys.tls.self_signed(surroundings.clock.now()),
    };
    Person {
        role,
        shared: share(Arc::clone(&ledger)),
        ledger,
        clock,
        certificate: certificate.expect("a certificate"),
        folder,
        surroundings,
        keys,
    }
}

fn run(runtime: &Runtime, one: &Person, seat: Seat, portal: PublicKey) -> Running {
    let directory = Arc::new(RwLock::new(Directory::of(portal.node())));
    let up = Arc::new(ParcelFolder::open(one.folder.join("up")).expect("folder"));
    let down = Arc::new(ParcelFolder::open(one.folder.join("down")).expect("folder"));
    let dates = match seat {
        Seat::Portal(_) => Dates::IssuedBy(one.certificate.clone()),
        Seat::Hub(_) => Dates::Ignored,
    };
    let relay = Relay::new(RelayParts {
        shared: one.shared.clone(),
        directory,
        surroundings: one.surroundings.clone(),
        up: Arc::clone(&up),
        down: Arc::clone(&down),
        seat,
        pin: one.keys.tls.pin(),
    })
    .expect("a relay");
    let doors = relay.doors(&one.keys.tls, &one.certificate, dates).expect("doors");
    let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).expect("a port");
    let address = listener.local_addr().expect("an address");
    let (ending, ended) = watch::channel(false);
    runtime.spawn(serve(listener, doors, ended));
    Running {
        address,
        relay,
        up,
        down,
        ending,
    }
}
