//! The trial branch: a portal and a desk in folders of their own, with keys by seed, and the directory the portal signs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use qabyldau_domain::calendar::Calendar;
use qabyldau_domain::fact::{By, Digest, Draft, NodeKey, StaffId};
use qabyldau_domain::facts::{BranchNamed, DocumentPublished, NodeAdmitted, NodeRoleV1, RoomNamed, StaffAdmitted};
use qabyldau_domain::language::Language;
use qabyldau_domain::number::{BranchCode, DeskLabel};
use qabyldau_domain::role::Role;
use qabyldau_domain::subject::Subject;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::keys::{DatabaseKey, Password, create_staff_key};
use qabyldau_store::{NewNode, Place, Reader, Store};

use super::clock::WalkingClock;
use super::dice::{self, Dice};
use super::failed::Failed;
use super::names::{self, Home};
use super::papers::{Papers, Staff};
use crate::say::{self, Finding};

/// No branch of the State Corporation has this code.
const CODE: &str = "9900";
/// Name and address; also on the sign-in page.
pub(super) const NAME: (&str, &str) = ("Сынақ филиалы", "Пробный филиал");

/// A member of the trial's staff.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) id: StaffId,
    pub(super) role: Role,
}

/// The branch while it is filled.
pub(super) struct Branch {
    pub(super) folder: PathBuf,
    pub(super) portal: Store,
    pub(super) desk: Store,
    pub(super) label: DeskLabel,
    pub(super) clock: Arc<WalkingClock>,
    pub(super) dice: Dice,
    pub(super) surroundings: Surroundings,
    staff: Vec<Member>,
}

impl Branch {
    /// Makes both nodes, the directory of the first day, and the slots that open them.
    pub(super) fn found(folder: &Path, seed: u64, first: NaiveDate) -> Result<Self, Failed> {
        let clock = Arc::new(WalkingClock::default());
        clock.put(first, 7 * 3600);
        let trial = Surroundings {
            clock: Arc::clone(&clock) as _,
            dice: dice::shared(seed, "facts"),
        };
        let real = qabyldau_store::surroundings::real();
        let (portal_key, desk_key) = (NodeKey::from_seed(&trial.random()), NodeKey::from_seed(&trial.random()));
        let node = |name: &str, role, key: &NodeKey| -> Result<(Store, DatabaseKey), Failed> {
            let database = DatabaseKey::random(&real);
            let new = NewNode {
                branch: code(),
                role,
                key: key.clone(),
                portal: portal_key.public(),
                projections: true,
            };
            Ok((Store::create(place(folder, name), &database, &new)?, database))
        };
        let (portal, portal_database) = node("portal", NodeRoleV1::Portal, &portal_key)?;
        let (desk, desk_database) = node("desk", NodeRoleV1::Desk, &desk_key)?;
        let mut branch = Self {
            folder: folder.to_owned(),
            portal,
            desk,
            label: DeskLabel::FIRST,
            clock,
            dice: Dice::new(seed, "days"),
            surroundings: trial,
            staff: Vec::new(),
        };
        let people = branch.direct(seed, &desk_key, first)?;
        branch.exchange(first)?;
        Papers { real, people }.write(&branch, &portal_database, &desk_database)?;
        Ok(branch)
    }

    /// The portal's words: branch, room, desk, staff, documents.
    fn direct(&mut self, seed: u64, desk_key: &NodeKey, first: NaiveDate) -> Result<Vec<Staff>, Failed> {
        let people = staff(seed, &self.surroundings);
        self.staff = people
            .iter()
            .map(|one| Member {
                id: one.id,
                role: one.role,
            })
            .collect();
        let mut drafts = vec![
            Draft::new(
                Subject::branch(code()),
                &BranchNamed {
                    name_kk: NAME.0.into(),
                    name_ru: NAME.1.into(),
                    address_kk: "ойдан шығарылған көше, 1".into(),
                    address_ru: "вымышленная улица, 1".into(),
                },
            ),
            Draft::new(
                Subject::room("1"),
                &RoomNamed {
                    name_kk: "1-бөлме".into(),
                    name_ru: "Комната 1".into(),
                },
            ),
            Draft::new(
                Subject::node(&desk_key.node()),
                &NodeAdmitted {
                    role: NodeRoleV1::Desk,
                    label: self.label.to_string(),
                    public_key: desk_key.public(),
                    // The trial's desk has no link: nobody has a key with this digest or this recipient.
                    tls: Digest(self.surroundings.random()),
                    recipient: people[0].admitted.key.public.clone(),
                },
            ),
        ];
        drafts.extend(
            people
                .iter()
                .map(|one| Draft::new(Subject::staff(&one.id), &one.admitted)),
        );
        for (name, bytes) in documents() {
            for store in [&mut self.portal, &mut self.desk] {
                store.keep_document(&bytes)?;
            }
            let published = DocumentPublished {
                version: 1,
                sha256: Digest::of(&bytes),
                bytes: bytes.len() as u64,
                from: first,
            };
            drafts.push(Draft::new(Subject::document(&name), &published));
        }
        self.at_portal(drafts)?;
        Ok(people)
    }

