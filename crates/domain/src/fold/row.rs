//! The rows of the projections. Plain values, the same on every node that holds the same facts.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::fact::{Digest, Head, Instant, NodeId, PublicKey, StaffId};
use crate::facts::{
    CapacityV1, DocumentV1, NodeRoleV1, ParcelV1, PersonV1, PromiseV1, PunctualityV1, ReadByV1, StaffKeyV1,
    StatementsV1,
};
use crate::language::Language;
use crate::role::Role;
use crate::state::{JobState, ReceptionState};
use crate::subject::Subject;

mod session;

pub use session::*;

/// One row of one projection.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "rows live for the length of one write")]
pub enum Row {
    /// `p_entry`.
    Entry(EntryRow),
    /// `p_session`.
    Session(SessionRow),
    /// `p_appeal`.
    Appeal(AppealRow),
    /// `p_parcel`.
    Parcel(ParcelRow),
    /// `p_reception`.
    Reception(ReceptionRow),
    /// `p_roster`.
    Roster(RosterRow),
    /// `p_job`.
    Job(JobRow),
    /// `p_day`.
    Day(DayRow),
    /// `p_staff`.
    Staff(StaffRow),
    /// `p_shift`.
    Shift(ShiftRow),
    /// `p_node`.
    Node(NodeRow),
    /// `p_room`.
    Room(RoomRow),
    /// `p_branch`.
    Branch(BranchRow),
    /// `p_document`.
    Document(DocumentRow),
    /// `p_checkpoint`.
    Checkpoint(CheckpointRow),
    /// `p_closed`.
    Closed(ClosedRow),
}

/// A correction made: field, old and new side by side.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionView {
    /// When.
    pub at: Instant,
    /// The field.
    pub field: String,
    /// What stood there.
    pub old: Option<String>,
    /// What stands there now.
    pub new: Option<String>,
    /// Why.
    pub reason: String,
}

/// A note for the supervisor's list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteView {
    /// When.
    pub at: Instant,
    /// The stable word.
    pub code: String,
    /// The worker's words.
    pub words: Option<String>,
}

/// A line of the journal with its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRow {
    /// The subject.
    pub subject: Subject,
    /// The number.
    pub number: String,
    /// The desk's stream.
    pub node: NodeId,
    /// The open day.
    pub day: NaiveDate,
    /// When.
    pub at: Instant,
    /// Who, corrected.
    pub person: PersonV1,
    /// The document, corrected.
    pub document: DocumentV1,
    /// For whom.
    pub capacity: CapacityV1,
    /// How read.
    pub read_by: ReadByV1,
    /// The applicant's language.
    pub language: Language,
    /// Help is needed.
    pub needs_help: bool,
    /// The ticket.
    pub ticket: Option<String>,
    /// The statements.
    pub statements: StatementsV1,
    /// What is folded and joined: for equality of persons.
    pub match_key: String,
    /// What is folded and split: for search.
    pub search_words: String,
    /// The annulment's reason, if annulled.
    pub annulled: Option<String>,
    /// Corrections in order.
    pub corrections: Vec<CorrectionView>,
    /// Notes in order.
    pub notes: Vec<NoteView>,
}

/// An appeal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealRow {
    /// The subject.
    pub subject: Subject,
    /// The registration number.
    pub number: String,
    /// The booth.
    pub node: NodeId,
    /// The journal line.
    pub entry: String,
    /// The session.
    pub session: String,
    /// The kind.
    pub kind: String,
    /// The addressee's id.
    pub addressee: String,
    /// Against whom.
    pub against: Option<String>,
    /// Postal address.
    pub postal_address: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Language.
    pub language: Language,
    /// The day of filing.
    pub day: NaiveDate,
    /// When.
    pub filed_at: Instant,
    /// The promise; none where no day could be counted.
    pub promise: Option<PromiseV1>,
    /// The secret code's verifier.
    pub code_verifier: String,
    /// The recording.
    pub parcel: ParcelV1,
    /// Joined to.
    pub continues: Option<String>,
    /// The day the answer was signed.
    pub answer_signed: Option<NaiveDate>,
    /// When it was handed over.
    pub handed_over_at: Option<Instant>,
}

/// A parcel's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelRow {
    /// The subject.
    pub subject: Subject,
    /// The content.
    pub sha256: Digest,
    /// When the portal said that it holds it.
    pub stored_at: Option<Instant>,
    /// When the sender let its copy go.
    pub delivered_at: Option<Instant>,
}

/// An arrival that lost against an earlier one: kept and shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivalView {
    /// The desk.
    pub node: NodeId,
    /// When.
    pub at: Instant,
    /// Minutes against the appointed time.
    pub minutes: i32,
    /// The judgement.
    pub punctuality: PunctualityV1,
    /// Another document than the roster names.
    pub other_document: bool,
    /// Words to it.
    pub words: Option<String>,
}

