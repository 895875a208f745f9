//! What a credential encrypted by `systemd-creds` is sealed by: for `doctor`, which says what protection there is.
//!
//! The file is Base64; its first 16 bytes name the kind of key (`src/shared/creds-util.h` of systemd). Only the name is read here, nothing is
//! opened.

/// What must be there to open an encrypted credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealedBy {
    /// The host key in `/var/lib/systemd/credential.secret`: whoever has the whole disk has it, so the disk must be encrypted.
    HostKey,
    /// The TPM2 chip of this machine.
    Tpm2,
    /// Both.
    HostKeyAndTpm2,
    /// Nothing (`--with-key=tpm2-absent`): no protection at all; must be made anew.
    Nothing,
}

/// The first 21 digits of each kind's Base64: 126 of its 128 bits, before the next field begins to show.
const KINDS: [(&str, SealedBy); 9] = [
    ("Whxqht+dQJax1aZeCGLxm", SealedBy::HostKey),
    ("VbntHThZTUOoMZ0uuzMqx", SealedBy::HostKey),
    ("DHzAexF2RZGcSwvqCLwg/", SealedBy::Tpm2),
    ("+vfrk0HjQSyhpDb5Wik2L", SealedBy::Tpm2),
    ("k6iUCUh0RJCQyvL8k8q1U", SealedBy::HostKeyAndTpm2),
    ("70rBNnmpSA6n22iJf58WX", SealedBy::HostKeyAndTpm2),
    ("r0lQqEkTTrGnOEYwT/MMB", SealedBy::HostKeyAndTpm2),
    ("rbxMo++2QgG6iBtvLkCV6", SealedBy::HostKeyAndTpm2),
    ("BYRp2vb1QySABUnaD46i+", SealedBy::Nothing),
];

impl SealedBy {
    /// Of the text of an encrypted credential; `None` for a kind nobody here knows.
    pub fn of(encrypted: &str) -> Option<Self> {
        let text = encrypted.trim_start();
        KINDS
            .iter()
            .find(|(kind, _)| text.starts_with(kind))
            .map(|(_, sealed_by)| *sealed_by)
    }

    /// Is the secret safe on a disk taken out of the machine, without full-disk encryption?
    pub const fn holds_without_disk_encryption(self) -> bool {
        matches!(self, Self::Tpm2 | Self::HostKeyAndTpm2)
    }
}
