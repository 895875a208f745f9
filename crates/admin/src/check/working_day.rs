//! `check working-day`: `{"day":"2026-03-09","working":false,"why":"…"}`.

use super::answer::{Answer, day};
use crate::words::About;
use chrono::NaiveDate;
use qabyldau_domain::calendar::{Calendar, DayKind, SpecialDay, Why};
use serde::Serialize;

#[derive(Serialize)]
struct Judged {
    day: NaiveDate,
    working: bool,
    why: String,
}

/// Judges a day.
pub fn check(input: &str, calendar: &Calendar) -> Answer {
    let Ok(day) = day(input) else {
        return Answer::invalid(input, About::Day, "date");
    };
    match calendar.working_day(day) {
        Ok(judged) => {
            let mut why = why(&judged.why);
            if judged.forecast {
                why.push_str("; күнтізбе – болжам / календарь – прогноз");
            }
            Answer::judged(&Judged {
                day,
                working: judged.working,
                why,
            })
        }
        Err(outside) => Answer::outside_calendar(input, &outside),
    }
}

/// `code: kk / ru`.
pub fn why(why: &Why) -> String {
    let (kk, ru) = match why {
        Why::Weekday => ("жұмыс күні".to_owned(), "рабочий день".to_owned()),
        Why::Weekend => ("демалыс күні".to_owned(), "выходной день".to_owned()),
        Why::Special(special) => named(special),
    };
    format!("{}: {kk} / {ru}", why.code())
}

fn named(special: &SpecialDay) -> (String, String) {
    let (kk, ru) = (&special.name.kk, &special.name.ru);
    let other = special
        .instead_of
        .map(|day| day.format("%d.%m.%Y").to_string())
        .unwrap_or_default();
    match special.kind {
        DayKind::Holiday | DayKind::ReligiousHoliday => (kk.clone(), ru.clone()),
        DayKind::Transferred => (
            format!("{kk}, {other} күнінен ауысқан демалыс"),
            format!("{ru}, перенос с {other}"),
        ),
        DayKind::SwappedOff => (format!("{other} орнына демалыс"), format!("выходной вместо {other}")),
        DayKind::WorkingWeekend => (
            format!("{other} орнына жұмыс күні"),
            format!("рабочий день вместо {other}"),
        ),
    }
}
