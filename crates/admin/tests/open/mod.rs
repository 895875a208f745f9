//! Who opens a folder, and how the password comes in.

use std::fs;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::trial::{Trial, findings, utf8, wrong};
use crate::{program, run, run_with_input, text};

fn member(sheet: &Value, role: &str) -> (String, String) {
    let staff = sheet["staff"]
        .as_array()
        .expect("what the test set up")
        .iter()
        .find(|one| one["role"] == role)
        .expect("what the test set up");
    let word = |name: &str| staff[name].as_str().expect("what the test set up").to_owned();
    (word("id"), word("password"))
}

/// A command about the desk by a member of staff, the password on standard input.
fn by_staff(trial: &Trial, command: &[&str], who: &str, password: &str) -> Output {
    let (data, state) = (trial.path("desk"), trial.path("state"));
    let mut arguments = command.to_vec();
    arguments.extend(["--json", "--data", utf8(&data), "--state", utf8(&state), "--staff", who]);
    run_with_input(&arguments, format!("{password}\n").as_bytes())
}

#[test]
fn the_printed_code_opens_whatever_alphabet_it_is_typed_in() {
    let trial = Trial::shared();
    let lines = trial.sheet()["desk_printed_code"].clone();
    let (data, state) = (trial.path("desk"), trial.path("state"));
    let open = |typed: &str| {
        let arguments = [
            "verify",
            "--json",
            "--data",
            utf8(&data),
            "--state",
            utf8(&state),
            "--printed-code",
        ];
        run_with_input(&arguments, typed.as_bytes())
    };
    let typed = format!(
        "{}\n{}\n",
        lines[0].as_str().expect("what the test set up"),
        lines[1].as_str().expect("what the test set up")
    );
    assert_eq!(open(&typed).status.code(), Some(0));
    let in_latin: String = typed.chars().map(latin).collect();
    assert!(in_latin.is_ascii() && in_latin != typed);
    assert_eq!(open(&in_latin.to_lowercase()).status.code(), Some(0));
    assert_eq!(
        wrong(&findings(&open(lines[0].as_str().expect("what the test set up")))),
        ["printed-code-form"]
    );
    assert_eq!(wrong(&findings(&open(""))), ["secret-not-read"]);
}

/// The Latin letter of the same look.
fn latin(letter: char) -> char {
    "АВЕКМНРСТУХ"
        .chars()
        .position(|own| own == letter)
        .map_or(letter, |at| char::from(b"ABEKMHPCTYX"[at]))
}

#[test]
fn another_recovery_key_or_none_opens_nothing() {
    let trial = Trial::copy();
    let (data, state, file) = (trial.path("desk"), trial.path("state"), trial.path("other"));
    let open = || {
        let arguments = [
            "verify",
            "--json",
            "--data",
            utf8(&data),
            "--state",
            utf8(&state),
            "--recovery",
            utf8(&file),
        ];
        let given = run(&arguments);
        assert_eq!(given.status.code(), Some(1));
        wrong(&findings(&given)).concat()
    };
    assert_eq!(open(), "recovery-file", "no such file");
    fs::write(&file, "# a comment\n").expect("what the test set up");
    assert_eq!(open(), "recovery-file", "no key in it");
    let other = age::x25519::Identity::generate();
    fs::write(&file, age::secrecy::ExposeSecret::expose_secret(&other.to_string())).expect("what the test set up");
    assert_eq!(open(), "slots-does-not-open");
}

#[test]
fn somebody_unknown_is_refused_before_any_password_is_judged() {
    let given = by_staff(Trial::shared(), &["verify"], "Ешкім Жоқ", "whatever it is");
    assert_eq!(
        (given.status.code(), wrong(&findings(&given))),
        (Some(1), vec!["staff-unknown"])
    );
}

/// A product asks the login's keychain, which knows nothing of a trial; the demonstration's keeper lies in the folder.
#[test]
fn a_member_of_staff_opens_with_password_and_device_and_as_far_as_the_role_goes() {
    let trial = Trial::copy();
    let (auditor, password) = member(&trial.sheet(), "auditor");
    let given = by_staff(&trial, &["verify"], &auditor, &password);
    if !cfg!(feature = "demo") {
        assert_eq!(
            (given.status.code(), wrong(&findings(&given))),
            (Some(1), vec!["device-secret"])
        );
        return;
    }
    assert_eq!(given.status.code(), Some(0), "{}", text(&given.stdout));
    let (receptionist, word) = member(&trial.sheet(), "reception");
    let given = by_staff(&trial, &["verify"], &receptionist, &word);
    assert_eq!(wrong(&findings(&given)), ["role-may-not"]);
    assert_eq!(
        by_staff(&trial, &["doctor"], &receptionist, &word).status.code(),
        Some(0),
        "anybody may see what is wrong"
    );
    let given = by_staff(&trial, &["doctor"], &auditor, "another password");
    assert_eq!(wrong(&findings(&given)), ["wrong-password"]);
}

#[test]
#[cfg(unix)]
fn the_secret_can_come_by_a_descriptor_while_standard_input_is_closed() {
    let trial = Trial::copy();
    let lines = trial.sheet()["desk_printed_code"].clone();
    let file = trial.path("typed");
    fs::write(
        &file,
        format!(
            "{} {}",
            lines[0].as_str().expect("what the test set up"),
            lines[1].as_str().expect("what the test set up")
        ),
    )
    .expect("what the test set up");
    let script = r#"exec "$0" doctor --data "$1" --state "$2" --printed-code --secret-fd 7 7<"$3""#;
    let given = Command::new("sh")
        .args(["-c", script])
        .arg(program().get_program())
        .args([trial.path("desk"), trial.path("state"), file])
        .stdin(Stdio::null())
        .output()
        .expect("what the test set up");
    assert_eq!(given.status.code(), Some(0), "{}", text(&given.stdout));
}
