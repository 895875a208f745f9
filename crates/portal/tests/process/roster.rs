//! Rosters: the good rows are published, the broken named, changes found; and what retention ends is closed.

use serde_json::{Value, json};

use super::Portal;

const HEADER: &str = "Номер;Дата;Время;Комната;Фамилия;Имя;Отчество;ИИН;Государственный орган;Язык";

fn facts(portal: &Portal, kind: &str) -> Vec<Value> {
    let done = portal.run(&["export", "--facts"]);
    let text = String::from_utf8(done.stdout).expect("UTF-8");
    let facts = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a fact"));
    facts.filter(|fact| fact["kind"] == kind).collect()
}

#[test]
fn broken_rows_are_named_and_the_good_are_published_with_count_and_hash() {
    let portal = Portal::serving();
    let file = portal.csv(&format!(
        "{HEADER}\n\
         05120000000007;25.11.2026;09:30;101;Үлгібаева;Айгүл;;=\"680503100001\";Әділет министрлігі;каз\n\
         ;25.11.2026;10:00;101;Үлгібаев;Дәурен;;680503100002;Әділет министрлігі;каз\n\
         ;25.11.2026;25:00;101;Үлгібаев;Дәурен;;;Әділет министрлігі;каз\n\
         05130000000001;25.11.2026;10:30;101;Үлгібаев;Дәурен;;;Әділет министрлігі;каз\n\
         05120000000007;25.11.2026;11:00;101;Үлгібаев;Дәурен;;;Әділет министрлігі;каз\n\
         ;26.11.2026;11:00;101;Үлгібаев;Дәурен;;;Әділет министрлігі;рус\n"
    ));
    let said = portal.must(&["import-roster", &file]);
    assert_eq!(
        (
            said["appointed"].as_u64(),
            said["changed"].as_u64(),
            said["same"].as_u64()
        ),
        (Some(2), Some(0), Some(0))
    );
    let broken: Vec<(u64, &str)> = said["broken"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["line"].as_u64().unwrap(), row["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        broken,
        [
            (3, "iin-check"),
            (4, "form"),
            (5, "other-branch"),
            (6, "reference-twice")
        ]
    );
    assert!(!said.to_string().contains("Үлгі"), "no person in what is told");
    let published = facts(&portal, "RosterPublished");
    assert_eq!(
        (published[0]["body"]["rows"].as_u64(), &published[0]["body"]["to"]),
        (Some(2), &json!("2026-11-26"))
    );
    assert_eq!(facts(&portal, "ReceptionAppointed").len(), 2);
    assert_eq!(portal.must(&["verify"])["sound"], true);
}

#[test]
fn the_same_file_again_changes_nothing_and_another_time_is_a_change() {
    let portal = Portal::serving();
    let row = |time: &str, name: &str| {
        portal.csv(&format!(
            "{HEADER}\n05120000000007;25.11.2026;{time};101;{name};Айгүл;;;Әділет министрлігі;каз\n"
        ))
    };
    let count = |said: Value| ["appointed", "changed", "same"].map(|word| said[word].as_u64().unwrap());
    assert_eq!(
        count(portal.must(&["import-roster", &row("09:30", "Үлгібаева")])),
        [1, 0, 0]
    );
    assert_eq!(
        count(portal.must(&["import-roster", &row("09:30", "Үлгібаева")])),
        [0, 0, 1]
    );
    assert_eq!(
        count(portal.must(&["import-roster", &row("10:15", "Үлгібаева")])),
        [0, 1, 0]
    );
    assert_eq!(
        count(portal.must(&["import-roster", &row("10:15", "Үлгібаева")])),
        [0, 0, 1]
    );
    let said = portal.must(&["import-roster", &row("10:15", "Басқа")]);
    assert_eq!(said["broken"][0]["code"], "other-person");
    assert_eq!(
        facts(&portal, "ReceptionChanged")[0]["body"]["to"],
        json!(["2026-11-25", "10:15:00"])
    );
}

#[test]
fn a_thousand_rows_are_several_acts_under_one_roster() {
    let portal = Portal::serving();
    let mut text = HEADER.to_owned();
    for row in 0..1000 {
        text.push_str(&format!(
            "\n;25.11.2026;{:02}:{:02};101;Үлгібаев;Дәурен;;;Әділет министрлігі;каз",
            9 + row / 60 % 9,
            row % 60
        ));
    }
    let said = portal.must(&["import-roster", &portal.csv(&text)]);
    assert_eq!(said["appointed"], 1000);
    let rows = facts(&portal, "ReceptionAppointed");
    assert_eq!(
        rows.iter().filter(|fact| fact["act_end"] == true).count(),
        3,
        "400, 400 and 200"
    );
    assert!(rows.iter().all(|fact| fact["body"]["roster"] == said["roster"]));
    assert_eq!(facts(&portal, "RosterPublished").len(), 1);
}

#[test]
fn a_file_without_its_columns_is_refused_whole() {
    let portal = Portal::serving();
    assert_eq!(
        portal.refused(&["import-roster", &portal.csv("a;b\n1;2\n")]),
        "roster-columns"
    );
    assert_eq!(portal.refused(&["import-roster", &portal.csv("")]), "roster-empty");
    std::fs::write(portal.path("x.csv"), [0xff, 0xfe, 0x41]).unwrap();
    assert_eq!(
        portal.refused(&["import-roster", &portal.path("x.csv")]),
        "roster-not-utf-8"
    );
    assert!(facts(&portal, "ReceptionAppointed").is_empty());
}

#[test]
fn what_is_closed_keeps_its_remainder_and_loses_its_bodies() {
    let portal = Portal::serving();
    portal.must(&[
        "import-roster",
        &portal.csv(&format!(
            "{HEADER}\n05120000000007;25.11.2026;09:30;101;Үлгібаева;Айгүл;;;Әділет министрлігі;каз\n"
        )),
    ]);
    let said = portal.must(&["close-subject", "reception/05120000000007"]);
    assert_eq!(
        (&said["state"], &said["day"]),
        (&json!("expected"), &json!("2026-11-25"))
    );
    assert_eq!(facts(&portal, "ReceptionAppointed")[0]["body"], Value::Null);
    assert_eq!(facts(&portal, "SubjectClosed").len(), 1);
    assert_eq!(
        portal.refused(&["close-subject", "reception/05120000000007"]),
        "subject-unknown-or-closed"
    );
    assert_eq!(portal.refused(&["close-subject", "node/00"]), "subject-not-closable");
    assert_eq!(portal.refused(&["close-subject", "x"]), "subject-form");
    assert_eq!(portal.must(&["verify"])["sound"], true);
}
