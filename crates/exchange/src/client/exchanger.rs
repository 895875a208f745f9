//! The exchanger: one thread with its own small runtime that keeps this node and its peer alike until it is stopped.
//!
//! Not here: any decision about facts. Invariant: everything it does is derived from the ledger and the folders, so it may be killed at
//! any moment and started again.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use qabyldau_domain::fact::{Digest, PublicKey};
use qabyldau_domain::facts::{Decoded, decode};
use qabyldau_domain::ledger::Scope;
use qabyldau_domain::surroundings::Surroundings;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Notify, mpsc, watch};

use super::delays::{Delays, pause};
use super::fetch::proved;
use super::link::Link;
use super::news::{Heard, OnNews, Outbox, Status, Wants};
use super::orders::Lying;
use super::rounds::round;
use crate::directory::Directory;
use crate::error::ExchangeError;
use crate::held::ask;
use crate::message::Topic;
use crate::parcel::ParcelFolder;
use crate::server::{News, Relay};

/// A round even without news: the line may have lost some.
const AT_LEAST: Duration = Duration::from_secs(30);

/// What a round asks for where it was told nothing in particular; facts go with every round.
const EVERYTHING: [Topic; 2] = [Topic::Orders, Topic::Documents];

/// What this node's exchanger does.
pub struct Work {
    /// The link to the peer.
    pub link: Link,
    /// All streams, or (a booth) one's own.
    pub scope: Scope,
    /// Whom to tell.
    pub on_news: OnNews,
    /// Clock and dice.
    pub surroundings: Surroundings,
    /// The portal's signing key, pinned at pairing.
    pub portal: PublicKey,
    /// A desk's wants of booths.
    pub wants: Option<Arc<dyn Wants>>,
    /// Parcels that leave (booth, hub).
    pub outbox: Option<Outbox>,
    /// Where documents and answers are put.
    pub documents: Option<Arc<ParcelFolder>>,
}

struct Shared {
    work: Work,
    status: watch::Sender<Status>,
    nudged: Notify,
    parcels: Notify,
    fetches: Notify,
    wanted: std::sync::Mutex<Vec<Digest>>,
    directory: std::sync::Mutex<Directory>,
}

/// A running exchanger. Dropping it stops it.
pub struct Exchanger {
    shared: Arc<Shared>,
    ending: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Exchanger {
    /// Starts the thread.
    pub fn start(work: Work) -> Result<Self, ExchangeError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let directory = std::sync::Mutex::new(Directory::of(work.portal.node()));
        let shared = Arc::new(Shared {
            work,
            directory,
            status: watch::Sender::new(Status::default()),
            nudged: Notify::new(),
            parcels: Notify::new(),
            fetches: Notify::new(),
            wanted: std::sync::Mutex::default(),
        });
        let (ending, mut ended) = watch::channel(false);
        let running = Arc::clone(&shared);
        let thread = std::thread::Builder::new().name("exchange".to_owned()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = running.facts() => {}
                    () = running.send_parcels() => {}
                    () = running.fetch_parcels() => {}
                    _ = ended.wait_for(|ended| *ended) => {}
                }
            });
        })?;
        Ok(Self {
            shared,
            ending,
            thread: Some(thread),
        })
    }

    /// Facts were written or an order is wanted: go now. Costs nothing, never blocks.
    pub fn nudge(&self) {
        self.shared.nudged.notify_one();
        self.shared.parcels.notify_one();
    }

    /// Goes whenever a relay in this program announces something: what came from below goes up at once. Tells the relay how the exchange
    /// stands, for those below. Ends with the exchanger.
    pub fn follow(&self, relay: &Relay) -> impl Future<Output = ()> + Send + 'static {
        let (shared, mut news) = (Arc::downgrade(&self.shared), relay.listen());
        let (mut status, relay) = (self.shared.status.subscribe(), relay.clone());
        let mut connected = false;
        async move {
            loop {
                tokio::select! {
                    heard = news.recv() => {
                        if matches!(heard, Err(RecvError::Closed)) {
                            return;
                        }
                        let Some(shared) = shared.upgrade() else { return };
                        shared.nudged.notify_one();
                        shared.parcels.notify_one();
                    }
                    changed = status.changed() => {
                        if changed.is_err() {
                            return;
                        }
                        let upstream = status.borrow_and_update().for_those_below();
                        let turned = upstream.connected != connected;
                        connected = upstream.connected;
                        relay.stands(upstream);
                        if turned {
                            // They ask in rounds; this is why to ask now.
                            relay.announce(News::of(Topic::Facts));
                        }
                    }
                }
            }
        }
    }

    /// How the exchange stands.
    pub fn status(&self) -> Status {
        self.shared.status.borrow().clone()
    }

    /// Stops it and waits for the thread. A running section of the ledger ends first.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let _ = self.ending.send(true);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Exchanger {
    fn drop(&mut self) {
        self.end();
    }
}

