//! The tables of the projections, by name, and where a subject's row belongs.

use qabyldau_domain::subject::SubjectKind;

/// A table of projections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Table {
    Appeal,
    Branch,
    Checkpoint,
    Closed,
    Day,
    Document,
    Entry,
    Job,
    Node,
    Parcel,
    Reception,
    Room,
    Roster,
    Session,
    Shift,
    Staff,
}

impl Table {
    /// All tables, in the order of their names.
    pub(crate) const ALL: [Self; 16] = [
        Self::Appeal,
        Self::Branch,
        Self::Checkpoint,
        Self::Closed,
        Self::Day,
        Self::Document,
        Self::Entry,
        Self::Job,
        Self::Node,
        Self::Parcel,
        Self::Reception,
        Self::Room,
        Self::Roster,
        Self::Session,
        Self::Shift,
        Self::Staff,
    ];

    /// Its name in the database.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Appeal => "p_appeal",
            Self::Branch => "p_branch",
            Self::Checkpoint => "p_checkpoint",
            Self::Closed => "p_closed",
            Self::Day => "p_day",
            Self::Document => "p_document",
            Self::Entry => "p_entry",
            Self::Job => "p_job",
            Self::Node => "p_node",
            Self::Parcel => "p_parcel",
            Self::Reception => "p_reception",
            Self::Room => "p_room",
            Self::Roster => "p_roster",
            Self::Session => "p_session",
            Self::Shift => "p_shift",
            Self::Staff => "p_staff",
        }
    }

    /// Where the row of an open subject stands; none for subjects nobody here knows.
    pub(crate) const fn of(kind: SubjectKind) -> Option<Self> {
        Some(match kind {
            SubjectKind::Entry => Self::Entry,
            SubjectKind::Session => Self::Session,
            SubjectKind::Appeal => Self::Appeal,
            SubjectKind::Reception => Self::Reception,
            SubjectKind::Job => Self::Job,
            SubjectKind::Day => Self::Day,
            SubjectKind::Staff => Self::Staff,
            SubjectKind::Shift => Self::Shift,
            SubjectKind::Node => Self::Node,
            SubjectKind::Room => Self::Room,
            SubjectKind::Roster => Self::Roster,
            SubjectKind::Document => Self::Document,
            SubjectKind::Parcel => Self::Parcel,
            SubjectKind::Branch => Self::Branch,
            SubjectKind::Checkpoint => Self::Checkpoint,
            SubjectKind::Unknown => return None,
        })
    }
}
