use super::*;
use proptest::prelude::*;

const CARD: &str = "IDKAZ0123456784680503200911<<<|6805034F3001019KAZ<<<<<<<<<<<5|SYNTHETIC<<TEST<<<<<<<<<<<<<<<";
const PASSPORT: &str = "P<KAZSYNTHETIC<<TEST<SAMPLE<<<<<<<<<<<<<<<<<|N012345679KAZ6805034M3001019680503100001<<26";

/// What arrives when a scanner sends a value.
fn typed(value: &str, layout: Layout, caps: bool) -> String {
    value.chars().map(|sign| layout.arrives(sign, caps)).collect()
}

#[test]
fn the_kazakh_digit_row_is_that_of_the_standard() {
    // domain.md § 9.3: plain, with Shift, with Caps Lock.
    let keys = "1234567890-=";
    let shifted = "!@#$%^&*()_+";
    assert_eq!(typed(keys, Layout::Kz, false), "\"әіңғ,.үұқөһ");
    assert_eq!(typed(shifted, Layout::Kz, false), "!ӘІҢҒ;:ҮҰҚӨҺ");
    assert_eq!(typed(keys, Layout::Kz, true), "\"ӘІҢҒ,.ҮҰҚӨҺ");
    assert_eq!(decode("\"әіңғ,.үұқөһ", Layout::Kz, false).value, keys);
    assert_eq!(decode("\"ӘІҢҒ,.ҮҰҚӨҺ", Layout::Kz, true).value, keys);
    assert_eq!(typed("<NK", Layout::Ru, false), "БТЛ");
}

#[test]
fn no_sign_stands_on_two_keys_of_one_layout() {
    for layout in Layout::ALL {
        let us: Vec<char> = typed_back();
        let mut arriving: Vec<char> = us.iter().map(|sign| layout.arrives(*sign, false)).collect();
        assert_eq!(arriving.len(), 94);
        arriving.sort_unstable();
        arriving.dedup();
        // The vertical bar is the one sign that no layout may change: under Cyrillic its key gives a slash.
        assert_eq!(arriving.len(), 94, "{layout}");
    }
}

/// All signs a scanner can send.
fn typed_back() -> Vec<char> {
    (b'!'..=b'~').map(char::from).collect()
}

/// The barcode of a row of a roster.
fn row_barcode() -> String {
    let branch = "0512".parse().expect("a branch");
    crate::number::ReceptionRef::new(branch, 260_300_017)
        .expect("a row")
        .barcode()
}