    /// One act of the portal.
    pub(super) fn at_portal(&mut self, drafts: Vec<Draft>) -> Result<(), Failed> {
        self.portal
            .act(&self.surroundings, By::Node, |_| Ok::<_, Failed>((drafts, ())))?;
        Ok(())
    }

    /// One act at the desk.
    pub(super) fn at_desk<R>(
        &mut self,
        member: Member,
        rule: impl FnOnce(&Reader<'_>) -> Result<(Vec<Draft>, R), Failed>,
    ) -> Result<R, Failed> {
        Ok(self.desk.act(&self.surroundings, member.by(), rule)?.answer)
    }

    /// Who works at the desk on this day.
    pub(super) fn receptionist(&self, day: usize) -> Member {
        let at_desk: Vec<&Member> = self.staff.iter().filter(|one| one.role == Role::Reception).collect();
        *at_desk[day % at_desk.len()]
    }

    /// Who closes days and annuls.
    pub(super) fn supervisor(&self) -> Member {
        let found = self.staff.iter().find(|one| one.role == Role::Supervisor);
        *found.unwrap_or(&self.staff[0])
    }

    /// How many facts the desk holds, the portal's among them.
    pub(super) fn facts(&self) -> Result<u64, Failed> {
        Ok(self.desk.reader()?.have()?.values().sum())
    }

    /// How each node is opened.
    pub(super) fn whereabouts(&self) -> Vec<Finding> {
        let path = |path: PathBuf| path.to_string_lossy().into_owned();
        let said = |role: &'static str| {
            Finding::told(&say::TRIAL_WHERE)
                .with("role", role)
                .with("data", path(self.folder.join(role)))
                .with("state", path(self.folder.join(STATE)))
                .with("recovery", path(self.folder.join(super::papers::RECOVERY)))
        };
        vec![said("portal"), said("desk")]
    }
}

/// Beside both data folders: the notes of the heads. The trial's own, since the same seed gives the same nodes.
const STATE: &str = "state";

fn place(folder: &Path, name: &str) -> Place {
    Place::new(folder.join(name)).with_state(folder.join(STATE))
}

pub(super) fn code() -> BranchCode {
    #[expect(clippy::expect_used, reason = "four digits are a branch code")]
    CODE.parse().expect("a branch code")
}

/// Two at the desk, one over the shift, one for the machines, one who only looks.
const POSTS: [(Role, &str, &str); 5] = [
    (Role::Reception, "ресепшн маманы", "специалист ресепшн"),
    (Role::Reception, "ресепшн маманы", "специалист ресепшн"),
    (Role::Supervisor, "ауысым жетекшісі", "руководитель смены"),
    (Role::Administrator, "әкімші", "администратор"),
    (Role::Auditor, "аудитор", "аудитор филиала"),
];

fn staff(seed: u64, surroundings: &Surroundings) -> Vec<Staff> {
    let dice = Dice::new(seed, "staff");
    let member = |(role, post_kk, post_ru): (Role, &str, &str)| {
        let named = names::invent(&dice, Home::Kazakh, dice.once_in(2));
        let password = password(&dice);
        #[expect(
            clippy::expect_used,
            reason = "the password has the length and the variety asked for"
        )]
        let (key, _) = create_staff_key(&Password::typed(&password), surroundings).expect("a fit password");
        Staff {
            id: StaffId(surroundings.random()),
            role,
            admitted: StaffAdmitted {
                name: format!("{} {}", named.surname, named.given),
                post_kk: post_kk.into(),
                post_ru: post_ru.into(),
                role,
                language: Language::Kk,
                key,
            },
            password,
        }
    };
    POSTS.into_iter().map(member).collect()
}

/// `trial-` and twelve digits: known to whoever reads the trial's papers, and meant so.
fn password(dice: &Dice) -> String {
    format!("trial-{:06}-{:06}", dice.below(1_000_000), dice.below(1_000_000))
}

/// The calendar that came with the program, and the mark of a demonstration.
fn documents() -> Vec<(String, Vec<u8>)> {
    let calendar = Calendar::built_in();
    let year = |document: &qabyldau_domain::calendar::CalendarDocument| {
        let bytes = serde_json::to_vec(document).unwrap_or_default();
        (format!("calendar-{}", document.year), bytes)
    };
    let mut documents: Vec<_> = calendar.documents().map(year).collect();
    documents.push(("demonstration".into(), b"{}".to_vec()));
    documents
}
