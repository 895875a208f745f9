//! The subject: the one thing a fact is about. A number or a random id, never personal.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::fact::{Digest, NodeId, StaffId};

/// What a subject may be. The word before the slash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// A line of the journal: `entry/0512-A-2026/000123`.
    Entry,
    /// One going to a booth: `session/<32 hex>`.
    Session,
    /// A filed appeal: `appeal/<14 digits>`.
    Appeal,
    /// One online reception: `reception/<14 digits>`.
    Reception,
    /// One print job: `job/<32 hex>`.
    Job,
    /// A node's day: `day/<node>/2026-11-22`.
    Day,
    /// A member of staff: `staff/<16 hex>`.
    Staff,
    /// A member of staff at one node on one day: `shift/<node>/2026-11-22/<staff>`.
    Shift,
    /// A desk, booth or hub: `node/<32 hex>`.
    Node,
    /// A room: `room/<label>`.
    Room,
    /// A published roster: `roster/<32 hex>`.
    Roster,
    /// A signed document: `document/<name>`.
    Document,
    /// A parcel: `parcel/<64 hex>`.
    Parcel,
    /// The branch itself: `branch/0512`.
    Branch,
    /// Checkpoints of the ledger: `checkpoint/2026-11-22`.
    Checkpoint,
    /// A word this program does not know (written by a newer one).
    Unknown,
}

impl SubjectKind {
    const WORDS: [(Self, &'static str); 15] = [
        (Self::Entry, "entry"),
        (Self::Session, "session"),
        (Self::Appeal, "appeal"),
        (Self::Reception, "reception"),
        (Self::Job, "job"),
        (Self::Day, "day"),
        (Self::Staff, "staff"),
        (Self::Shift, "shift"),
        (Self::Node, "node"),
        (Self::Room, "room"),
        (Self::Roster, "roster"),
        (Self::Document, "document"),
        (Self::Parcel, "parcel"),
        (Self::Branch, "branch"),
        (Self::Checkpoint, "checkpoint"),
    ];
}

/// A subject, at most 96 printable ASCII characters, `word/rest`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Subject(String);

crate::text_form::text_shape!(
    Subject,
    "^[!-~]+/[!-~]+$",
    "what the fact is about: `word/rest`, at most 96 printable ASCII characters"
);

/// Not the form of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a subject")]
pub struct NotASubject;

impl Subject {
    fn of(kind: SubjectKind, rest: impl fmt::Display) -> Self {
        let word = SubjectKind::WORDS
            .iter()
            .find(|(known, _)| *known == kind)
            .map_or("unknown", |(_, word)| word);
        Self(format!("{word}/{rest}"))
    }

    /// The journal line with this number.
    pub fn entry(number: &crate::number::EntryNumber) -> Self {
        Self::of(SubjectKind::Entry, number)
    }
    /// The session with this random id.
    pub fn session(id: &str) -> Self {
        Self::of(SubjectKind::Session, id)
    }
    /// The appeal with this registration number.
    pub fn appeal(number: &crate::number::RegistrationNumber) -> Self {
        Self::of(SubjectKind::Appeal, number)
    }
    /// The reception with this reference.
    pub fn reception(reference: &crate::number::ReceptionRef) -> Self {
        Self::of(SubjectKind::Reception, reference)
    }
    /// The print job with this random id.
    pub fn job(id: &str) -> Self {
        Self::of(SubjectKind::Job, id)
    }
    /// The day of a node.
    pub fn day(node: &NodeId, date: NaiveDate) -> Self {
        Self::of(SubjectKind::Day, format_args!("{node}/{date}"))
    }
    /// The member of staff.
    pub fn staff(id: &StaffId) -> Self {
        Self::of(SubjectKind::Staff, id)
    }
    /// The member of staff at a node on a date.
    pub fn shift(node: &NodeId, date: NaiveDate, id: &StaffId) -> Self {
        Self::of(SubjectKind::Shift, format_args!("{node}/{date}/{id}"))
    }
    /// The node.
    pub fn node(node: &NodeId) -> Self {
        Self::of(SubjectKind::Node, node)
    }
    /// The room with this label (ASCII).
    pub fn room(label: &str) -> Self {
        Self::of(SubjectKind::Room, label)
    }
    /// The roster with this random id.
    pub fn roster(id: &str) -> Self {
        Self::of(SubjectKind::Roster, id)
    }
    /// The document of this name.
    pub fn document(name: &str) -> Self {
        Self::of(SubjectKind::Document, name)
    }
    /// The parcel with this content.
    pub fn parcel(sha256: &Digest) -> Self {
        Self::of(SubjectKind::Parcel, sha256)
    }
    /// The branch.
    pub fn branch(code: crate::number::BranchCode) -> Self {
        Self::of(SubjectKind::Branch, code)
    }
    /// The checkpoints of a date.
    pub fn checkpoint(date: NaiveDate) -> Self {
        Self::of(SubjectKind::Checkpoint, date)
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What kind of thing it is.
    pub fn kind(&self) -> SubjectKind {
        let word = self.0.split('/').next().unwrap_or_default();
        SubjectKind::WORDS
            .iter()
            .find(|(_, known)| *known == word)
            .map_or(SubjectKind::Unknown, |(kind, _)| *kind)
    }

    /// What stands behind the first slash.
    pub fn rest(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, rest)| rest)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Subject {
    type Err = NotASubject;
    fn from_str(text: &str) -> Result<Self, NotASubject> {
        let fits = text.len() <= 96
            && text.bytes().all(|byte| byte.is_ascii_graphic())
            && text
                .split_once('/')
                .is_some_and(|(word, rest)| !word.is_empty() && !rest.is_empty());
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotASubject)
        }
    }
}

impl TryFrom<String> for Subject {
    type Error = NotASubject;
    fn try_from(text: String) -> Result<Self, NotASubject> {
        text.parse()
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> String {
        subject.0
    }
}
