//! Invented sheets the tests print.

use qabyldau_domain::language::Language;
use qabyldau_domain::number::ReceptionRef;
use qabyldau_domain::rulepack::AppealKind;

use crate::pdf::Imprint;
use crate::receipt::{Expected, Receipt};
use crate::roster::{Change, Roster, Row};

/// All letters of Kazakh that Russian has not, both cases.
pub const KAZAKH: &str = "ӘҒҚҢӨҰҮҺІ әғқңөұүһі";

/// A secret code as it is printed.
pub const CODE: &str = "АК72 ТМ49 ХР5ЕК";

/// 22 November 2026, 14:07 in Kazakhstan.
pub const IMPRINT: Imprint<'static> = Imprint {
    title: "Qabyldau",
    created: 1_795_338_420,
};

pub fn receipt(language: Language) -> Receipt {
    let (branch, address, addressee, source) = match language {
        Language::Kk => (
            "«Азаматтарға арналған үкімет» мемлекеттік корпорациясының Қонаев қалалық бөлімшесі",
            "Қонаев қ., Жамбыл к-сі, 13/1",
            "Алматы облысының әкімі",
            "ӘРПК 76-б., 15 жұмыс күні",
        ),
        Language::Ru => (
            "Отделение г. Конаев государственной корпорации «Правительство для граждан»",
            "г. Конаев, ул. Жамбыла, 13/1",
            "Аким Алматинской области",
            "АППК, ст. 76, 15 рабочих дней",
        ),
    };
    Receipt {
        language,
        branch: branch.to_owned(),
        address: address.to_owned(),
        day: "22.11.2026".to_owned(),
        time: "14:07".to_owned(),
        registration: "26051201001238".parse().expect("a registration number"),
        kind: AppealKind::Application,
        addressee: addressee.to_owned(),
        expected: Some(Expected {
            day: "14.12.2026".to_owned(),
            source: source.to_owned(),
        }),
        secret_code: Some(CODE.parse().expect("a secret code")),
        answer_place: "eotinish.kz".to_owned(),
        duplicate: 0,
    }
}

pub fn roster(language: Language, rows: usize) -> Roster {
    let (branch, day, version, staff) = match language {
        Language::Kk => (
            "Қонаев қалалық бөлімшесі, 0512",
            "2026 жылғы 23 қараша, дүйсенбі",
            "3, 22.11.2026 17:20",
            "Ахметова Г. С., аға қызметкер",
        ),
        Language::Ru => (
            "Отделение г. Конаев, 0512",
            "23 ноября 2026 года, понедельник",
            "3, 22.11.2026 17:20",
            "Ахметова Г. С., старшая смены",
        ),
    };
    Roster {
        language,
        branch: branch.to_owned(),
        day: day.to_owned(),
        version: version.to_owned(),
        staff: staff.to_owned(),
        printed_at: "23.11.2026 08:50".to_owned(),
        rows: (0..rows).map(row).collect(),
    }
}

const NAMES: [&str; 6] = [
    "Оспанов Б. Қ.",
    "Сейдахметова М.",
    "Ким О. В.",
    "Жүсіпбекқызы-Әбдірахманова Ә. Ғ.",
    "Ли В.",
    "Һасанов Ү. Ң.",
];
const BODIES: [(&str, &str); 4] = [
    ("Әділет министрлігі", "Вице-министр Ә. Қ. Өмірбеков"),
    ("Министерство просвещения Республики Казахстан", ""),
    (
        "Алматы облысы әкімдігінің жұмыспен қамту және әлеуметтік бағдарламалар басқармасы",
        "Басқарма басшысы",
    ),
    (
        "Генеральная прокуратура",
        "Заместитель Генерального прокурора И. С. Тестов",
    ),
];

fn row(index: usize) -> Row {
    let (body, official) = BODIES[index % BODIES.len()];
    Row {
        time: format!("{:02}:{:02}", 9 + index / 12 % 9, index / 3 % 4 * 15),
        room: (index % 3 + 1).to_string(),
        name: NAMES[index % NAMES.len()].to_owned(),
        body: body.to_owned(),
        official: official.to_owned(),
        language: if index.is_multiple_of(3) {
            Language::Ru
        } else {
            Language::Kk
        },
        change: match index % 7 {
            1 => Some(Change::Changed),
            3 => Some(Change::New),
            5 => Some(Change::Cancelled),
            6 => Some(Change::Moved),
            _ => None,
        },
        reception: reception(index),
    }
}

/// The reception of a row.
pub fn reception(index: usize) -> ReceptionRef {
    let row = u64::try_from(index).expect("a small index") * 7_919;
    ReceptionRef::new("0512".parse().expect("a branch"), row).expect("a reception")
}
