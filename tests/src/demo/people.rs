//! The visitors of the day: what the scanner sends, and what the worker types.

use serde_json::{Value, json};

/// What happens at the desk, with the fields of a registration that differ.
pub struct Visitor {
    /// How the thread calls this visit.
    pub name: &'static str,
    /// What the scanner typed, under the layout it typed it in; nothing for a visit without scan.
    pub scanned: Option<&'static str>,
    /// The registration, without its statements.
    pub visit: Value,
}

/// ID-card barcode (typed under a Kazakh layout), ID-card zone, passport zone, a foreigner without IIN, a representative.
pub fn visitors() -> Vec<Visitor> {
    let id_card = |number: &str| json!({"kind": "id_card", "country": "KAZ", "number": number, "issuer": "ҚР ІІМ", "issued": null, "expires": "2031-04-11"});
    let visit = |person: Value, iin: Value, document: Value, capacity: Value, read_by: &str, language: &str| {
        json!({
            "person": person, "iin": iin, "document": document, "capacity": capacity, "read_by": read_by,
            "language": language, "needs_help": false, "ticket": null
        })
    };
    let oneself = json!({"role": "oneself"});
    let number = |digits: &str| json!({"given": "number", "digits": digits});
    vec![
        Visitor {
            name: "barcode",
            // 680503200008 as a scanner types it under the Kazakh layout.
            scanned: Some(",үқғқіәққққү"),
            visit: visit(
                json!({"surname": "Қасымова", "given": "Әлия", "patronymic": "Тестқызы", "latin": null, "iin": null, "born": null}),
                number("680503200008"),
                id_card("012345670"),
                oneself.clone(),
                "barcode",
                "kk",
            ),
        },
        Visitor {
            name: "id card zone",
            scanned: Some(
                "IDKAZ0123456784680503200911<<<|6805034F3104116KAZ<<<<<<<<<<<9|SEIDAKHMETOVA<<MADINA<<<<<<<<<",
            ),
            visit: visit(
                json!({"surname": "Сейдахметова", "given": "Мадина", "patronymic": null, "no_patronymic": true, "latin": "SEIDAKHMETOVA MADINA", "iin": null, "born": null}),
                number("680503200911"),
                id_card("012345678"),
                oneself.clone(),
                "mrz",
                "kk",
            ),
        },
        Visitor {
            name: "passport zone",
            scanned: Some("P<KAZIMANOV<<SERIK<<<<<<<<<<<<<<<<<<<<<<<<<<|N012345679KAZ6805034M3001019680503100001<<26"),
            visit: visit(
                json!({"surname": "Иманов", "given": "Серік", "patronymic": "Тестұлы", "latin": "IMANOV SERIK", "iin": null, "born": null}),
                number("680503100001"),
                json!({"kind": "passport", "country": "KAZ", "number": "N01234567", "issuer": null, "issued": null, "expires": "2030-01-01"}),
                oneself.clone(),
                "mrz",
                "ru",
            ),
        },
        Visitor {
            name: "foreigner without IIN",
            scanned: Some("P<D<<MUELLER<<HANS<<<<<<<<<<<<<<<<<<<<<<<<<<|C012345672D<<8001014M3001019<<<<<<<<<<<<<<<8"),
            visit: visit(
                json!({"surname": "Mueller", "given": "Hans", "patronymic": null, "no_patronymic": true, "latin": "MUELLER HANS", "iin": null, "born": null}),
                json!({"given": "none"}),
                json!({"kind": "foreign_passport", "country": "D", "number": "C01234567", "issuer": null, "issued": null, "expires": "2030-01-01"}),
                oneself,
                "mrz",
                "ru",
            ),
        },
        Visitor {
            name: "representative",
            scanned: None,
            visit: visit(
                json!({"surname": "Петров", "given": "Иван", "patronymic": "Тестович", "latin": null, "iin": null, "born": null}),
                number("680503100205"),
                id_card("012345671"),
                json!({"role": "power_of_attorney", "represented": {"surname": "Ли", "given": "Вера", "patronymic": null, "latin": null, "iin": "680503200008", "born": null},
                       "number": "15", "dated": "2026-06-01", "notary": "Тестов Т.", "until": "2027-06-01"}),
                "typed",
                "ru",
            ),
        },
    ]
}
