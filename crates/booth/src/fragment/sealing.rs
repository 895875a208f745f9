//! To whom recordings are sealed: the portal and the recovery authority, never this booth.

use qabyldau_exchange::seal::seal;

use super::FragmentError;

/// The recipients of recordings (`age1…`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealing {
    recipients: Vec<String>,
}

/// Recipients to which nothing may be sealed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongRecipients {
    /// Nobody could open it.
    #[error("there is no recipient")]
    Nobody,
    /// The booth could open what it holds.
    #[error("the booth itself is among the recipients")]
    Oneself,
}

impl Sealing {
    /// Seals to the portal and the recovery authority. `own` is the booth's recipient, which must not be among them.
    pub fn to(recipients: impl IntoIterator<Item = String>, own: &str) -> Result<Self, WrongRecipients> {
        let recipients: Vec<String> = recipients.into_iter().collect();
        match (recipients.is_empty(), recipients.iter().any(|one| one == own)) {
            (true, _) => Err(WrongRecipients::Nobody),
            (_, true) => Err(WrongRecipients::Oneself),
            (false, false) => Ok(Self { recipients }),
        }
    }

    pub(super) fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, FragmentError> {
        let recipients: Vec<&str> = self.recipients.iter().map(String::as_str).collect();
        seal(&recipients, plain).map_err(FragmentError::Seal)
    }
}
