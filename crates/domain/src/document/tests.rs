use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day in a table of this module")
}

#[test]
fn a_kind_has_one_code_in_text_and_json() {
    for kind in DocumentKind::ALL {
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{kind}\""));
        assert_eq!(kind.code().parse(), Ok(kind));
    }
    assert_eq!("driving_licence".parse::<DocumentKind>(), Err(UnknownDocumentKind));
}

#[test]
fn numbers_are_judged_only_where_a_form_is_established() {
    for (kind, number, fits) in [
        (DocumentKind::IdCard, "041236587", true),
        (DocumentKind::IdCard, "41236587", false),
        (DocumentKind::IdCard, "N12345678", false),
        (DocumentKind::Passport, "N01234567", true),
        (DocumentKind::Passport, "n01234567", false),
        (DocumentKind::Passport, "A01234567", false),
        (DocumentKind::Passport, "N1234567", false),
        (DocumentKind::RefugeeCertificate, "РК12345678", true),
        (DocumentKind::RefugeeCertificate, "AB12345678", true),
        (DocumentKind::RefugeeCertificate, "12345678", false),
        (DocumentKind::ForeignPassport, "XDB0123456789", true),
        (DocumentKind::ResidencePermit, "037000123", true),
        (DocumentKind::Other, "", true),
    ] {
        assert_eq!(kind.number_fits(number), fits, "{kind} {number}");
    }
}

#[test]
fn a_document_is_valid_through_its_last_day_and_then_warned_of() {
    use DocumentWarning::{Expired, ExpiresBeforeIssue, IinMissing, IssuedLater, NumberForm};
    let shown = |number, issued: &str, expires: &str, has_iin| Shown {
        kind: DocumentKind::IdCard,
        number,
        issued: issued.parse().ok(),
        expires: expires.parse().ok(),
        has_iin,
    };
    for (shown, on, warnings) in [
        (
            shown("041236587", "2016-11-22", "2026-11-22", true),
            "2026-11-22",
            vec![],
        ),
        (
            shown("041236587", "2016-11-22", "2026-11-22", true),
            "2026-11-23",
            vec![Expired {
                since: day("2026-11-23"),
            }],
        ),
        (shown("041236587", "", "", true), "2026-11-22", vec![]),
        (
            shown("41236587", "2026-11-23", "2036-11-22", false),
            "2026-11-22",
            vec![NumberForm, IssuedLater, IinMissing],
        ),
        (
            shown("041236587", "2027-01-01", "2026-12-01", true),
            "2027-01-01",
            vec![
                Expired {
                    since: day("2026-12-02"),
                },
                ExpiresBeforeIssue,
            ],
        ),
    ] {
        assert_eq!(shown.warnings(day(on)), warnings, "{on}");
    }
}

#[test]
fn a_foreigner_may_have_no_iin() {
    for kind in DocumentKind::ALL {
        let shown = Shown {
            kind,
            number: "",
            issued: None,
            expires: None,
            has_iin: false,
        };
        let warned = shown.warnings(day("2026-11-22")).contains(&DocumentWarning::IinMissing);
        assert_eq!(warned, kind.carries_iin(), "{kind}");
    }
    assert!(!DocumentKind::ForeignPassport.carries_iin() && !DocumentKind::BirthCertificate.carries_iin());
}
