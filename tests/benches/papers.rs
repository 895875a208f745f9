//! Paper in CPU time: the booth's receipt as picture and printer bytes and as PDF, and a roster of a thousand rows as PDF.

use std::time::Duration;

use qabyldau_domain::language::Language;
use qabyldau_domain::number::ReceptionRef;
use qabyldau_domain::rulepack::AppealKind;
use qabyldau_paper::PaperError;
use qabyldau_paper::display_list::Sheet;
use qabyldau_paper::escpos::{Ending, to_escpos};
use qabyldau_paper::pdf::{Imprint, to_pdf};
use qabyldau_paper::raster::to_raster;
use qabyldau_paper::receipt::{Expected, Receipt, Roll};
use qabyldau_paper::roster::{Change, Roster, Row};
use qabyldau_tests::bench::figures::{Samples, say};
use qabyldau_tests::bench::ground::machine;
use qabyldau_tests::bench::{Outcome, cpu};
use qabyldau_tests::people::{People, Person};
use qabyldau_tests::{branch, standstill};

/// Rows of the roster.
const ROWS: usize = 1000;

fn main() -> Outcome {
    say(&machine());
    let receipt = receipt()?;
    // The first receipt of a program reads fonts and words; the others have them.
    let (bytes, first) = computing(|| printed(&receipt))?;
    say(&format!(
        "first receipt of a program: {:.1} ms, {} bytes for the printer",
        milliseconds(first),
        bytes.len()
    ));
    measured("receipt: layout", 200, || receipt.lay_out(Roll::Mm80).map(drop))?;
    measured("receipt: layout, raster, ESC/POS", 200, || printed(&receipt).map(drop))?;
    measured("receipt: layout, PDF", 100, || {
        pdf(&receipt.lay_out(Roll::Mm80)?).map(drop)
    })?;
    let roster = roster()?;
    let sheet = roster.lay_out()?;
    say(&format!(
        "roster: {ROWS} rows on {} pages, {} bytes of PDF",
        sheet.pages.len(),
        pdf(&sheet)?.len()
    ));
    measured("roster of 1,000 rows: layout", 20, || roster.lay_out().map(drop))?;
    measured("roster of 1,000 rows: layout, PDF", 10, || {
        pdf(&roster.lay_out()?).map(drop)
    })?;
    say(&machine());
    Ok(())
}

/// CPU time of one call each, in blocks long enough for the kernel's count.
fn measured(what: &str, times: u32, mut work: impl FnMut() -> Result<(), PaperError>) -> Outcome {
    const BLOCKS: u32 = 10;
    let mut samples = Samples::default();
    for _ in 0..BLOCKS {
        let ((), took) = computing(|| (0..times.div_ceil(BLOCKS)).try_for_each(|_| work()))?;
        samples.add(took / times.div_ceil(BLOCKS));
    }
    say(&format!("{what:<36} {samples}"));
    Ok(())
}

fn computing<T>(work: impl FnOnce() -> Result<T, PaperError>) -> Outcome<(T, Duration)> {
    let before = cpu::of_this_thread();
    let done = work()?;
    Ok((done, cpu::of_this_thread() - before))
}

fn milliseconds(span: Duration) -> f64 {
    span.as_secs_f64() * 1000.0
}

fn printed(receipt: &Receipt) -> Result<Vec<u8>, PaperError> {
    let sheet = receipt.lay_out(Roll::Mm80)?;
    let pages = sheet
        .pages
        .iter()
        .map(|page| Ok(to_escpos(&to_raster(page)?, Ending::PartialCut)));
    Ok(pages.collect::<Result<Vec<_>, PaperError>>()?.concat())
}

fn pdf(sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
    let created = standstill::MORNING.utc_ms / 1000;
    to_pdf(
        sheet,
        Imprint {
            title: "Qabyldau",
            created,
        },
    )
}

fn receipt() -> Outcome<Receipt> {
    Ok(Receipt {
        language: Language::Kk,
        branch: "«Азаматтарға арналған үкімет» мемлекеттік корпорациясының Қонаев қалалық бөлімшесі".into(),
        address: "Қонаев қ., Тест к-сі, 13/1".into(),
        day: "25.11.2026".into(),
        time: "14:07".into(),
        registration: "26051201001238".parse()?,
        kind: AppealKind::Application,
        addressee: "Алматы облысының әкімі".into(),
        expected: Some(Expected {
            day: "17.12.2026".into(),
            source: "ӘРПК 76-б., 15 жұмыс күні".into(),
        }),
        secret_code: Some("АК72 ТМ49 ХР5ЕК".parse()?),
        answer_place: "eotinish.kz".into(),
        duplicate: 0,
    })
}

fn roster() -> Outcome<Roster> {
    let rows = (0..)
        .zip(People::of(7).take(ROWS))
        .map(|(index, person)| row(index, &person));
    Ok(Roster {
        language: Language::Ru,
        branch: "Отделение г. Конаев, 0512".into(),
        day: "25 ноября 2026 года, среда".into(),
        version: "3, 24.11.2026 17:20".into(),
        staff: "Ахметова Г. Т., старшая смены".into(),
        printed_at: "25.11.2026 08:50".into(),
        rows: rows.collect::<Outcome<_>>()?,
    })
}

fn row(index: u64, person: &Person) -> Outcome<Row> {
    let initial = |name: &str| {
        name.chars()
            .next()
            .map_or_else(String::new, |letter| format!(" {letter}."))
    };
    let patronymic = person.patronymic.as_deref().unwrap_or_default();
    Ok(Row {
        time: format!("{:02}:{:02}", 9 + index / 12 % 9, index / 3 % 4 * 15),
        room: (index % 3 + 1).to_string(),
        name: format!("{}{}{}", person.surname, initial(&person.given), initial(patronymic)),
        body: "Алматы облысы әкімдігінің жұмыспен қамту және әлеуметтік бағдарламалар басқармасы".into(),
        official: "Басқарма басшысы".into(),
        language: person.language,
        change: (index % 7 == 1).then_some(Change::Changed),
        reception: ReceptionRef::new(branch::code(), index * 7919)?,
    })
}
