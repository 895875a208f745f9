//! A new desk: from a one-time code to a folder with keys, ledger and slots. Killed before the last step, it starts over with a new code.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::ledger::Scope;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_exchange::client::{Exchanger, Work};
use qabyldau_exchange::held::share;
use qabyldau_exchange::pair::{Membership, NodeKeys, PairingCode, join_blocking};
use qabyldau_store::keys::slots::{Nameplate, NewSlots, OpenedBy, SlotFile, SlotsError};
use qabyldau_store::keys::{DatabaseKey, DeviceSecret, PrintedCode};
use qabyldau_store::{NewNode, Store, StoreError, make_private};

use crate::connect::DOCUMENTS;
use crate::failed::Failed;
use crate::peer::{self, PeerError};

/// How long the directory may take to arrive once the code was accepted.
const DIRECTORY: Duration = Duration::from_secs(120);

/// Why the desk was not paired. Nothing of the try counts.
#[derive(Debug, thiserror::Error)]
pub enum NotPaired {
    /// "Not now, because …".
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The peer did not admit us.
    #[error(transparent)]
    Peer(#[from] PeerError),
    /// The slots could not be written.
    #[error(transparent)]
    Slots(#[from] SlotsError),
    /// A file of an unfinished pairing could not be put away.
    #[error("the data folder cannot be used")]
    Folder(#[from] std::io::Error),
}

impl From<StoreError> for NotPaired {
    fn from(error: StoreError) -> Self {
        Self::Peer(Failed::Store(error).into())
    }
}

/// Pairs the desk of this folder: keys, admission, ledger, the whole directory, and slots for all staff, the recovery authority and a printed code, in this
/// order. The slot file is last: only with it the desk counts as paired.
///
/// Answers the printed code, for the only time: it is to be printed and put in the safe. It is kept nowhere, and what is not printed now is lost.
pub fn pair(
    folder: &Path,
    code: &str,
    device: &dyn DeviceSecret,
    surroundings: &Surroundings,
) -> Result<PrintedCode, NotPaired> {
    let slots = SlotFile::at(folder);
    if slots.exists() {
        return Err(Refusal::new("already-paired").into());
    }
    clear_unfinished(folder)?;
    let code: PairingCode = code.parse().map_err(|_| Refusal::new("code-wrong"))?;
    let keys = NodeKeys::throw(surroundings).map_err(PeerError::from)?;
    let joined = join_blocking(&code, &keys, surroundings).map_err(PeerError::from)?;
    let membership = Membership::new(keys, joined);
    let admission = &membership.admission;
    if admission.role != NodeRoleV1::Desk {
        return Err(Refusal::new("code-of-another-role").into());
    }
    let key = DatabaseKey::random(surroundings);
    let new = NewNode {
        branch: admission.branch,
        role: NodeRoleV1::Desk,
        key: membership.keys.signing.clone(),
        portal: admission.portal,
        projections: true,
    };
    let mut store = Store::create(folder, &key, &new)?;
    peer::keep(&mut store, &membership)?;
    let store = Arc::new(Mutex::new(store));
    fetch_directory(&store, &membership, surroundings)?;
    let store = store.lock().unwrap_or_else(PoisonError::into_inner);
    let reader = store.reader()?;
    let branch = reader.branch_named()?.ok_or(Refusal::new("directory-missing"))?;
    let staff = reader.staff()?;
    let nameplate = Nameplate {
        branch: admission.branch,
        name_kk: branch.name_kk,
        name_ru: branch.name_ru,
        label: admission.label.clone(),
        demonstration: reader.document("demonstration")?.is_some(),
    };
    let new = NewSlots {
        nameplate: &nameplate,
        opened_by: OpenedBy::Staff(&staff),
        recovery: &admission.recovery,
        printed_code: true,
    };
    let printed = slots.create(&new, &key, device, surroundings)?;
    Ok(printed.ok_or(SlotsError::NoSuchSlot)?)
}

/// Exchanges with the hub until the directory is whole: everything the hub held when we asked, ourselves and staff among it.
fn fetch_directory(
    store: &Arc<Mutex<Store>>,
    membership: &Membership,
    surroundings: &Surroundings,
) -> Result<(), NotPaired> {
    let (heard, news) = channel();
    let link = membership
        .link(share(Arc::clone(store)), surroundings)
        .map_err(PeerError::from)?;
    let exchanger = Exchanger::start(Work {
        link,
        scope: Scope::Branch,
        on_news: Arc::new(move |_| {
            let _ = heard.send(());
        }),
        surroundings: surroundings.clone(),
        portal: membership.admission.portal,
        wants: None,
        outbox: None,
        documents: None,
    })
    .map_err(PeerError::from)?;
    loop {
        if exchanger.status().connected && directory_is_whole(store)? {
            return Ok(());
        }
        match news.recv_timeout(DIRECTORY) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                return Err(Refusal::new("directory-missing").into());
            }
        }
    }
}

fn directory_is_whole(store: &Mutex<Store>) -> Result<bool, StoreError> {
    let store = store.lock().unwrap_or_else(PoisonError::into_inner);
    let reader = store.reader()?;
    Ok(reader.node_by_id(&store.node())?.is_some() && !reader.staff()?.is_empty() && reader.branch_named()?.is_some())
}

fn clear_unfinished(folder: &Path) -> Result<(), std::io::Error> {
    make_private(folder)?;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("ledger.db") {
            std::fs::remove_file(entry.path())?;
        } else if name == DOCUMENTS {
            std::fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}