/// A reception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionRow {
    /// The subject.
    pub subject: Subject,
    /// The reference (14 digits).
    pub reference: String,
    /// The roster.
    pub roster: String,
    /// Place in the roster.
    pub row: u32,
    /// Day.
    pub day: NaiveDate,
    /// Time.
    pub time: NaiveTime,
    /// Room.
    pub room: String,
    /// Who.
    pub person: PersonV1,
    /// Folded and joined.
    pub match_key: String,
    /// Body.
    pub body: String,
    /// Official.
    pub official: Option<String>,
    /// Language.
    pub language: Language,
    /// Where it stands.
    pub state: ReceptionState,
    /// The arrival that stands.
    pub arrival: Option<ArrivalView>,
    /// The arrivals that lost.
    pub other_arrivals: Vec<ArrivalView>,
    /// When escorted.
    pub escorted_at: Option<Instant>,
    /// When started.
    pub started_at: Option<Instant>,
    /// When finished.
    pub finished_at: Option<Instant>,
    /// The last change's reason, if the row was changed.
    pub changed: Option<String>,
}

/// A published roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterRow {
    /// The subject.
    pub subject: Subject,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Rows.
    pub rows: u32,
    /// Their hash.
    pub rows_hash: Digest,
    /// Version.
    pub version: u32,
    /// When published.
    pub at: Instant,
}

/// A print job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobRow {
    /// The subject.
    pub subject: Subject,
    /// The printing node.
    pub node: NodeId,
    /// What sheet.
    pub sheet: String,
    /// About what.
    pub about: String,
    /// Which copy.
    pub duplicate: u32,
    /// Why again.
    pub reason: Option<String>,
    /// When queued.
    pub at: Instant,
    /// Where it stands.
    pub state: JobState,
}

/// A node's day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRow {
    /// The subject.
    pub subject: Subject,
    /// The node.
    pub node: NodeId,
    /// The date.
    pub date: NaiveDate,
    /// How it was opened.
    pub how: String,
    /// When opened.
    pub opened_at: Instant,
    /// When closed.
    pub closed_at: Option<Instant>,
    /// Journal lines at the close.
    pub entries: Option<u32>,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRow {
    /// The subject.
    pub subject: Subject,
    /// The id.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// Post in Kazakh.
    pub post_kk: String,
    /// Post in Russian.
    pub post_ru: String,
    /// Role.
    pub role: Role,
    /// Language of the screen.
    pub language: Language,
    /// The key as wrapped now.
    pub key: StaffKeyV1,
    /// No longer staff.
    pub removed: bool,
}

/// A member of staff at a node on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftRow {
    /// The subject.
    pub subject: Subject,
    /// First sign-in.
    pub first_at: Option<Instant>,
    /// Last sign-in.
    pub last_at: Option<Instant>,
    /// Last sign-out, if the last sign-in was followed by one.
    pub out_at: Option<Instant>,
    /// Wrong passwords.
    pub failed: u32,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeRow {
    /// The subject.
    pub subject: Subject,
    /// The node.
    pub node: NodeId,
    /// What it is.
    pub role: NodeRoleV1,
    /// Its label.
    pub label: String,
    /// Its signing key.
    pub public_key: PublicKey,
    /// Its TLS key's digest.
    pub tls: Digest,
    /// Its age recipient.
    pub recipient: String,
    /// Retired.
    pub retired: bool,
}

/// A room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomRow {
    /// The subject.
    pub subject: Subject,
    /// The label.
    pub label: String,
    /// Name in Kazakh.
    pub name_kk: String,
    /// Name in Russian.
    pub name_ru: String,
}

/// The branch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BranchRow {
    /// The subject.
    pub subject: Subject,
    /// Name in Kazakh.
    pub name_kk: String,
    /// Name in Russian.
    pub name_ru: String,
    /// Address in Kazakh.
    pub address_kk: String,
    /// Address in Russian.
    pub address_ru: String,
}

/// A signed document's newest version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRow {
    /// The subject.
    pub subject: Subject,
    /// The name.
    pub name: String,
    /// Version.
    pub version: u32,
    /// Content.
    pub sha256: Digest,
    /// Size.
    pub bytes: u64,
    /// From which day.
    pub from: NaiveDate,
}

/// The last checkpoint of a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckpointRow {
    /// The subject.
    pub subject: Subject,
    /// When.
    pub at: Instant,
    /// Heads by node.
    pub heads: BTreeMap<NodeId, Head>,
}

/// What remains of a closed subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedRow {
    /// The subject.
    pub subject: Subject,
    /// End state.
    pub state: String,
    /// Day.
    pub day: Option<NaiveDate>,
}

crate::quiet::quiet_debug!(AppealRow, CorrectionView, NoteView);
