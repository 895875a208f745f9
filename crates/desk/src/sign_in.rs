//! A desk that is locked: its database is closed and the key is nowhere in memory. Unwrapping a staff key is signing in.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use qabyldau_domain::fact::{By, Draft, StaffId};
use qabyldau_domain::facts::{SignInFailed, SignedIn};
use qabyldau_domain::language::Language;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::keys::slots::{SignInError, SignInRefused, SlotFile};
use qabyldau_store::keys::{DeviceSecret, Password};
use qabyldau_store::{Place, Store};
use serde::{Deserialize, Serialize};

use crate::desk::{Desk, Home, Worker};
use crate::failed::Failed;
use crate::read::Shelf;

/// A locked desk.
pub struct Locked {
    pub(crate) place: Place,
    pub(crate) device: Arc<dyn DeviceSecret>,
    pub(crate) surroundings: Surroundings,
}

/// Somebody on the list of the sign-in page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffChoice {
    /// The id.
    pub id: StaffId,
    /// The name.
    pub name: String,
    /// Post in Kazakh.
    pub post_kk: String,
    /// Post in Russian.
    pub post_ru: String,
    /// The language of their screen.
    pub language: Language,
    /// Seconds until their next try is taken.
    pub wait_seconds: u64,
}

/// What the sign-in page shows; all of it is known while the database is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInState {
    /// The branch's name in Kazakh.
    pub branch_kk: String,
    /// The branch's name in Russian.
    pub branch_ru: String,
    /// The branch and the desk, `0512·A`.
    pub desk: String,
    /// The directory says that the branch is a demonstration.
    pub demonstration: bool,
    /// Who may sign in.
    pub staff: Vec<StaffChoice>,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    /// "Not now, because …".
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The slot file or the device secret failed.
    #[error("the key slots do not open")]
    Slots(#[source] SignInError),
    /// The database failed.
    #[error(transparent)]
    Desk(#[from] Failed),
}

impl NotSignedIn {
    /// The refusal a person is told.
    pub fn refusal(&self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal.clone(),
            Self::Slots(_) => Refusal::new("key-slots-unfit"),
            Self::Desk(failed) => failed.refusal(),
        }
    }
}

impl Locked {
    /// The desk whose data lie in this folder.
    pub fn at(folder: &Path, device: Arc<dyn DeviceSecret>, surroundings: Surroundings) -> Self {
        Self {
            place: Place::new(folder),
            device,
            surroundings,
        }
    }

    /// The same with another state folder than the user's.
    #[must_use]
    pub fn with_state(mut self, state: PathBuf) -> Self {
        self.place = self.place.with_state(state);
        self
    }

    /// Was it paired?
    pub fn paired(&self) -> bool {
        SlotFile::at(self.place.data()).exists()
    }

    /// What the sign-in page shows.
    pub fn state(&self) -> Result<SignInState, NotSignedIn> {
        let page = SlotFile::at(self.place.data())
            .sign_in_page(&self.surroundings)
            .map_err(|error| NotSignedIn::Slots(error.into()))?;
        let staff = page.people.into_iter().map(|person| StaffChoice {
            id: person.staff,
            name: person.name,
            post_kk: person.post_kk,
            post_ru: person.post_ru,
            language: person.language,
            wait_seconds: whole_seconds(person.wait),
        });
        Ok(SignInState {
            desk: format!("{}·{}", page.nameplate.branch, page.nameplate.label),
            branch_kk: page.nameplate.name_kk,
            branch_ru: page.nameplate.name_ru,
            demonstration: page.nameplate.demonstration,
            staff: staff.collect(),
        })
    }

    /// Signs somebody in and opens the desk. The facts `SignedIn` and, if there were wrong tries, `SignInFailed` are its first act.
    pub fn sign_in(&self, staff: StaffId, password: &str) -> Result<Desk, NotSignedIn> {
        let slots = SlotFile::at(self.place.data());
        let signed = slots
            .sign_in(
                staff,
                &Password::typed(password),
                self.device.as_ref(),
                &self.surroundings,
            )
            .map_err(refused)?;
        let mut store = Store::open(self.place.clone(), &signed.key).map_err(Failed::Store)?;
        let home = home(&store)?;
        let now = self.surroundings.clock.now();
        let subject = Subject::shift(&home.node, now.date(), &staff);
        let failed = (signed.failed_before > 0).then(|| {
            Draft::new(
                subject.clone(),
                &SignInFailed {
                    times: signed.failed_before,
                },
            )
        });
        let drafts: Vec<Draft> = failed.into_iter().chain([Draft::new(subject, &SignedIn {})]).collect();
        let acted = store
            .act(&self.surroundings, By::Staff(staff), |reader| {
                let row = reader.staff_member(&staff)?.filter(|row| !row.removed);
                let row = row.ok_or(Failed::Refused(Refusal::new("staff-unknown")))?;
                Ok::<_, Failed>((drafts, row))
            })
            .map_err(Failed::from)?;
        slots
            .told(staff, signed.failed_before)
            .map_err(|error| NotSignedIn::Slots(error.into()))?;
        let row = acted.answer;
        let worker = Worker {
            id: staff,
            role: row.role,
            name: row.name,
            language: row.language,
        };
        Ok(Desk {
            folder: self.place.data().to_owned(),
            store: Arc::new(Mutex::new(store)),
            surroundings: self.surroundings.clone(),
            home,
            worker,
            key: signed.key,
            slots,
            device: Arc::clone(&self.device),
            shelf: Shelf::default(),
        })
    }
}

pub(crate) fn home(store: &Store) -> Result<Home, Failed> {
    let node = store.node();
    let row = store
        .reader()
        .map_err(Failed::Store)?
        .node_by_id(&node)?
        .ok_or(Failed::Refused(Refusal::new("node-not-admitted")))?;
    let label = row
        .label
        .parse()
        .map_err(|_| Failed::Refused(Refusal::new("node-not-admitted")))?;
    Ok(Home {
        branch: store.branch(),
        node,
        label,
    })
}

fn refused(error: SignInError) -> NotSignedIn {
    match error {
        SignInError::Refused(SignInRefused::WrongPassword { wait, .. }) => {
            Refusal::new("wrong-password").with("wait", whole_seconds(wait)).into()
        }
        SignInError::Refused(SignInRefused::Wait { left }) => {
            Refusal::new("too-many-tries").with("wait", whole_seconds(left)).into()
        }
        SignInError::Refused(SignInRefused::UnknownStaff) => Refusal::new("staff-unknown").into(),
        other => NotSignedIn::Slots(other),
    }
}

fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}
