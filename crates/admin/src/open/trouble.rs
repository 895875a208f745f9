//! Why a folder was not opened, as a value with words.

use qabyldau_store::keys::slots::{SignInError, SignInRefused, SlotsError};
use qabyldau_store::{ReadOnly, StoreError};

use crate::say::{self, Finding, Words};

/// Not opened, and why. Carries no name and no path.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Nobody was named who opens.
    #[error("nobody opens")]
    Nobody,
    /// No member of staff of that name or id has a slot here.
    #[error("staff unknown")]
    StaffUnknown,
    /// Two have that name.
    #[error("staff ambiguous")]
    StaffAmbiguous,
    /// The role does not allow it.
    #[error("role may not")]
    RoleMayNot,
    /// The recovery file holds no age identity, or cannot be read.
    #[error("recovery file")]
    RecoveryFile,
    /// What was typed is no printed code.
    #[error("printed code")]
    PrintedCodeForm,
    /// Nothing, or too much, came where the password should.
    #[error("secret not read")]
    SecretNotRead,
    /// A terminal would show it.
    #[error("secret on a terminal")]
    SecretOnTerminal,
    /// The slot file.
    #[error(transparent)]
    Slots(#[from] SlotsError),
    /// Not now.
    #[error(transparent)]
    Refused(SignInRefused),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<SignInError> for Trouble {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Refused(refused) => Self::Refused(refused),
            SignInError::Slots(slots) => Self::Slots(slots),
        }
    }
}

impl Trouble {
    /// As a finding.
    pub fn finding(&self) -> Finding {
        match self {
            Self::Nobody => Finding::wrong(&say::NOBODY),
            Self::StaffUnknown => Finding::wrong(&say::STAFF_UNKNOWN),
            Self::StaffAmbiguous => Finding::wrong(&say::STAFF_AMBIGUOUS),
            Self::RoleMayNot => Finding::wrong(&say::ROLE_MAY_NOT),
            Self::RecoveryFile => Finding::wrong(&say::RECOVERY_FILE),
            Self::PrintedCodeForm => Finding::wrong(&say::PRINTED_CODE_FORM),
            Self::SecretNotRead => Finding::wrong(&say::SECRET_NOT_READ),
            Self::SecretOnTerminal => Finding::wrong(&say::SECRET_ON_TERMINAL),
            Self::Slots(error) => slots(error),
            Self::Refused(refused) => sign_in(*refused),
            Self::Store(error) => store(error),
        }
    }
}

/// What a slot file's error is called.
pub fn slots(error: &SlotsError) -> Finding {
    let words: &'static Words = match error {
        SlotsError::NotThere => &say::SLOTS_NOT_THERE,
        SlotsError::AlreadyThere => &say::SLOTS_ALREADY_THERE,
        SlotsError::BothCopiesDamaged { .. } => &say::SLOTS_BOTH_DAMAGED,
        SlotsError::Newer { version } => return Finding::wrong(&say::SLOTS_NEWER).with("version", *version),
        SlotsError::Disk { .. } => &say::SLOTS_DISK,
        SlotsError::Secret(secret) => {
            return Finding::wrong(&say::DEVICE_SECRET)
                .with("keeper", secret.keeper)
                .with("why", secret.code());
        }
        SlotsError::OtherDevice => &say::SLOTS_OTHER_DEVICE,
        SlotsError::Altered => &say::SLOTS_ALTERED,
        SlotsError::NoSuchSlot => &say::SLOTS_NO_SUCH_SLOT,
        SlotsError::DoesNotOpen => &say::SLOTS_DOES_NOT_OPEN,
        SlotsError::NotARecipient | SlotsError::NobodyToSignIn | SlotsError::StaffKey(_) => &say::SLOTS_NOT_MADE,
    };
    Finding::wrong(words)
}

fn sign_in(refused: SignInRefused) -> Finding {
    let seconds = |wait: std::time::Duration| wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    match refused {
        SignInRefused::UnknownStaff => Finding::wrong(&say::STAFF_UNKNOWN),
        SignInRefused::Wait { left } => Finding::wrong(&say::WAIT).with("seconds", seconds(left)),
        SignInRefused::WrongPassword { wait, .. } => {
            Finding::wrong(&say::WRONG_PASSWORD).with("seconds", seconds(wait))
        }
    }
}

/// What a store's error is called.
pub fn store(error: &StoreError) -> Finding {
    match error {
        StoreError::Missing => Finding::wrong(&say::DATABASE_MISSING),
        StoreError::Unreadable(_) | StoreError::Damaged(_) | StoreError::RowTaken => {
            Finding::wrong(&say::DATABASE_UNREADABLE)
        }
        StoreError::FromTheFuture { found, known } => Finding::wrong(&say::DATABASE_NEWER)
            .with("found", *found)
            .with("known", *known),
        StoreError::EngineTooOld(version) => Finding::wrong(&say::ENGINE_OLD).with("version", version.as_str()),
        StoreError::Setting(name) => Finding::wrong(&say::ENGINE_SETTING).with("setting", *name),
        StoreError::NoStateFolder => Finding::wrong(&say::NO_STATE_FOLDER),
        StoreError::ReadOnly(why) => read_only(*why),
        _ => Finding::wrong(&say::DATABASE_FAILED),
    }
}

/// Why nothing can be written.
pub fn read_only(why: ReadOnly) -> Finding {
    match why {
        ReadOnly::BehindNote { held, noted } => Finding::wrong(&say::BEHIND_NOTE)
            .with("held", held)
            .with("noted", noted),
        ReadOnly::OtherAtNote { noted } => Finding::wrong(&say::OTHER_AT_NOTE).with("noted", noted),
        ReadOnly::PeerKnowsMore { held, theirs } => Finding::wrong(&say::PEER_KNOWS_MORE)
            .with("held", held)
            .with("theirs", theirs),
    }
}
