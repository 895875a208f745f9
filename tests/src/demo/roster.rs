//! The roster of a demonstration day: 24 receptions of the day and one of the next, among rows that are broken.

use chrono::{Days, NaiveDate};
use qabyldau_domain::iin::Iin;

/// How many rows of the file are good.
pub const GOOD_ROWS: usize = 25;

/// One planned reception.
pub struct Planned {
    /// Day, ISO.
    pub day: String,
    /// Time.
    pub time: String,
    /// Room label.
    pub room: String,
    /// The person's IIN.
    pub iin: String,
    /// Surname.
    pub surname: String,
    /// First name.
    pub given: &'static str,
    /// Patronymic.
    pub patronymic: &'static str,
    /// State body.
    pub body: &'static str,
    /// Who receives.
    pub official: &'static str,
    /// Language.
    pub language: &'static str,
}

const SURNAMES: [&str; 12] = [
    "Әбдірахманова",
    "Ғабитов",
    "Қожахметова",
    "Ыңқарбаев",
    "Өтегенова",
    "Ұлықбанов",
    "Үсенова",
    "Һашимов",
    "Ізбасаров",
    "Ким",
    "Шевченко",
    "Жүсіпов",
];

/// Lines of the file that are broken, each in its own way, behind their day: a wrong check digit, an impossible time, an unknown room, too few
/// fields.
const BROKEN: [(usize, &str); 4] = [
    (3, "14:20;1;690101100010;Қате-Тест;Айгүл;;Әділет министрлігі;министр;kk"),
    (5, "25:61;1;;Қате-Тест;Айгүл;;Әділет министрлігі;министр;kk"),
    (9, "14:20;99;;Қате-Тест;Айгүл;;Әділет министрлігі;министр;kk"),
    (12, "14:20"),
];

/// The lines, from 1, that the import must name.
pub fn broken_rows() -> Vec<usize> {
    BROKEN.iter().map(|(line, _)| *line).collect()
}

/// The roster of [`super::DAY`] as it comes: UTF-8 with BOM, semicolons, the broken lines among the good.
pub fn csv() -> String {
    csv_of(lived())
}

/// The same for another day.
pub fn csv_of(day: NaiveDate) -> String {
    let header = "day;time;room;iin;surname;given;patronymic;body;official;language".to_owned();
    let good = plan_of(day).into_iter().map(|row| {
        let day: Vec<&str> = row.day.rsplit('-').collect();
        [
            &day.join("."),
            &row.time,
            &row.room,
            &row.iin,
            &row.surname,
            row.given,
            row.patronymic,
            row.body,
            row.official,
            row.language,
        ]
        .join(";")
    });
    let mut lines: Vec<String> = std::iter::once(header).chain(good).collect();
    for (line, broken) in BROKEN {
        lines.insert(line - 1, format!("{};{broken}", day.format("%d.%m.%Y")));
    }
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

/// The receptions of [`super::DAY`], in order of time. The first six are the ones something happens to.
pub fn plan() -> Vec<Planned> {
    plan_of(lived())
}

/// The same for another day.
pub fn plan_of(day: NaiveDate) -> Vec<Planned> {
    let special = ["14:30", "14:00", "13:40", "13:30", "14:10"];
    let later = (0..19).map(|place| format!("{:02}:{:02}", 14 + (45 + place * 10) / 60, (45 + place * 10) % 60));
    let times = special
        .iter()
        .map(|time| (*time).to_owned())
        .chain(later)
        .map(|time| (day, time));
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    let times = times.chain([(next, "10:30".to_owned())]);
    times
        .enumerate()
        .map(|(place, (day, time))| Planned {
            day: day.to_string(),
            time,
            room: (1 + place % 3).to_string(),
            iin: iin(place),
            surname: format!("{}-Тест", SURNAMES[place % SURNAMES.len()]),
            given: ["Айгүл", "Бауыржан", "Ольга", "Нұрлан"][place % 4],
            patronymic: ["Тестқызы", "Тестұлы", "Тестовна", "Тестұлы"][place % 4],
            body: [
                "Әділет министрлігі",
                "Министерство здравоохранения",
                "Алматы облысының әкімдігі",
            ][place % 3],
            official: ["министр", "вице-министр", "әкім"][place % 3],
            language: ["kk", "ru"][place % 2],
        })
        .collect()
}

/// [`super::DAY`] as a day.
fn lived() -> NaiveDate {
    super::DAY.parse().unwrap_or_default()
}

/// An invented IIN of the 1800s with a right check digit.
fn iin(place: usize) -> String {
    let front = format!("690101{}{:03}0", 1 + place % 2, 700 + place);
    let checked = (0..10)
        .map(|digit| format!("{front}{digit}"))
        .find(|text| Iin::try_from(text.as_str()).is_ok());
    checked.unwrap_or_else(|| iin(place + 100))
}
