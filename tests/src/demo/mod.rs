//! The demonstration branch: invented staff, rooms, addressees and people. Nobody here can be a living person: IINs of the 1800s.

mod people;
mod roster;

use serde_json::{Value, json};

pub use people::{Visitor, visitors};
pub use roster::{GOOD_ROWS, Planned, broken_rows, csv, csv_of, plan, plan_of};

/// The branch.
pub const BRANCH: &str = "0512";
/// The day that is lived: a Wednesday, with the mid-December holiday inside the terms.
pub const DAY: &str = "2026-11-25";
/// When the day's clock starts, local time (UTC+5).
pub const STARTS: &str = "2026-11-25T13:50:00+05:00";

/// A member of the demonstration's staff.
pub struct Member {
    /// Name as on the badge.
    pub name: &'static str,
    /// Role.
    pub role: &'static str,
    /// Post in Kazakh.
    pub post_kk: &'static str,
    /// Post in Russian.
    pub post_ru: &'static str,
    /// Language of the screen.
    pub language: &'static str,
    /// Password; shown on the sign-in page of a demonstration.
    pub password: &'static str,
}

/// One of every role.
pub const STAFF: [Member; 6] = [
    Member {
        name: "Ахметова Гүлназ Тестқызы",
        role: "reception",
        post_kk: "қызметкер",
        post_ru: "работник",
        language: "kk",
        password: "kabyldau-ahmetova",
    },
    Member {
        name: "Петрова Анна Тестовна",
        role: "reception",
        post_kk: "қызметкер",
        post_ru: "работник",
        language: "ru",
        password: "kabyldau-petrova",
    },
    Member {
        name: "Серік Дәулет Тестұлы",
        role: "escort",
        post_kk: "қызметкер",
        post_ru: "работник",
        language: "kk",
        password: "kabyldau-serik",
    },
    Member {
        name: "Оспанов Бауыржан Тестұлы",
        role: "supervisor",
        post_kk: "жетекші",
        post_ru: "руководитель смены",
        language: "kk",
        password: "kabyldau-ospanov",
    },
    Member {
        name: "Ким Олег Тестович",
        role: "administrator",
        post_kk: "әкімші",
        post_ru: "администратор",
        language: "ru",
        password: "kabyldau-kim",
    },
    Member {
        name: "Жүсіпова Меруерт Тестқызы",
        role: "auditor",
        post_kk: "аудитор",
        post_ru: "аудитор",
        language: "kk",
        password: "kabyldau-zhusipova",
    },
];

/// Rooms for online receptions: label, Kazakh, Russian.
pub const ROOMS: [(&str, &str, &str); 3] = [
    ("1", "1-бөлме", "комната 1"),
    ("2", "2-бөлме", "комната 2"),
    ("3", "3-бөлме", "комната 3"),
];

/// The addressees document.
pub fn addressees() -> Value {
    let one =
        |id: &str, group: &str, kk: &str, ru: &str| json!({"id": id, "group": group, "name": {"kk": kk, "ru": ru}});
    json!({"addressees": [
        one("justice", "ministries", "Әділет министрі", "Министр юстиции"),
        one("health", "ministries", "Денсаулық сақтау министрі", "Министр здравоохранения"),
        one("labour", "ministries", "Еңбек және халықты әлеуметтік қорғау министрі", "Министр труда и социальной защиты населения"),
        one("akim-almaty-region", "akimats", "Алматы облысының әкімі", "Аким Алматинской области"),
        one("akim-qonaev", "akimats", "Қонаев қаласының әкімі", "Аким города Конаева"),
    ]})
}

/// What `qabyldau-portal init --seed` reads; `recovery` is the authority's age recipient.
pub fn seed(recovery: &str) -> Value {
    let rooms: Vec<Value> = ROOMS
        .iter()
        .map(|(label, kk, ru)| json!({"label": label, "name_kk": kk, "name_ru": ru}))
        .collect();
    let staff = STAFF.iter().map(|member| {
        json!({"name": member.name, "post_kk": member.post_kk, "post_ru": member.post_ru, "role": member.role,
               "language": member.language, "password": member.password})
    });
    let document = |(name, json): (&str, Value)| json!({"name": name, "from": "2026-01-01", "json": json});
    json!({
        "branch": BRANCH,
        "name_kk": "Қонаев қаласының бөлімшесі (көрсетілім)",
        "name_ru": "Отделение города Конаева (демонстрация)",
        "address_kk": "Алматы облысы, Қонаев қаласы, Тест көшесі, 1",
        "address_ru": "Алматинская область, город Конаев, улица Тестовая, 1",
        "recovery": recovery,
        "rooms": rooms,
        "staff": staff.collect::<Vec<_>>(),
        "documents": documents().into_iter().map(document).collect::<Vec<_>>(),
    })
}

/// The documents the portal signs, by name.
pub fn documents() -> Vec<(&'static str, Value)> {
    let law = LAW
        .iter()
        .map(|(name, text)| (*name, serde_json::from_str(text).unwrap_or_default()));
    let texts = json!({
        "kk": "Жазу уақыты – 3 минут. Мәселеңіздің мәнін нақты айтыңыз. Соңында құпия код пен чек беріледі.",
        "ru": "Время записи – 3 минуты. Чётко изложите суть вопроса. В конце выдаются секретный код и чек."
    });
    let own = [
        ("addressees", addressees()),
        ("texts", texts),
        ("demonstration", json!({})),
    ];
    law.chain(own).collect()
}

/// How many documents the portal signs.
pub const DOCUMENTS: usize = LAW.len() + 3;

/// The calendars and rule packs, as the portal signs them.
const LAW: [(&str, &str); 7] = [
    (
        "calendar-2024",
        include_str!("../../../crates/domain/data/calendar/2024.json"),
    ),
    (
        "calendar-2025",
        include_str!("../../../crates/domain/data/calendar/2025.json"),
    ),
    (
        "calendar-2026",
        include_str!("../../../crates/domain/data/calendar/2026.json"),
    ),
    (
        "calendar-2027",
        include_str!("../../../crates/domain/data/calendar/2027.json"),
    ),
    (
        "rulepack-2016-50",
        include_str!("../../../crates/domain/data/rulepack/2016-50.json"),
    ),
    (
        "rulepack-2021-213",
        include_str!("../../../crates/domain/data/rulepack/2021-213.json"),
    ),
    (
        "rulepack-terms-appc",
        include_str!("../../../crates/domain/data/rulepack/terms-appc.json"),
    ),
];
