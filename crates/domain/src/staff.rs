//! Who may do what: one table, asked for every act and every endpoint.

use serde::{Deserialize, Serialize};

use crate::role::Role;

/// What can be done at a desk, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Open the day.
    OpenDay,
    /// Close the day.
    CloseDay,
    /// Register a journal line, correct it the same day, note something.
    Register,
    /// Annul a journal line.
    Annul,
    /// Ask a booth, take the request back.
    AskBooth,
    /// Tell a booth that staff came or the person is back, propose an addressee.
    TellBooth,
    /// End somebody's session, with a reason: the one who sees that nobody comes back may be alone in the branch.
    EndSession,
    /// Mark arrivals and their undoing.
    CheckIn,
    /// Escort, start, finish.
    Escort,
    /// Mark as not come.
    MarkNoShow,
    /// Print and reprint.
    Print,
    /// Import a roster from a file.
    ImportRoster,
    /// Hand over an answer.
    HandOver,
    /// Read the journal and the receptions.
    Read,
    /// Read the board.
    ReadBoard,
    /// Read the ledger, verify, export.
    Audit,
    /// Pair nodes, look after devices.
    Administer,
}

impl Deed {
    /// All deeds, in the order of the table.
    pub const ALL: [Self; 17] = [
        Self::OpenDay,
        Self::CloseDay,
        Self::Register,
        Self::Annul,
        Self::AskBooth,
        Self::TellBooth,
        Self::EndSession,
        Self::CheckIn,
        Self::Escort,
        Self::MarkNoShow,
        Self::Print,
        Self::ImportRoster,
        Self::HandOver,
        Self::Read,
        Self::ReadBoard,
        Self::Audit,
        Self::Administer,
    ];
}

/// May this role do this?
pub const fn may(role: Role, deed: Deed) -> bool {
    use Deed as D;
    match role {
        Role::Reception => matches!(
            deed,
            D::OpenDay
                | D::Register
                | D::AskBooth
                | D::TellBooth
                | D::EndSession
                | D::CheckIn
                | D::Escort
                | D::MarkNoShow
                | D::Print
                | D::HandOver
                | D::Read
                | D::ReadBoard
        ),
        Role::Escort => matches!(deed, D::Escort | D::ReadBoard),
        Role::Supervisor => !matches!(deed, D::Administer),
        Role::Administrator => matches!(
            deed,
            D::Read | D::ReadBoard | D::Audit | D::Administer | D::ImportRoster
        ),
        Role::Auditor => matches!(deed, D::Read | D::Audit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as a person would read it: reception, escort, supervisor, administrator, auditor.
    const TABLE: [(Deed, [bool; 5]); 17] = {
        const Y: bool = true;
        const N: bool = false;
        [
            (Deed::OpenDay, [Y, N, Y, N, N]),
            (Deed::CloseDay, [N, N, Y, N, N]),
            (Deed::Register, [Y, N, Y, N, N]),
            (Deed::Annul, [N, N, Y, N, N]),
            (Deed::AskBooth, [Y, N, Y, N, N]),
            (Deed::TellBooth, [Y, N, Y, N, N]),
            (Deed::EndSession, [Y, N, Y, N, N]),
            (Deed::CheckIn, [Y, N, Y, N, N]),
            (Deed::Escort, [Y, Y, Y, N, N]),
            (Deed::MarkNoShow, [Y, N, Y, N, N]),
            (Deed::Print, [Y, N, Y, N, N]),
            (Deed::ImportRoster, [N, N, Y, Y, N]),
            (Deed::HandOver, [Y, N, Y, N, N]),
            (Deed::Read, [Y, N, Y, Y, Y]),
            (Deed::ReadBoard, [Y, Y, Y, Y, N]),
            (Deed::Audit, [N, N, Y, Y, Y]),
            (Deed::Administer, [N, N, N, Y, N]),
        ]
    };

    #[test]
    fn every_role_may_do_exactly_what_the_table_says() {
        let roles = [
            Role::Reception,
            Role::Escort,
            Role::Supervisor,
            Role::Administrator,
            Role::Auditor,
        ];
        for (deed, row) in TABLE {
            for (role, expected) in roles.into_iter().zip(row) {
                assert_eq!(may(role, deed), expected, "{role:?} {deed:?}");
            }
        }
        assert_eq!(TABLE.map(|(deed, _)| deed), Deed::ALL);
    }
}
