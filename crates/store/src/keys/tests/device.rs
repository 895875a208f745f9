//! F24: without its keeper the device secret is not had, and nothing takes its place.

use std::fs;

use crate::keys::device::{Credential, DeviceSecret, Installation, SealedBy};
use crate::keys::trial::surroundings;

fn installation() -> Installation {
    Installation::create(&surroundings(1).0)
}

#[test]
fn f24_a_hub_or_booth_started_by_hand_refuses_by_name_and_makes_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let (surroundings, _) = surroundings(2);
    let by_hand = Credential::in_folder(None);
    let refused = by_hand.get_or_create(&installation(), &surroundings).unwrap_err();
    assert_eq!(refused.code(), "device-secret-started-by-hand");
    assert_eq!(
        refused.to_string(),
        "device secret unavailable (systemd-creds): started by hand: systemd gave no credentials"
    );

    let service = Credential::in_folder(Some(folder.path().to_owned()));
    let missing = service.get_or_create(&installation(), &surroundings).unwrap_err();
    assert_eq!(missing.code(), "device-secret-not-found");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        0,
        "systemd alone makes credentials"
    );

    fs::write(folder.path().join("qabyldau-device"), [7; 31]).unwrap();
    assert_eq!(service.get(&installation()).unwrap_err().code(), "device-secret-form");
    fs::write(folder.path().join("qabyldau-device"), [7; 32]).unwrap();
    assert_eq!(service.get(&installation()).unwrap().as_bytes(), &[7; 32]);
}

/// The commands of docs/admin.md, with systemd's own tool and a host key of this test.
#[cfg(target_os = "linux")]
#[test]
fn what_systemd_creds_encrypts_is_the_secret_of_the_service_and_says_what_seals_it() {
    use std::process::Command;

    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("service")).unwrap();
    fs::write(at("secret"), [0xab; 32]).unwrap();
    let creds = |words: &[&str]| {
        let done = Command::new("systemd-creds")
            .args(words)
            .env("SYSTEMD_CREDENTIAL_SECRET", at("host.key"))
            .current_dir(folder.path())
            .output()
            .expect("systemd-creds (Debian package systemd)");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    creds(&[
        "encrypt",
        "--with-key=host",
        "--name=qabyldau-device",
        "secret",
        "qabyldau-device",
    ]);
    creds(&[
        "encrypt",
        "--with-key=tpm2-absent",
        "--name=qabyldau-device",
        "secret",
        "unprotected",
    ]);
    creds(&["decrypt", "qabyldau-device", "service/qabyldau-device"]);

    let service = Credential::in_folder(Some(at("service")));
    assert_eq!(service.get(&installation()).unwrap().as_bytes(), &[0xab; 32]);

    let sealed_by = |name| SealedBy::of(&fs::read_to_string(at(name)).unwrap());
    assert_eq!(sealed_by("qabyldau-device"), Some(SealedBy::HostKey));
    assert_eq!(sealed_by("unprotected"), Some(SealedBy::Nothing));
    assert_eq!(SealedBy::of("no credential"), None);
    assert!(!SealedBy::HostKey.holds_without_disk_encryption());
}

#[cfg(all(feature = "keychain", target_os = "linux"))]
mod keychain {
    use std::process::{Command, Output};

    use super::installation;
    use crate::keys::device::{DeviceSecret, Keychain};
    use crate::keys::trial::surroundings;

    /// Not tests of their own: what the two below run in their own processes.
    #[test]
    #[ignore = "run by the test below in its own process"]
    fn asks() {
        let refused = Keychain.get_or_create(&installation(), &surroundings(1).0).unwrap_err();
        eprintln!("answer: {}", refused.code());
    }

    #[test]
    #[ignore = "run by the test below in its own process"]
    fn keeps() {
        let (surroundings, _) = surroundings(5);
        let one = super::Installation::create(&surroundings);
        assert_eq!(Keychain.get(&one).unwrap_err().code(), "device-secret-not-found");
        let kept = Keychain.get_or_create(&one, &surroundings).unwrap();
        assert_eq!(Keychain.get(&one).unwrap().as_bytes(), kept.as_bytes());
        assert_eq!(
            Keychain.get_or_create(&one, &surroundings).unwrap().as_bytes(),
            kept.as_bytes()
        );
        let two = super::Installation::create(&surroundings);
        assert_eq!(
            Keychain.get(&two).unwrap_err().code(),
            "device-secret-not-found",
            "each installation its own"
        );
        eprintln!("answer: kept");
    }

    /// The word after `answer: `, or all that was said; the daemon too writes there, and without line ends.
    fn answer(done: &Output) -> String {
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        let answer = said.split_once("answer: ").and_then(|(_, rest)| rest.lines().next());
        answer.map_or_else(|| said.clone(), str::to_owned)
    }

    #[test]
    fn f24_without_a_session_bus_the_keychain_refuses_by_name() {
        let done = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "keys::tests::device::keychain::asks",
                "--ignored",
                "--nocapture",
            ])
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
            .output()
            .unwrap();
        assert_eq!(answer(&done), "device-secret-no-answer");
    }

    /// The real service, GNOME's, on a bus and in folders of its own.
    #[test]
    fn a_secret_service_keeps_the_secret_and_gives_it_back() {
        let home = tempfile::tempdir().unwrap();
        let script =
            "printf trial | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" \"$@\"";
        let done = Command::new("dbus-run-session")
            .args(["--", "sh", "-c", script])
            .arg(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "keys::tests::device::keychain::keeps",
                "--ignored",
                "--nocapture",
            ])
            .env("HOME", home.path())
            .env("XDG_DATA_HOME", home.path().join("data"))
            .env("XDG_RUNTIME_DIR", home.path())
            .output()
            .expect("dbus-run-session (Debian packages dbus, gnome-keyring)");
        assert_eq!(answer(&done), "kept");
    }
}
