//! Every form of `check`, value by value.

use super::{program, run, run_with_input, text};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

/// Rule and options, value, the whole answer.
type Row = (&'static [&'static str], &'static str, &'static str);

const TABLE: &[Row] = &[
    (
        &["iin"],
        "680503100001",
        r#"{"input":"680503100001","valid":true,"birth_hint":"1868-05-03","sex_hint":"male","warnings":[]}"#,
    ),
    (
        &["iin"],
        "680503200911",
        r#"{"input":"680503200911","valid":true,"birth_hint":"1868-05-03","sex_hint":"female","warnings":[]}"#,
    ),
    (
        &["iin"],
        "850229300001",
        r#"{"input":"850229300001","valid":true,"birth_hint":null,"sex_hint":"male","warnings":["impossible_date: алғашқы алты цифр күнтізбеде жоқ күн / первые шесть цифр – день, которого нет в календаре"]}"#,
    ),
    (
        &["iin"],
        "880412401007",
        r#"{"input":"880412401007","valid":false,"errors":["check_digit: бақылау саны сәйкес емес / контрольная цифра не сходится"]}"#,
    ),
    (
        &["iin"],
        "000000000000",
        r#"{"input":"000000000000","valid":false,"errors":["all_equal: барлық цифры бірдей / все цифры одинаковы"]}"#,
    ),
    (
        &["iin"],
        "",
        r#"{"input":"","valid":false,"errors":["length: он екі таңба емес / не двенадцать знаков"]}"#,
    ),
    (
        &["iin"],
        "a\"b",
        r#"{"input":"a\"b","valid":false,"errors":["length: он екі таңба емес / не двенадцать знаков"]}"#,
    ),
    (
        &["bin"],
        "160440007161",
        r#"{"input":"160440007161","valid":true,"warnings":[]}"#,
    ),
    (
        &["bin"],
        "961141000023",
        r#"{"input":"961141000023","valid":true,"warnings":[]}"#,
    ),
    (
        &["bin"],
        "680503100001",
        r#"{"input":"680503100001","valid":true,"warnings":["entity_digit: бесінші цифр 4–6 емес: мүмкін, бұл ЖСН / пятая цифра не 4–6: возможно, это ИИН"]}"#,
    ),
    (
        &["bin"],
        "160440007162",
        r#"{"input":"160440007162","valid":false,"errors":["check_digit: бақылау саны сәйкес емес / контрольная цифра не сходится"]}"#,
    ),
    (
        &["mrz", "--on", "2026-11-22"],
        "IDKAZ0412365878880412401006<<<|8804123F3104116KAZ<<<<<<<<<<<2|SEIDAKHMETOVA<<MADINA<<<<<<<<<",
        r#"{"valid":true,"format":"TD1","number":"041236587","iin":"880412401006","surname":"SEIDAKHMETOVA","given":"MADINA","expires":"2031-04-11","errors":[]}"#,
    ),
    (
        &["mrz", "--on", "2026-11-22"],
        "IDKAZ0123456784680503200911<<<|6805034F3001019KAZ<<<<<<<<<<<5|SYNTHETIC<<TEST<<<<<<<<<<<<<<<",
        r#"{"valid":true,"format":"TD1","number":"012345678","iin":"680503200911","surname":"SYNTHETIC","given":"TEST","expires":"2030-01-01","errors":[],"warnings":["iin_century: ЖСН бойынша туған ғасыры басқа / по ИИН век рождения другой"]}"#,
    ),
    (
        &["mrz", "--on", "2026-11-22"],
        "P<KAZSYNTHETIC<<TEST<SAMPLE<<<<<<<<<<<<<<<<<|N012345679KAZ6805034M3001019<<<<<<<<<<<<<<<2",
        r#"{"valid":true,"format":"TD3","number":"N01234567","iin":null,"surname":"SYNTHETIC","given":"TEST SAMPLE","expires":"2030-01-01","errors":[]}"#,
    ),
    (
        &["mrz", "--on", "2026-11-22"],
        "IDKAZ0412365879880412401006<<<|8804123F3104116KAZ<<<<<<<<<<<2|SEIDAKHMETOVA<<MADINA<<<<<<<<<",
        r#"{"valid":false,"format":"TD1","number":"041236587","iin":"880412401006","surname":"SEIDAKHMETOVA","given":"MADINA","expires":"2031-04-11","errors":["number_check: нөмірдің бақылау саны сәйкес емес / контрольная цифра номера не сходится","composite_check: жалпы бақылау саны сәйкес емес / общая контрольная цифра не сходится"]}"#,
    ),
    (
        &["mrz"],
        "SYNTHETIC<<TEST",
        r#"{"valid":false,"errors":["shape: 30 таңбалы үш жол да, 44 таңбалы екі жол да емес / ни три строки по 30 знаков, ни две по 44"]}"#,
    ),
    (
        &["working-day"],
        "2026-03-10",
        r#"{"day":"2026-03-10","working":true,"why":"weekday: жұмыс күні / рабочий день"}"#,
    ),
    (
        &["working-day"],
        "2026-03-09",
        r#"{"day":"2026-03-09","working":false,"why":"transferred: Халықаралық әйелдер күні, 08.03.2026 күнінен ауысқан демалыс / Международный женский день, перенос с 08.03.2026"}"#,
    ),
    (
        &["working-day"],
        "2024-05-04",
        r#"{"day":"2024-05-04","working":true,"why":"working_weekend: 08.05.2024 орнына жұмыс күні / рабочий день вместо 08.05.2024"}"#,
    ),
    (
        &["working-day"],
        "2026-08-30",
        r#"{"day":"2026-08-30","working":false,"why":"weekend: демалыс күні / выходной день"}"#,
    ),
    (
        &["working-day"],
        "2026-02-30",
        r#"{"input":"2026-02-30","valid":false,"errors":["date: ЖЖЖЖ-АА-КК түріндегі күн емес / не дата вида ГГГГ-ММ-ДД"]}"#,
    ),
    (
        &["working-day"],
        "2026-2-3",
        r#"{"input":"2026-2-3","valid":false,"errors":["date: ЖЖЖЖ-АА-КК түріндегі күн емес / не дата вида ГГГГ-ММ-ДД"]}"#,
    ),
    (
        &["fold"],
        "Қасымова Әлия",
        r#"{"input":"Қасымова Әлия","key":"КАСЫМОВААЛИЯ"}"#,
    ),
    (
        &["fold"],
        "Касымова-Алия",
        r#"{"input":"Касымова-Алия","key":"КАСЫМОВААЛИЯ"}"#,
    ),
    (&["fold"], "O'Neill", r#"{"input":"O'Neill","key":"ONEILL"}"#),
    (&["fold"], "", r#"{"input":"","key":""}"#),
    (
        &["registration"],
        "26051201001238",
        r#"{"valid":true,"year":2026,"branch":"0512","booth":"01","number":123}"#,
    ),
    (
        &["registration"],
        "26051201000015",
        r#"{"valid":true,"year":2026,"branch":"0512","booth":"01","number":1}"#,
    ),
    (
        &["registration"],
        "27039902999997",
        r#"{"valid":true,"year":2027,"branch":"0399","booth":"02","number":99999}"#,
    ),
    (
        &["registration"],
        "26051201001239",
        r#"{"valid":false,"errors":["check_digit: бақылау саны сәйкес емес / контрольная цифра не сходится"]}"#,
    ),
    (
        &["registration"],
        "680503100001",
        r#"{"valid":false,"errors":["length: таңба саны дұрыс емес / неверное число знаков"]}"#,
    ),
    (
        &["scan", "--layout", "us"],
        "680503100001",
        r#"{"kind":"iin","value":"680503100001","valid":true}"#,
    ),
    (
        &["scan", "--layout", "kz"],
        "үұғ,қі\"ққққ\"",
        r#"{"kind":"iin","value":"895603100001","valid":false,"errors":["check_digit: бақылау саны сәйкес емес / контрольная цифра не сходится"]}"#,
    ),
    (
        &["scan", "--layout", "kz"],
        ",үқғқі\"ққққ\"",
        r#"{"kind":"iin","value":"680503100001","valid":true}"#,
    ),
    (
        &["scan", "--layout", "kz", "--caps"],
        ",ҮҚҒҚІ\"ҚҚҚҚ\"",
        r#"{"kind":"iin","value":"680503100001","valid":true}"#,
    ),
    (
        &["scan", "--layout", "ru"],
        "26051201001238",
        r#"{"kind":"receipt","value":"26051201001238","valid":true}"#,
    ),
    (
        &["scan", "--layout", "ru"],
        "0512-Ф-2026.000123",
        r#"{"kind":"entry","value":"0512-A-2026/000123","valid":true}"#,
    ),
    (
        &["scan", "--layout", "kz"],
        "қғ\"әөФөәқә,№қққ\"әі",
        r#"{"kind":"entry","value":"0512-A-2026/000123","valid":true}"#,
    ),
    (
        &["scan", "--layout", "us"],
        "7051202603000171",
        r#"{"kind":"roster","value":"7051202603000171","valid":false,"errors":["check_digit: бақылау саны сәйкес емес / контрольная цифра не сходится"]}"#,
    ),
    (
        &["scan", "--layout", "ru"],
        "ШВЛФЯ0412365878880412401006БББ|8804123А3104116ЛФЯБББББББББББ2|ЫУШВФЛРЬУЕЩМФББЬФВШТФБББББББББ",
        r#"{"kind":"mrz","value":"IDKAZ0412365878880412401006<<<|8804123F3104116KAZ<<<<<<<<<<<2|SEIDAKHMETOVA<<MADINA<<<<<<<<<","valid":true}"#,
    ),
    (
        &["scan", "--layout", "ru", "--caps"],
        "швлфя0412365878880412401006ббб|8804123а3104116лфяббббббббббб2|ыушвфлрьуещмфббьфвштфббббббббб",
        r#"{"kind":"mrz","value":"IDKAZ0412365878880412401006<<<|8804123F3104116KAZ<<<<<<<<<<<2|SEIDAKHMETOVA<<MADINA<<<<<<<<<","valid":true}"#,
    ),
    (
        &["scan", "--layout", "us"],
        "https://egov.kz",
        r#"{"kind":"unknown","value":"https://egov.kz","valid":false,"errors":["unknown: таныс штрих-код та, аймақ та емес / не известный штрих-код и не зона документа"]}"#,
    ),
];

#[test]
fn every_value_is_answered_to_the_letter_as_an_argument_and_as_a_line() {
    for (rule, value, answer) in TABLE {
        let arguments = [&["check"], *rule].concat();
        let given = run(&[arguments.as_slice(), &["--", *value]].concat());
        assert_eq!(text(&given.stdout), format!("{answer}\n"), "{rule:?} {value}");
        assert_eq!(
            (given.status.code(), text(&given.stderr)),
            (Some(0), ""),
            "{rule:?} {value}"
        );
        let read = run_with_input(&arguments, format!("{value}\n").as_bytes());
        assert_eq!(
            (text(&read.stdout), read.status.code()),
            (text(&given.stdout), Some(0)),
            "{rule:?} {value}"
        );
    }
}

#[test]
fn many_values_are_answered_in_order_one_a_line() {
    let (values, answers): (Vec<&str>, Vec<&str>) = TABLE
        .iter()
        .filter(|row| row.0 == ["iin"])
        .map(|row| (row.1, row.2))
        .unzip();
    let expected = answers.join("\n") + "\n";
    let arguments = [&["check", "iin", "--"], values.as_slice()].concat();
    assert_eq!(text(&run(&arguments).stdout), expected);
    for input in [
        values.join("\n") + "\n",
        values.join("\r\n") + "\r\n",
        values.join("\n"),
    ] {
        // A last line without its end is a line; an empty one at the very end is none.
        let read = run_with_input(&["check", "iin"], input.as_bytes());
        assert_eq!(text(&read.stdout), expected, "{input:?}");
    }
    assert_eq!(text(&run(&["check", "iin"]).stdout), "");
}

/// Each rule with the options it needs.
const RULES: [&[&str]; 8] = [
    &["check", "iin"],
    &["check", "bin"],
    &["check", "mrz"],
    &["check", "deadline", "--kind", "appeal"],
    &["check", "working-day"],
    &["check", "fold"],
    &["check", "registration"],
    &["check", "scan", "--layout", "kz"],
];

#[test]
fn what_is_no_text_is_an_invalid_value_by_name_under_every_rule() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let named = r#"{"input":"�680503","valid":false,"errors":["not_utf8: мәтін UTF-8 емес / текст не в UTF-8"]}"#;
    for rule in RULES {
        let read = run_with_input(rule, b"\xff680503\n\n");
        let lines: Vec<&str> = text(&read.stdout).lines().collect();
        assert_eq!((lines.len(), lines[0]), (2, named), "{rule:?}");
        assert_eq!(read.status.code(), Some(0), "{rule:?}");
        let given = program()
            .args(rule)
            .arg(OsStr::from_bytes(b"\xff680503"))
            .output()
            .expect("the program runs");
        assert_eq!(text(&given.stdout), format!("{named}\n"), "{rule:?}");
    }
}

#[test]
fn a_value_is_taken_as_it_stands() {
    let number = "680503100001";
    for (value, code) in [
        (format!("{number} "), "length"),
        (format!("\u{a0}{number}"), "length"),
        (format!("{number}\r"), "length"),
        ("６８０５０３１００００１".to_owned(), "digits"),
        ("x".repeat(10_240), "length"),
    ] {
        let given = run(&["check", "iin", "--", &value]);
        let expected = format!(
            r#"{{"input":{},"valid":false,"errors":["{code}: "#,
            serde_json::to_string(&value).expect("a text")
        );
        assert!(text(&given.stdout).starts_with(&expected), "{value:?}");
        assert_eq!(given.status.code(), Some(0));
    }
    // The ends of lines and the mark of byte order before the first belong to the file, not to the value.
    let read = run_with_input(&["check", "fold"], "\u{feff}Әлия\r\n\u{feff}Нұр\r\n\r\nҚас ".as_bytes());
    let answers = [
        r#"{"input":"Әлия","key":"АЛИЯ"}"#,
        "{\"input\":\"\u{feff}Нұр\",\"key\":\"НУР\"}",
        r#"{"input":"","key":""}"#,
        r#"{"input":"Қас ","key":"КАС"}"#,
    ];
    assert_eq!(text(&read.stdout), answers.join("\n") + "\n");
}

#[test]
fn without_values_there_is_no_answer_and_an_unknown_option_is_not_understood() {
    for rule in RULES {
        let nothing = run(rule);
        assert_eq!(
            (text(&nothing.stdout), nothing.status.code()),
            ("", Some(0)),
            "{rule:?}"
        );
        let option = run(&[rule, &["--unknown", "680503100001"]].concat());
        assert_eq!((text(&option.stdout), option.status.code()), ("", Some(2)), "{rule:?}");
        assert!(text(&option.stderr).contains("--unknown"), "{rule:?}");
    }
    for lacking in [
        &["check", "deadline", "2026-02-02"][..],
        &["check", "scan", "1"],
        &["check"],
    ] {
        assert_eq!(run(lacking).status.code(), Some(2), "{lacking:?}");
    }
    // What begins with a hyphen is a value behind `--`.
    let hyphen = run(&["check", "fold", "--", "-Әлия"]);
    assert_eq!(text(&hyphen.stdout), "{\"input\":\"-Әлия\",\"key\":\"АЛИЯ\"}\n");
}

#[test]
fn each_line_is_answered_before_the_next_is_given() {
    let mut child = program()
        .args(["check", "fold"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("what the test set up");
    let (mut input, mut output) = (
        child.stdin.take().expect("what the test set up"),
        BufReader::new(child.stdout.take().expect("what the test set up")),
    );
    for (name, key) in [("Әлия", "АЛИЯ"), ("Нұр", "НУР")] {
        writeln!(input, "{name}").expect("what the test set up");
        let mut line = String::new();
        output.read_line(&mut line).expect("what the test set up");
        assert_eq!(line, format!("{{\"input\":\"{name}\",\"key\":\"{key}\"}}\n"));
    }
    drop(input);
    assert!(child.wait().expect("what the test set up").success());
}

/// Registered, due and number of days off of each deadline.
#[test]
fn deadlines_have_their_days_their_source_and_the_path_of_the_count() {
    for (kind, filed, registered, due, skipped, article) in [
        ("appeal", "2026-02-02", "2026-02-02", "2026-02-23", 6, "ст. 76"),
        ("complaint", "2026-02-02", "2026-02-02", "2026-03-02", 8, "ст. 99"),
        ("appeal", "2026-02-01", "2026-02-02", "2026-02-23", 6, "ст. 76"),
        ("appeal", "2024-04-26", "2024-04-26", "2024-05-22", 11, "ст. 76"),
        ("complaint", "2024-12-20", "2024-12-20", "2025-01-22", 13, "ст. 99"),
        ("appeal", "2026-12-14", "2026-12-14", "2027-01-08", 10, "ст. 76"),
        ("proposal", "2026-02-02", "2026-02-02", "2026-02-23", 6, "ст. 87, 76"),
    ] {
        let given = run(&["check", "deadline", "--kind", kind, filed]);
        let answer = text(&given.stdout);
        let start = format!(r#"{{"registered":"{registered}","due":"{due}","source":""#);
        assert!(answer.starts_with(&start) && answer.contains(article), "{answer}");
        let value: serde_json::Value = serde_json::from_str(answer).expect("what the test set up");
        let days: Vec<&str> = value["skipped"]
            .as_array()
            .expect("what the test set up")
            .iter()
            .map(|day| day.as_str().expect("what the test set up"))
            .collect();
        assert_eq!(days.len(), skipped, "{kind} {filed}: {days:?}");
        assert!(
            days.iter().all(|day| &day[..10] > registered && &day[..10] < due),
            "{days:?}"
        );
        assert_eq!(value.as_object().expect("what the test set up").len(), 4);
        assert_eq!(answer.contains("прогноз"), due.starts_with("2027"), "{answer}");
    }
}

#[test]
fn a_day_outside_the_calendar_is_an_error_by_name_and_the_others_are_still_answered() {
    for rule in [
        &["check", "working-day"][..],
        &["check", "deadline", "--kind", "appeal"],
    ] {
        let given = run(&[rule, &["2028-01-03", "2026-02-02"]].concat());
        let lines: Vec<&str> = text(&given.stdout).lines().collect();
        let named = r#"{"input":"2028-01-03","valid":false,"errors":["outside_calendar: 2028 жылдың күнтізбесі жүктелмеген / календарь 2028 года не загружен"]}"#;
        assert_eq!((lines.len(), lines[0]), (2, named));
        assert!(lines[1].contains("2026-02-02"));
        assert_eq!(given.status.code(), Some(1), "not every line could be judged");
    }
    // The term itself runs past the last loaded year.
    let given = run(&["check", "deadline", "--kind", "complaint", "2027-12-20"]);
    assert!(text(&given.stdout).contains("outside_calendar: 2028"));
}

#[test]
fn a_zone_is_judged_by_the_clock_if_no_day_is_given() {
    let zone = "P<KAZSYNTHETIC<<TEST<SAMPLE<<<<<<<<<<<<<<<<<|N012345679KAZ6805034M3001019<<<<<<<<<<<<<<<2";
    assert!(text(&run(&["check", "mrz", zone]).stdout).starts_with(r#"{"valid":true,"format":"TD3""#));
    let expired = run(&["check", "mrz", "--on", "2030-01-02", zone]);
    assert!(text(&expired.stdout).contains(r#""errors":[],"warnings":["expired: "#));
}
