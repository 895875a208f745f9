//! What can be wrong, by name.

use std::fmt;

use qabyldau_domain::fact::NodeId;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The stream and place of the first fact concerned, where it concerns one.
    pub place: Option<(NodeId, u64)>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong. Subjects are numbers and random ids, so that a finding may be printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Fault {
    /// Pages of the file are damaged; found while looking at this part.
    File(&'static str),
    /// The tables are not those this program makes: something was added, dropped or altered.
    Schema(String),
    /// A row that holds no fact any more.
    Unreadable,
    /// A place of a stream is missing.
    Gap,
    /// The hash of the fact before does not fit.
    WrongPrev,
    /// Header or body do not hash to what stands there: the row was edited.
    WrongHash,
    /// The act's signature is missing, misplaced or not the writer's: the row was edited and hashed again.
    WrongSignature,
    /// The stream ends within an act.
    HalfAct,
    /// Ticks that do not grow along the stream.
    TickNotGrowing,
    /// The highest tick kept is lower than that of a fact held.
    TickBehind,
    /// A body is gone without a closing of its subject.
    ErasedWithoutClosing,
    /// A body stands that a closing should have taken.
    NotErased,
    /// A writer whom the portal's stream does not admit so.
    NodeUnexplained(NodeId),
    /// A running number is not the next of its series.
    Number {
        /// The number found.
        found: String,
        /// The running number that should have come.
        expected: u32,
    },
    /// A projection row is not what its facts add up to.
    RowDiffers {
        /// The table.
        table: &'static str,
        /// The subject.
        subject: String,
    },
    /// A projection row is missing.
    RowMissing {
        /// The table.
        table: &'static str,
        /// The subject.
        subject: String,
    },
    /// A projection row that no facts add up to.
    RowExtra {
        /// The table.
        table: &'static str,
        /// The subject that stands in the row.
        subject: String,
    },
    /// A fact is marked otherwise than the fold says.
    MarkDiffers,
    /// The index of names does not fit the journal.
    SearchIndex,
    /// The portal's checkpoint names another fact at this place.
    CheckpointDiffers,
    /// The portal's checkpoint knows more of the own stream than the file.
    BehindCheckpoint,
    /// Another place holds another fact here.
    PeerDiffers,
    /// Another place holds more of the own stream than the file.
    BehindPeer,
}

impl Fault {
    /// The stable word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::File(_) => "file-damaged",
            Self::Schema(_) => "schema",
            Self::Unreadable => "unreadable",
            Self::Gap => "gap",
            Self::WrongPrev => "wrong-prev",
            Self::WrongHash => "wrong-hash",
            Self::WrongSignature => "wrong-signature",
            Self::HalfAct => "half-act",
            Self::TickNotGrowing => "tick-not-growing",
            Self::TickBehind => "tick-behind",
            Self::ErasedWithoutClosing => "erased-without-closing",
            Self::NotErased => "not-erased",
            Self::NodeUnexplained(_) => "node-unexplained",
            Self::Number { .. } => "number",
            Self::RowDiffers { .. } => "row-differs",
            Self::RowMissing { .. } => "row-missing",
            Self::RowExtra { .. } => "row-extra",
            Self::MarkDiffers => "mark-differs",
            Self::SearchIndex => "search-index",
            Self::CheckpointDiffers => "checkpoint-differs",
            Self::BehindCheckpoint => "behind-checkpoint",
            Self::PeerDiffers => "peer-differs",
            Self::BehindPeer => "behind-peer",
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.fault.word())?;
        if let Some((node, seq)) = &self.place {
            write!(f, " node={node} seq={seq}")?;
        }
        match &self.fault {
            Fault::File(part) => write!(f, " part={part}"),
            Fault::Schema(name) => write!(f, " object={name}"),
            Fault::NodeUnexplained(node) => write!(f, " writer={node}"),
            Fault::Number { found, expected } => write!(f, " found={found} expected={expected}"),
            Fault::RowDiffers { table, subject }
            | Fault::RowMissing { table, subject }
            | Fault::RowExtra { table, subject } => write!(f, " table={table} subject={subject}"),
            _ => Ok(()),
        }
    }
}