impl Shared {
    fn note(&self, change: impl FnOnce(&mut Status)) {
        let changed = self.status.send_if_modified(|status| {
            let before = status.clone();
            change(status);
            *status != before
        });
        if changed {
            (self.work.on_news)(Heard::Status);
        }
    }

    /// Facts, orders and notices: for ever.
    async fn facts(&self) {
        let mut delays = Delays::new(self.work.surroundings.clone());
        let mut lying = Lying::default();
        loop {
            let Err(error) = self.listen_and_go_round(&mut delays, &mut lying).await;
            let retry_after = match &error {
                ExchangeError::Refused { retry_after, .. } => *retry_after,
                _ => None,
            };
            tracing::debug!(code = error.code(), "the exchange broke off");
            self.note(|status| {
                status.connected = false;
                status.trouble = Some(trouble(&error));
            });
            let nudged = self.towards_hub().then_some(&self.nudged);
            pause(delays.after(retry_after), retry_after, nudged).await;
        }
    }

    /// Desks and booths are clients of their hub; only a hub speaks with the portal.
    fn towards_hub(&self) -> bool {
        self.work.wants.is_some() || matches!(self.work.scope, Scope::Own(_))
    }

    /// Listens first, so that nothing new is missed, then goes round at once and after every news, nudge or half a minute.
    async fn listen_and_go_round(
        &self,
        delays: &mut Delays,
        lying: &mut Lying,
    ) -> Result<std::convert::Infallible, ExchangeError> {
        let link = &self.work.link;
        let line = link.listen().await?;
        let (send, mut news) = mpsc::channel(64);
        let hearing = link.hear(line, send);
        tokio::pin!(hearing);
        let mut topics = EVERYTHING.to_vec();
        loop {
            // While a round runs the line is heard too: its news are waiting when the round is over.
            let mut over = None;
            {
                let going = self.go_round(lying, &topics);
                tokio::pin!(going);
                loop {
                    tokio::select! {
                        went = &mut going => break went?,
                        heard = &mut hearing, if over.is_none() => over = Some(heard),
                    }
                }
            }
            delays.reset();
            if let Some(heard) = over {
                heard?;
                return Err(ExchangeError::Garbled("the line ended"));
            }
            topics.clear();
            tokio::select! {
                biased;
                heard = &mut hearing => {
                    heard?;
                    return Err(ExchangeError::Garbled("the line ended"));
                }
                topic = news.recv() => topics.extend(topic),
                () = self.nudged.notified() => {}
                // Without news everything is asked for: what was told while a line was dying must not wait for its successor.
                () = tokio::time::sleep(AT_LEAST) => topics.extend(EVERYTHING),
            }
            while let Ok(topic) = news.try_recv() {
                topics.push(topic);
            }
        }
    }

    async fn go_round(&self, lying: &mut Lying, topics: &[Topic]) -> Result<(), ExchangeError> {
        let work = &self.work;
        let mut noted = self.status.borrow().clone();
        let round = round(&work.link, work.scope, &mut noted).await?;
        self.note(|status| {
            status.connected = true;
            status.trouble = None;
            status.heard_at = Some(work.surroundings.clock.now());
            status.peer_at = round.peer.at;
            status.upstream = round.peer.upstream;
            status.refused_here = noted.refused_here;
            status.refused_there = noted.refused_there;
            status.unsent = noted.unsent;
            status.peer_have = noted.peer_have;
        });
        if let Some(wants) = &work.wants {
            lying.settle(&work.link, wants, &round.peer.started).await?;
        }
        let portal_spoke = round.taken.contains(&work.portal.node());
        if !round.taken.is_empty() {
            (work.on_news)(Heard::Facts(round.taken));
        }
        if topics.contains(&Topic::Receipts) {
            self.parcels.notify_one();
        }
        match work.scope {
            Scope::Own(node) => {
                // What the portal says of this node comes first: an order is judged by it.
                if topics.contains(&Topic::Documents) {
                    let notices = proved(&work.portal, work.link.notices().await?.facts)?;
                    self.want(documents_of(&notices));
                    (work.on_news)(Heard::Notices(notices));
                }
                if topics.contains(&Topic::Orders) {
                    let orders = work.link.orders(&node).await?.orders;
                    (work.on_news)(Heard::Orders(orders));
                }
            }
            Scope::Branch if portal_spoke || topics.contains(&Topic::Documents) => {
                let carried = self.read_on().await?;
                self.want(carried);
            }
            Scope::Branch => {}
        }
        Ok(())
    }

