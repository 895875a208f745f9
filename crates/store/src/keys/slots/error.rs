//! Why a slot file is not read, opened or written, and why somebody is not signed in.
//!
//! Invariant: no path, no name and no secret stands in an error; the code is stable.

use std::io;
use std::time::Duration;

use crate::keys::device::SecretUnavailable;
use crate::keys::staff::KeyRefused;

/// What is wrong with one copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// There is no such file.
    #[error("missing")]
    Missing,
    /// The file cannot be read.
    #[error("unreadable")]
    Unreadable,
    /// The content is not what its checksum says, or no slot file at all.
    #[error("damaged")]
    Content,
}

/// Why the slot file did not do what was asked. Nothing is ever deleted on the way.
#[derive(Debug, thiserror::Error)]
pub enum SlotsError {
    /// This node was never paired.
    #[error("no slot file")]
    NotThere,
    /// Slots are never written over slots.
    #[error("there is a slot file already")]
    AlreadyThere,
    /// No copy is whole. Both stay where they are; a backup of the file, or pairing anew, is the way on.
    #[error("both copies of the slot file are damaged (first: {first}, second: {second})")]
    BothCopiesDamaged {
        /// `keys.slots`.
        first: Damage,
        /// `keys.slots.2`.
        second: Damage,
    },
    /// Written by a newer program.
    #[error("the slot file has version {version}, this program knows 1")]
    Newer {
        /// Its version.
        version: u32,
    },
    /// The disk refused.
    #[error("the slot file could not be {doing}")]
    Disk {
        /// `written`, `locked`, `set aside`.
        doing: &'static str,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The keeper of the device secret does not give it.
    #[error(transparent)]
    Secret(#[from] SecretUnavailable),
    /// The device secret is another one than these slots were sealed with: a copied folder or a changed keychain.
    #[error("the slots were sealed on another device")]
    OtherDevice,
    /// The slots are not what whoever held the database key wrote, or the key given is not this database's.
    #[error("the slots do not belong to this database key")]
    Altered,
    /// There is no slot of that sort in this file.
    #[error("no such slot")]
    NoSuchSlot,
    /// The key or code given does not open its slot.
    #[error("does not open the slot")]
    DoesNotOpen,
    /// The recovery authority's key is no age X25519 recipient.
    #[error("the recovery recipient is not an age recipient")]
    NotARecipient,
    /// A desk without any staff: nobody could ever open it.
    #[error("nobody could sign in")]
    NobodyToSignIn,
    /// A member of staff's key is not fit to be sealed to.
    #[error(transparent)]
    StaffKey(#[from] KeyRefused),
}

impl SlotsError {
    /// The stable code, for words and scripts.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "slots-not-there",
            Self::AlreadyThere => "slots-already-there",
            Self::BothCopiesDamaged { .. } => "slots-both-damaged",
            Self::Newer { .. } => "slots-newer",
            Self::Disk { .. } => "slots-disk",
            Self::Secret(secret) => secret.code(),
            Self::OtherDevice => "slots-other-device",
            Self::Altered => "slots-altered",
            Self::NoSuchSlot => "slots-no-such-slot",
            Self::DoesNotOpen => "slots-does-not-open",
            Self::NotARecipient => "slots-not-a-recipient",
            Self::NobodyToSignIn => "slots-nobody-to-sign-in",
            Self::StaffKey(_) => "slots-staff-key",
        }
    }

    pub(super) fn disk(doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Disk { doing, source }
    }
}

/// Not signed in, and why: values, not faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignInRefused {
    /// Nobody of that id has a slot here: never had, or was removed.
    #[error("unknown-staff")]
    UnknownStaff,
    /// Too many wrong passwords; this try was neither judged nor counted.
    #[error("wait")]
    Wait {
        /// How long until the next try is taken.
        left: Duration,
    },
    /// The password is wrong; the try was counted.
    #[error("wrong-password")]
    WrongPassword {
        /// Wrong tries since the last sign-in, this one included.
        failed: u32,
        /// How long until the next try is taken.
        wait: Duration,
    },
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// A refusal.
    #[error(transparent)]
    Refused(#[from] SignInRefused),
    /// The slot file or the device secret stands in the way; recovery is offered.
    #[error(transparent)]
    Slots(#[from] SlotsError),
}

impl SignInError {
    /// The stable code, for words and scripts.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused(SignInRefused::UnknownStaff) => "unknown-staff",
            Self::Refused(SignInRefused::Wait { .. }) => "wait",
            Self::Refused(SignInRefused::WrongPassword { .. }) => "wrong-password",
            Self::Slots(error) => error.code(),
        }
    }
}
