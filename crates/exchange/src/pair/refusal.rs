//! Why a pairing does not come about.

/// Why pairing was refused. The codes are stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PairRefusal {
    /// No code is outstanding for this label.
    #[error("no such code is outstanding")]
    NoCode,
    /// The proof does not hold: a mistyped code, or somebody stands between.
    #[error("the proof does not hold")]
    WrongProof,
    /// Five wrong proofs: the code is burnt.
    #[error("the code is burnt")]
    Burnt,
    /// Older than 15 minutes.
    #[error("the code has expired")]
    Expired,
    /// Another node was admitted with it.
    #[error("the code was used before")]
    Used,
    /// The hub cannot reach the portal now.
    #[error("the portal cannot be reached")]
    PortalAway,
    /// What answered does not know the code: not the portal's word.
    #[error("the answer is not the portal's")]
    NotThePortal,
}

impl PairRefusal {
    pub(crate) const ALL: [Self; 7] = [
        Self::NoCode,
        Self::WrongProof,
        Self::Burnt,
        Self::Expired,
        Self::Used,
        Self::PortalAway,
        Self::NotThePortal,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoCode => "pair-no-code",
            Self::WrongProof => "pair-wrong-proof",
            Self::Burnt => "pair-burnt",
            Self::Expired => "pair-expired",
            Self::Used => "pair-used",
            Self::PortalAway => "pair-portal-away",
            Self::NotThePortal => "pair-not-the-portal",
        }
    }

    /// Reads a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|refusal| refusal.code() == code)
    }
}
