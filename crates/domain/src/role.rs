//! The roles of branch staff. What each may do is one table elsewhere (`staff`); here are only the names.
//!
//! Invariant: the code of a role never changes, it stands in facts.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a member of staff is at work; in JSON snake_case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works at the reception desk: identifies applicants, keeps the journal, sends to booths.
    Reception,
    /// Leads applicants to booths and rooms.
    Escort,
    /// Runs the shift: corrections, annulments, printing of the roster.
    Supervisor,
    /// Keeps staff, machines and settings.
    Administrator,
    /// Reads the ledger and its checks, changes nothing.
    Auditor,
}

/// The text names no role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a role of branch staff")]
pub struct UnknownRole;

impl Role {
    /// All roles in the order of the table of rights.
    pub const ALL: [Role; 5] = [
        Role::Reception,
        Role::Escort,
        Role::Supervisor,
        Role::Administrator,
        Role::Auditor,
    ];

    /// The stable code, as in JSON and in the keys of the words.
    pub const fn code(self) -> &'static str {
        match self {
            Role::Reception => "reception",
            Role::Escort => "escort",
            Role::Supervisor => "supervisor",
            Role::Administrator => "administrator",
            Role::Auditor => "auditor",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Role::ALL
            .into_iter()
            .find(|role| role.code() == text)
            .ok_or(UnknownRole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_text_and_json_of_a_role_are_one() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_string(&role).unwrap(), format!("\"{}\"", role.code()));
            assert_eq!(role.to_string().parse(), Ok(role));
        }
        assert_eq!("manager".parse::<Role>(), Err(UnknownRole));
    }
}