    /// Reads on in the portal's stream; what goes down by parcel.
    async fn read_on(&self) -> Result<Vec<Digest>, ExchangeError> {
        loop {
            let place = self.directory().place();
            let facts = ask(self.work.link.shared(), move |ledger| ledger.unread(place)).await?;
            if facts.is_empty() {
                return Ok(self.directory().carried());
            }
            self.directory().read_on(facts);
        }
    }

    fn directory(&self) -> std::sync::MutexGuard<'_, Directory> {
        self.directory.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn want(&self, digests: Vec<Digest>) {
        *self.wanted.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = digests;
        self.fetches.notify_one();
    }

    /// Parcels that leave: for ever.
    async fn send_parcels(&self) {
        let Some(outbox) = &self.work.outbox else {
            return std::future::pending().await;
        };
        let mut delays = Delays::new(self.work.surroundings.clone());
        loop {
            let pause = match self.send_all(outbox).await {
                Ok(()) => {
                    delays.reset();
                    AT_LEAST
                }
                Err(error) => {
                    self.note(|status| status.parcel_trouble = Some(trouble(&error)));
                    delays.after(None)
                }
            };
            tokio::select! {
                () = self.parcels.notified() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    async fn send_all(&self, outbox: &Outbox) -> Result<(), ExchangeError> {
        let folder = Arc::clone(&outbox.folder);
        let waiting = tokio::task::spawn_blocking(move || folder.whole())
            .await
            .map_err(|_| ExchangeError::Ending)??;
        let mut left = waiting.len();
        self.note(|status| status.parcels = left);
        let mut trouble = None;
        for sha256 in waiting {
            match self.work.link.send_parcel(outbox, sha256).await {
                Ok(true) => {
                    left -= 1;
                    self.note(|status| status.parcels = left);
                    (self.work.on_news)(Heard::Delivered(sha256));
                }
                Ok(false) => {}
                // A line that is down is down for all; one bad parcel does not stop the others.
                Err(error @ ExchangeError::Unreachable(_)) => return Err(error),
                Err(error) => trouble = Some(error),
            }
        }
        self.note(|status| status.parcel_trouble = None);
        trouble.map_or(Ok(()), Err)
    }

    /// Documents and answers that come: for ever.
    async fn fetch_parcels(&self) {
        let Some(folder) = &self.work.documents else {
            return std::future::pending().await;
        };
        let mut delays = Delays::new(self.work.surroundings.clone());
        loop {
            let wanted = self
                .wanted
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
                .clone();
            let mut again = false;
            for sha256 in wanted {
                if matches!(folder.size(&sha256), Ok(Some(_))) {
                    continue;
                }
                match self.work.link.fetch(folder, sha256).await {
                    Ok(true) => (self.work.on_news)(Heard::Document(sha256)),
                    Ok(false) | Err(_) => again = true,
                }
            }
            let pause = if again { delays.after(None) } else { AT_LEAST };
            if !again {
                delays.reset();
            }
            tokio::select! {
                () = self.fetches.notified() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
    }
}

/// A stable word for a screen: the peer's own refusal, or our code.
fn trouble(error: &ExchangeError) -> String {
    match error {
        ExchangeError::Refused { code, .. } => code.clone(),
        other => other.code().to_owned(),
    }
}

fn documents_of(notices: &[qabyldau_domain::fact::Fact]) -> Vec<Digest> {
    let read = |fact: &qabyldau_domain::fact::Fact| match decode(&fact.kind, fact.version, fact.body.as_deref()) {
        Ok(Decoded::DocumentPublished(body)) => Some(body.sha256),
        _ => None,
    };
    notices.iter().filter_map(read).collect()
}
