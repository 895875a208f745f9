//! The reading of files; what an office makes of them is tested with the office.

use std::collections::BTreeSet;

use super::columns::{Columns, MissingColumn};
use super::csv::records;
use super::row::RosterRow;

fn header(text: &str) -> Result<Columns, MissingColumn> {
    Columns::of(&records(text).next().unwrap().fields)
}

#[test]
fn quotes_lines_and_numbers_kept_as_text_are_read_as_excel_means_them() {
    let text = "a;\"b \"\"x\"\"; y\";=\"010203\"\r\n\r\n;;\n\"two\nlines\";\"\";z\n";
    let read: Vec<(usize, Vec<String>)> = records(text).map(|record| (record.line, record.fields)).collect();
    let of = |fields: [&str; 3]| fields.map(str::to_owned).to_vec();
    assert_eq!(
        read,
        [(1, of(["a", "b \"x\"; y", "010203"])), (4, of(["two\nlines", "", "z"]))]
    );
}

#[test]
fn headings_are_read_in_three_languages_and_a_missing_one_is_named() {
    let kazakh = header("Күні;Уақыты;Бөлме;Тегі;Аты;Мемлекеттік орган;Тілі;Басқа").unwrap();
    let russian = header("язык;государственный орган;имя;фамилия;комната;время;дата;x").unwrap();
    let fields: Vec<String> = (0..8).map(|place| place.to_string()).collect();
    assert_eq!(
        (kazakh.field(&fields, "day"), kazakh.field(&fields, "language")),
        (Some("0"), Some("6"))
    );
    assert_eq!(
        (russian.field(&fields, "day"), russian.field(&fields, "language")),
        (Some("6"), Some("0"))
    );
    assert_eq!(
        header("day;time;surname;given;body;language"),
        Err(MissingColumn("room"))
    );
    assert_eq!(
        header("day;day;time;room;surname;given;body;language"),
        Err(MissingColumn("day"))
    );
}

#[test]
fn each_broken_row_is_named_by_its_column_and_cause() {
    let columns = header("reference;day;time;room;surname;given;iin;born;body;language").unwrap();
    let rooms = BTreeSet::from(["101".to_owned()]);
    let read = |row: &str| RosterRow::read(&records(row).next().unwrap(), &columns, &rooms);
    let good = ";25.11.2026;09:30;101;Сейітова;Айгүл;680503100001;1868-05-03;Әділет министрлігі;kk";
    assert!(read(good).is_ok());
    for (from, to, column, code) in [
        ("25.11.2026", "31.11.2026", Some("day"), "form"),
        ("25.11.2026", "", Some("day"), "empty"),
        ("09:30", "9 часов", Some("time"), "form"),
        ("101", "999", Some("room"), "room-unknown"),
        ("Айгүл", "", Some("given"), "empty"),
        ("680503100001", "680503100002", Some("iin"), "iin-check"),
        ("1868-05-03", "1868-13-03", Some("born"), "form"),
        ("Әділет министрлігі", "", Some("body"), "empty"),
        (";kk", ";en", Some("language"), "form"),
        (";kk", "", None, "fields-missing"),
    ] {
        let broken = read(&good.replace(from, to)).unwrap_err();
        assert_eq!((broken.column, broken.code), (column, code), "{from} → {to}");
    }
    let broken = read(&good.replacen(';', "123;", 1)).unwrap_err();
    assert_eq!((broken.column, broken.code), (Some("reference"), "form"));
}
