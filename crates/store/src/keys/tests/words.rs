//! Passwords, printed codes, and what `Debug` shows.

use crate::keys::device::DeviceKey;
use crate::keys::printed_code::{PrintedCode, PrintedCodeError};
use crate::keys::trial::surroundings;
use crate::keys::{DatabaseKey, Password, PasswordRefused, create_staff_key, hex};

#[test]
fn a_new_password_is_long_enough_and_not_one_letter() {
    let long = "aбвгд".repeat(200);
    let table = [
        ("", Some(PasswordRefused::TooShort)),
        ("қысқа сөз", Some(PasswordRefused::TooShort)), // 9 letters in 17 bytes
        ("қысқа сөз1", None),
        ("1111111111", Some(PasswordRefused::TooPlain)),
        ("1212121212343", Some(PasswordRefused::TooPlain)),
        ("12345 12345", None),
        (&long, Some(PasswordRefused::TooLong)),
    ];
    for (text, refused) in table {
        assert_eq!(
            Password::typed(text).check_new().err(),
            refused,
            "{} letters",
            text.chars().count()
        );
    }
    let made = create_staff_key(&Password::typed("short"), &surroundings(1).0).map(drop);
    assert_eq!(
        made,
        Err(PasswordRefused::TooShort),
        "the rule holds where keys are made"
    );
}

#[test]
fn a_printed_code_is_read_back_in_either_alphabet_and_a_slip_is_found_in_its_line() {
    let (surroundings, _) = surroundings(3);
    for _ in 0..50 {
        let code = PrintedCode::create(&surroundings);
        let [first, second] = code.lines();
        let latin: String = format!("{}-{}", *first, *second)
            .chars()
            .map(|letter| {
                "АВЕКМНРСТУХ"
                    .chars()
                    .position(|own| own == letter)
                    .map_or(letter, |at| char::from(b"abekmhpctyx"[at]))
            })
            .collect();
        let read: PrintedCode = latin.parse().unwrap();
        assert_eq!(*read.canonical(), *code.canonical());

        let slip = if second.ends_with('2') { '3' } else { '2' };
        let wrong: String = format!("{} {}", *first, second.chars().take(14).collect::<String>()) + &slip.to_string();
        assert!(
            matches!(
                wrong.parse::<PrintedCode>(),
                Err(PrintedCodeError::Line { line: 2, .. })
            ),
            "{wrong}"
        );
        assert!(matches!(first.parse::<PrintedCode>(), Err(PrintedCodeError::Length)));
    }
}

#[test]
fn the_database_key_is_given_raw_to_the_engine() {
    let key = DatabaseKey::from_slice(&[0xa5; 32]).unwrap();
    assert_eq!(*key.pragma(), format!("PRAGMA key = \"x'{}'\"", "a5".repeat(32)));
    assert!(DatabaseKey::from_slice(&[0; 31]).is_none());
}

#[test]
fn nothing_secret_is_shown() {
    let (surroundings, _) = surroundings(4);
    let key = DatabaseKey::random(&surroundings);
    let device = DeviceKey::random(&surroundings);
    let shown = format!(
        "{key:?} {device:?} {:?} {:?}",
        Password::typed("пароль"),
        PrintedCode::create(&surroundings)
    );
    assert_eq!(
        shown,
        "DatabaseKey(hidden) DeviceKey(hidden) Password(hidden) PrintedCode(hidden)"
    );
}

#[test]
fn digits_have_one_form() {
    assert_eq!(hex::bytes("00ff10"), Some(vec![0, 255, 16]));
    for other in ["0", "0g", "FF", " 00", "0x"] {
        assert_eq!(hex::bytes(other), None, "{other}");
    }
    assert_eq!(hex::exactly::<2>("00ff"), Some([0, 255]));
    assert_eq!(hex::exactly::<3>("00ff"), None);
}
