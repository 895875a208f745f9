//! What opens a trial: the slot files of both nodes, the invented authority's key, and a sheet with the invented staff's passwords.
//!
//! They lie in the clear beside the data, which is right for invented people alone; the files' names say what they are. Without the demonstration's
//! keeper (a product build) the secret of the device is kept by nobody, so that the authority's key or the printed code opens, and no password.

use std::fs;
use std::path::Path;

use age::secrecy::ExposeSecret as _;
use age::x25519::Identity;
use bech32::{Bech32, Hrp};
use qabyldau_domain::fact::StaffId;
use qabyldau_domain::facts::StaffAdmitted;
use qabyldau_domain::role::Role;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::keys::slots::{Nameplate, NewSlots, OpenedBy, SlotFile};
use qabyldau_store::keys::{DatabaseKey, DeviceSecret, PrintedCode};
use serde_json::json;
use zeroize::Zeroizing;

use super::branch::{Branch, NAME, code};
use super::failed::Failed;

/// The invented authority's key.
pub(super) const RECOVERY: &str = "DEMONSTRATION-recovery-key";
/// The invented staff with their passwords, and the printed code of the desk.
const SHEET: &str = "DEMONSTRATION-passwords.json";

/// A member of the invented staff, with the password.
pub(super) struct Staff {
    pub(super) id: StaffId,
    pub(super) role: Role,
    pub(super) admitted: StaffAdmitted,
    pub(super) password: String,
}

/// What is needed to write them.
pub(super) struct Papers {
    pub(super) real: Surroundings,
    pub(super) people: Vec<Staff>,
}

impl Papers {
    pub(super) fn write(&self, branch: &Branch, portal: &DatabaseKey, desk: &DatabaseKey) -> Result<(), Failed> {
        let authority = self.authority()?;
        let recipient = authority.to_public().to_string();
        let text = Zeroizing::new(format!("{}\n", authority.to_string().expose_secret()));
        private(&branch.folder.join(RECOVERY), text.as_bytes())?;
        let rows = branch.desk.reader()?.staff()?;
        self.slots(branch, "portal", OpenedBy::Machine, &recipient, portal)?;
        let printed = self.slots(branch, "desk", OpenedBy::Staff(&rows), &recipient, desk)?;
        let lines = printed.map(|code| code.lines().map(|line| line.to_string()));
        let people = self.people.iter().map(|one| {
            json!({
                "name": one.admitted.name, "id": one.id.to_string(), "role": one.role.code(), "password": one.password,
            })
        });
        let sheet = json!({
            "what": "DEMONSTRATION: invented people, no secrets",
            "branch": code().to_string(),
            "staff": people.collect::<Vec<_>>(),
            "desk_printed_code": lines,
        });
        let sheet = serde_json::to_vec_pretty(&sheet).unwrap_or_default();
        Ok(private(&branch.folder.join(SHEET), &sheet)?)
    }

    fn slots(
        &self,
        branch: &Branch,
        node: &str,
        opened_by: OpenedBy<'_>,
        recovery: &str,
        key: &DatabaseKey,
    ) -> Result<Option<PrintedCode>, Failed> {
        let folder = branch.folder.join(node);
        let desk = matches!(opened_by, OpenedBy::Staff(_));
        let nameplate = Nameplate {
            branch: code(),
            name_kk: NAME.0.into(),
            name_ru: NAME.1.into(),
            label: if desk { branch.label.to_string() } else { String::new() },
            demonstration: true,
        };
        let new = NewSlots {
            nameplate: &nameplate,
            opened_by,
            recovery,
            printed_code: desk,
        };
        Ok(SlotFile::at(&folder).create(&new, key, keeper(&folder).as_ref(), &self.real)?)
    }

    fn authority(&self) -> Result<Identity, Failed> {
        let secret = Zeroizing::new(self.real.random::<32>());
        let text = bech32::encode_upper::<Bech32>(Hrp::parse_unchecked("AGE-SECRET-KEY-"), &secret[..]);
        let identity = text.ok().and_then(|text| Zeroizing::new(text).parse().ok());
        identity.ok_or_else(|| Failed::NotTaken("recovery-key".into()))
    }
}

#[cfg(feature = "demo")]
fn keeper(folder: &Path) -> Box<dyn DeviceSecret> {
    Box::new(qabyldau_standin::SecretInFile::at(folder))
}

#[cfg(not(feature = "demo"))]
fn keeper(_: &Path) -> Box<dyn DeviceSecret> {
    Box::new(nobody::Nobody)
}

/// Nobody keeps the device secret: it is thrown once, used, and gone.
#[cfg(not(feature = "demo"))]
mod nobody {
    use qabyldau_domain::surroundings::Surroundings;
    use qabyldau_store::keys::device::{DeviceKey, DeviceSecret, Installation, SecretUnavailable, Why};

    pub(super) struct Nobody;

    impl DeviceSecret for Nobody {
        fn name(&self) -> &'static str {
            "nobody"
        }

        fn get(&self, _: &Installation) -> Result<DeviceKey, SecretUnavailable> {
            Err(SecretUnavailable {
                keeper: self.name(),
                why: Why::NotFound,
            })
        }

        fn get_or_create(&self, _: &Installation, surroundings: &Surroundings) -> Result<DeviceKey, SecretUnavailable> {
            Ok(DeviceKey::random(surroundings))
        }
    }
}

fn private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    std::io::Write::write_all(&mut options.open(path)?, bytes)
}
