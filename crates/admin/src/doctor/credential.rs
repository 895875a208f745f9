//! What seals the machine's secret of a hub or booth on Linux, and so what a stolen disk gives away (docs/admin.md).

use std::path::Path;

use qabyldau_store::keys::device::SealedBy;

use crate::say::{self, Finding};

/// Where docs/admin.md has it made.
const ENCRYPTED: &str = "/etc/credstore.encrypted/qabyldau-device";

pub(super) fn look() -> Finding {
    judge(Path::new(ENCRYPTED))
}

fn judge(encrypted: &Path) -> Finding {
    let Ok(text) = std::fs::read_to_string(encrypted) else {
        return Finding::told(&say::SEALED_NOT_SEEN);
    };
    match SealedBy::of(&text) {
        Some(by) if by.holds_without_disk_encryption() => Finding::well(&say::SEALED),
        Some(SealedBy::Nothing) => Finding::wrong(&say::SEALED_WITH_NOTHING),
        Some(_) => Finding::told(&say::SEALED_WITH_HOST_KEY),
        None => Finding::told(&say::SEALED_UNKNOWN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_is_told_by_its_first_letters_and_one_without_a_key_is_wrong() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("c");
        assert_eq!(judge(&path).words.code, "sealed-not-seen");
        for (text, code) in [
            ("DHzAexF2RZGcSwvqCLwg/iAAAAA", "sealed"),
            ("Whxqht+dQJax1aZeCGLxmiAAAAA", "sealed-with-host-key"),
            ("BYRp2vb1QySABUnaD46i+iAAAAA", "sealed-with-nothing"),
            ("AAAAAAAAAAAAAAAAAAAAAAAAAAA", "sealed-unknown"),
        ] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(judge(&path).words.code, code);
        }
    }
}