#[test]
fn every_layout_with_and_without_caps_lock_leads_back_to_what_was_sent() {
    for (sent, kind) in [
        ("680503100001", ScanKind::Iin),
        ("26051201001238", ScanKind::Receipt),
        (&row_barcode(), ScanKind::Roster),
        ("0512-A-2026/000123", ScanKind::Entry),
        ("0512-AB-2026/000123", ScanKind::Entry),
        (CARD, ScanKind::Mrz),
        (PASSPORT, ScanKind::Mrz),
        ("http://example.kz/?q=1", ScanKind::Unknown),
    ] {
        for layout in Layout::ALL {
            for caps in [false, true] {
                for end in ["", "\r", "\n", "\r\n", "\t"] {
                    let arrived = typed(sent, layout, caps) + end;
                    let scan = decode(&arrived, layout, caps);
                    assert_eq!(
                        (scan.kind, scan.value.as_str()),
                        (kind, sent),
                        "{layout} {caps} {arrived:?}"
                    );
                    assert_eq!(scan.valid, kind != ScanKind::Unknown, "{sent}");
                    if scan.valid {
                        assert_eq!(decode_any(&arrived).scan, scan, "{layout} {caps} {arrived:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_value_with_a_wrong_check_digit_keeps_its_kind_and_is_not_valid() {
    for (value, kind) in [
        ("680503100002", ScanKind::Iin),
        ("000000000000", ScanKind::Iin),
        ("26051201001239", ScanKind::Receipt),
        ("8051202603000170", ScanKind::Roster),
        ("0512-A-1999/000123", ScanKind::Entry),
        ("0512-A-2026/000000", ScanKind::Entry),
        (&CARD.replace("<5|", "<6|"), ScanKind::Mrz),
    ] {
        let scan = decode(value, Layout::Us, false);
        assert_eq!(
            (scan.kind, scan.value.as_str(), scan.valid),
            (kind, value, false),
            "{value}"
        );
        assert_eq!(decode_any(value).scan, scan);
    }
}

#[test]
fn what_has_no_known_shape_is_kept_and_named_unknown() {
    for value in [
        "",
        "68050310000",
        "6805031000011",
        "https://egov.kz",
        "0512-A-2026/12",
        "ABC",
        "680503100001680503100001",
    ] {
        let scan = decode(value, Layout::Us, false);
        assert_eq!(
            (scan.kind, scan.value.as_str(), scan.valid),
            (ScanKind::Unknown, value, false),
            "{value}"
        );
        assert_eq!(decode_any(value).scan, scan);
    }
}

#[test]
fn caps_lock_touched_unseen_does_not_lose_a_known_shape() {
    for (arrived, layout, value) in [
        ("ҒҮҚҒҚІ\"ҚҚҚҚ\"", Layout::Kz, "580503100001"),
        (&CARD.to_lowercase(), Layout::Us, CARD),
        ("0512-ф-2026.000123", Layout::Ru, "0512-A-2026/000123"),
    ] {
        assert_eq!(decode(arrived, layout, false).value, value, "{arrived}");
    }
    // Nothing is gained by turning the case of an unknown text.
    assert_eq!(decode("Abc", Layout::Us, false).value, "Abc");
}

#[test]
fn digits_of_the_keypad_stay_digits_under_the_kazakh_layout() {
    assert!(decode("680503100001", Layout::Kz, false).valid);
    let found = decode_any(&typed(PASSPORT, Layout::Kz, true));
    assert_eq!(
        (found.layout, found.caps, found.scan.value.as_str()),
        (Layout::Kz, true, PASSPORT)
    );
}

#[test]
fn two_quick_scans_are_two_and_the_lines_of_a_zone_are_one() {
    let iin = "680503100001";
    let receipt = "26051201001238";
    for (arrived, expected) in [
        (format!("{iin}\r{receipt}\r"), vec![iin, receipt]),
        (format!("{iin}\r\n\r\n{iin}\t"), vec![iin, iin]),
        (CARD.replace('|', "\r") + "\r" + iin, vec![CARD, iin]),
        (
            PASSPORT.replace('|', "\r\n") + "\r\n" + &CARD.replace('|', "\n"),
            vec![PASSPORT, CARD],
        ),
        (String::new(), vec![]),
    ] {
        assert_eq!(split(&arrived), expected);
    }
    // Under another layout the lines have the same lengths.
    let arrived = typed(&CARD.replace('|', "\r"), Layout::Kz, false);
    assert_eq!(decode(&split(&arrived)[0], Layout::Kz, false).value, CARD);
}

#[test]
fn debug_shows_no_value() {
    let shown = format!("{:?}", decode_any("680503100001"));
    assert!(!shown.contains("6805"), "{shown}");
}

proptest! {
    #[test]
    fn decoding_undoes_typing(value in "[!-~]{1,40}", kz in 0usize..3, caps in proptest::bool::ANY) {
        let layout = Layout::ALL[kz];
        let scan = decode_strictly(&typed(&value, layout, caps), layout, caps);
        prop_assert_eq!(scan.value, value);
    }

    #[test]
    fn any_text_is_judged_without_panic(text in "\\PC{0,40}") {
        let _ = decode_any(&text);
        let _ = split(&text);
    }
}
