//! What the screens read of an open desk, and what they send back.

use std::collections::BTreeMap;
use std::sync::Mutex;

use qabyldau_domain::facts::{PrintStateV1, ReadByV1};
use qabyldau_domain::language::Language;
use qabyldau_domain::role::Role;
use qabyldau_domain::rule::PrintWish;

use super::branch::Branch;
use super::journal::{code, open_day, registered};
use crate::{
    Act, Capacity, CheckState, Desk, Document, Done, Failed, Names, Port, Represented, ScanAnswer, StatementsAgo, Visit,
};

fn sheet() -> Visit {
    Visit {
        names: Names {
            surname: Some("Сейдахметова".into()),
            given: Some(" Мадина ".into()),
            patronymic: None,
            no_patronymic: true,
        },
        latin: Some("SEIDAKHMETOVA MADINA".into()),
        iin: Some("680503100001".into()),
        iin_as_printed: false,
        document: Document {
            kind: "id_card".into(),
            country: "KAZ".into(),
            number: "012345678".into(),
            issuer: Some("  ".into()),
            issued: None,
            expires: Some("2031-04-11".into()),
        },
        read_by: ReadByV1::Mrz,
        capacity: Capacity::Oneself,
        language: Language::Ru,
        needs_help: true,
        ticket: None,
        statements: StatementsAgo {
            compared_ms: 9_000,
            explained_ms: 2_000,
            consented_ms: 0,
        },
    }
}

fn register(desk: &Desk, visit: Visit) -> Result<String, Failed> {
    let registration = desk.registration(visit)?;
    match desk.transact(&Act::Register(Box::new(registration)))?.0 {
        Done::Registered { number } => Ok(number.to_string()),
        done => panic!("{done:?}"),
    }
}

fn correct(number: &str, field: &str, new: Option<&str>) -> Act {
    Act::Correct {
        number: number.to_owned(),
        fields: BTreeMap::from([(field.to_owned(), new.map(str::to_owned))]),
        reason: "опечатка".into(),
    }
}

#[test]
fn a_sheet_is_registered_as_it_was_typed_with_the_moments_of_its_statements() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let number = register(&desk, sheet()).unwrap();
    let row = desk.entry(&number).unwrap();
    let made = &row.statements;
    assert_eq!(
        (
            row.person.given.as_deref(),
            row.person.no_patronymic,
            row.document.issuer.as_deref()
        ),
        (Some("Мадина"), true, None)
    );
    assert_eq!(
        (
            made.explained.utc_ms - made.compared.utc_ms,
            made.consented.utc_ms - made.explained.utc_ms
        ),
        (7_000, 2_000)
    );
    let mut garbled = sheet();
    garbled.document.expires = Some("11.04.2031".into());
    assert_eq!(code(register(&desk, garbled)), "day-garbled");
    let mut printed = sheet();
    (printed.iin, printed.iin_as_printed) = (Some("680503100009".into()), true);
    let number = register(&desk, printed).unwrap();
    let opened = desk.entry_sheet(&number).unwrap();
    assert_eq!((opened.iin, opened.notes[0].name.as_str()), (None, "iin-as-printed"));
}

#[test]
fn who_is_registered_waits_longest_first_until_a_booth_is_asked() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let first = registered(&desk);
    branch.clock.0.lock().unwrap().utc_ms += 3 * 60_000;
    let second = register(&desk, sheet()).unwrap();
    let waiting = desk.today().unwrap().waiting;
    let lines: Vec<_> = waiting
        .iter()
        .map(|line| (line.number.as_str(), line.minutes))
        .collect();
    assert_eq!(lines, [(first.as_str(), 3), (second.as_str(), 0)]);
    let asked = Act::AskBooth {
        number: first.clone(),
        booth: "01".into(),
        continues: None,
    };
    desk.transact(&asked).unwrap();
    let today = desk.today().unwrap();
    assert_eq!(today.waiting.len(), 1);
    let booth = &today.booths[0];
    assert_eq!(
        (booth.entry.as_deref(), booth.name.as_deref(), booth.holder.as_deref()),
        (Some(first.as_str()), Some("Қасымова Ә."), Some("A"))
    );
}

#[test]
fn an_opened_line_says_what_stood_there_before_and_hides_the_iin() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let number = register(&desk, sheet()).unwrap();
    desk.transact(&correct(&number, "surname", Some("Сейдахмет"))).unwrap();
    desk.transact(&correct(&number, "document.number", Some("012345679")))
        .unwrap();
    desk.transact(&correct(&number, "iin", Some("680503200008"))).unwrap();
    let opened = desk.entry_sheet(&number).unwrap();
    let told: Vec<_> = opened
        .history
        .iter()
        .map(|line| {
            (
                line.code.as_str(),
                line.args.get("old").map(String::as_str),
                line.args.get("new").map(String::as_str),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("entry-corrected", Some("680503••••••"), Some("680503••••••")),
            ("entry-corrected", Some("012345678"), Some("012345679")),
            ("entry-corrected", Some("Сейдахметова"), Some("Сейдахмет")),
            ("entry-registered", None, None),
        ]
    );
    assert_eq!(
        (
            opened.full_name.as_str(),
            opened.document.number.as_str(),
            opened.iin.as_deref()
        ),
        ("Сейдахмет Мадина", "012345679", Some("680503••••••"))
    );
    assert_eq!(
        code(desk.transact(&correct(&number, "document.number", None))),
        "field-not-correctable"
    );
    assert_eq!(
        code(desk.transact(&correct(&number, "state", Some("x")))),
        "field-not-correctable"
    );
}

#[test]
fn who_looks_at_a_whole_iin_is_written() {
    let branch = Branch::with_staff(&[Role::Reception, Role::Auditor]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let number = register(&desk, sheet()).unwrap();
    let show = Act::ShowIin { number: number.clone() };
    desk.transact(&show).unwrap();
    assert_eq!(desk.iin_of(&number).unwrap(), "680503100001");
    let opened = desk.entry_sheet(&number).unwrap();
    let newest = &opened.history[0];
    assert_eq!(
        (newest.code.as_str(), newest.by.as_deref()),
        ("iin-shown", Some("Тестова Reception"))
    );
    drop(desk);
    assert_eq!(code(branch.desk(Role::Auditor).transact(&show)), "role-may-not");
}

#[test]
fn an_iin_typed_by_hand_fills_a_known_person() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    register(&desk, sheet()).unwrap();
    let ScanAnswer::Visitor { person, last, times } = desk.person_answer("680503100001").unwrap() else {
        panic!("not a visitor")
    };
    let last = last.unwrap();
    assert_eq!((person.read_by, times), (ReadByV1::Typed, 1));
    assert_eq!(
        (last.names.surname.as_deref(), last.needs_help),
        (Some("Сейдахметова"), true)
    );
    assert_eq!(code(desk.person_answer("680503100009")), "iin-check-digit");
}

#[test]
fn drafts_outlive_a_lock_and_a_change_of_worker_and_are_at_most_five() {
    let branch = Branch::with_staff(&[Role::Reception, Role::Supervisor]);
    let desk = branch.desk(Role::Reception);
    for id in ["1", "2", "3", "4", "5"] {
        desk.keep_draft(id, "Сейдахметова М.", "{}").unwrap();
    }
    assert_eq!(code(desk.keep_draft("6", "", "{}")), "drafts-full");
    assert_eq!(code(desk.keep_draft("1", "", &"x".repeat(20_000))), "draft-too-long");
    desk.keep_draft("2", "Сейдахметова М.", "{\"step\":2}").unwrap();
    desk.drop_draft("1").unwrap();
    branch.clock.0.lock().unwrap().utc_ms += 2 * 60_000;
    drop(desk);
    let drafts = branch.desk(Role::Supervisor).drafts().unwrap();
    let ids: Vec<_> = drafts.iter().map(|draft| draft.id.as_str()).collect();
    assert_eq!(ids, ["2", "3", "4", "5"]);
    assert_eq!(
        (drafts[0].begun_by.as_str(), drafts[0].minutes, drafts[0].sheet.as_str()),
        ("Тестова R.", 2, "{\"step\":2}")
    );
}

#[test]
fn a_search_says_where_it_looked_and_a_journal_has_its_days() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    assert_eq!(desk.find("сейд").unwrap().since, None);
    open_day(&desk);
    register(&desk, sheet()).unwrap();
    let found = desk.find("мадина сейд").unwrap();
    assert_eq!((found.entries.len(), found.since.as_deref()), (1, Some("25.11.2026")));
    let journal = desk.journal(None).unwrap();
    assert_eq!(
        (journal.day.as_str(), journal.entries[0].state.as_str()),
        ("2026-11-25", "registered")
    );
    let other = desk.journal("2026-11-20".parse().ok()).unwrap();
    assert_eq!((other.entries.len(), other.days.len()), (0, 2));
}

#[test]
fn the_opening_names_what_is_missing_first_and_asks_for_a_person_where_no_clock_is_believed() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    let opening = desk.opening(None, false).unwrap();
    let checks: Vec<_> = opening
        .checks
        .iter()
        .map(|check| (check.code.as_str(), check.state.clone()))
        .collect();
    assert_eq!(
        checks,
        [
            ("roster", CheckState::Missing),
            ("printer", CheckState::Missing),
            ("rooms", CheckState::Missing),
            ("clock", CheckState::Attention),
            ("booths", CheckState::Attention),
            ("scanner", CheckState::Attention),
            ("left-over", CheckState::Attention),
        ]
    );
    assert!(opening.to_confirm && !opening.open);
    open_day(&desk);
    assert!(desk.opening(None, true).unwrap().open);
}

#[test]
fn a_day_that_was_closed_is_not_offered_for_opening() {
    let branch = Branch::with_staff(&[Role::Supervisor]);
    let desk = branch.desk(Role::Supervisor);
    open_day(&desk);
    desk.transact(&Act::CloseDay).unwrap();
    let plate = crate::Nameplate {
        desk: "0512·A".into(),
        branch_kk: String::new(),
        branch_ru: String::new(),
    };
    let frame = desk.frame(plate, None, false).unwrap();
    assert_eq!((frame.day, frame.day_closed), (None, true));
    let confirmed = "2026-11-25".parse().ok();
    assert_eq!(code(desk.transact(&Act::OpenDay { confirmed })), "day-closed");
}

/// A port that remembers, and answers as told.
struct Remembering(Mutex<Vec<(String, usize)>>, PrintStateV1);

impl Port for Remembering {
    fn name(&self) -> String {
        "trial".into()
    }
    fn take(&self, title: &str, pdf: &[u8]) -> PrintStateV1 {
        self.0.lock().unwrap().push((title.to_owned(), pdf.len()));
        self.1
    }
}

#[test]
fn a_print_nobody_knows_of_stays_open_until_a_person_says() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let port = Remembering(Mutex::default(), PrintStateV1::Uncertain);
    let day = "2026-11-25".parse().unwrap();
    assert_eq!(code(desk.print_roster(day, None, &port)), "roster-missing");
    assert_eq!(
        code(desk.print_receipt("26051201001238", None, &port)),
        "appeal-unknown"
    );
    assert!(port.0.lock().unwrap().is_empty());
    let about = "roster/abc".parse().unwrap();
    let wish = PrintWish {
        sheet: "roster".into(),
        about,
        reason: None,
    };
    let Done::Queued { job } = desk.transact(&Act::Print(wish)).unwrap().0 else {
        panic!("not queued")
    };
    for state in [PrintStateV1::Sent, PrintStateV1::Uncertain] {
        desk.transact(&Act::MovePrint {
            job: job.clone(),
            state,
        })
        .unwrap();
    }
    let attention = desk.today().unwrap().attention;
    assert!(attention.iter().any(|line| line.code == "print-uncertain"));
    assert_eq!(desk.devices(None, Some("trial")).unwrap().jobs[0].state, "uncertain");
    desk.printed_or_not(&job, true).unwrap();
    assert!(desk.devices(None, None).unwrap().jobs.is_empty());
}

#[test]
fn the_ledger_page_tells_the_newest_acts_and_what_stands_open() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let number = register(&desk, sheet()).unwrap();
    let page = desk.ledger_page(None).unwrap();
    assert_eq!(
        (page.acts[0].code.as_str(), page.acts[0].about.as_str()),
        ("entry-registered", number.as_str())
    );
    assert_eq!(page.day.as_deref(), Some("25.11.2026"));
    let open: Vec<_> = page
        .open_things
        .iter()
        .map(|thing| (thing.code.as_str(), thing.count))
        .collect();
    assert_eq!(open, [("waiting", 1)]);
    assert!(
        page.streams
            .iter()
            .any(|stream| stream.label == "A" && stream.facts > 2)
    );
}

#[test]
fn a_person_spoken_for_crosses_with_every_part() {
    let branch = Branch::with_staff(&[Role::Reception]);
    let desk = branch.desk(Role::Reception);
    open_day(&desk);
    let mut visit = sheet();
    let represented = Represented {
        surname: Some("Ли".into()),
        given: Some("Вера".into()),
        patronymic: None,
        iin: Some("680503200008".into()),
    };
    visit.capacity = Capacity::PowerOfAttorney {
        represented,
        number: Some("17".into()),
        dated: Some("2026-10-01".into()),
        notary: None,
        until: None,
    };
    let number = register(&desk, visit).unwrap();
    let opened = desk.entry_sheet(&number).unwrap();
    let Capacity::PowerOfAttorney { represented, dated, .. } = opened.capacity else {
        panic!("another capacity")
    };
    assert_eq!(
        (represented.iin.as_deref(), dated.as_deref()),
        (Some("680503••••••"), Some("2026-10-01"))
    );
    assert_eq!(opened.notes[0].name, "authority-undated-or-expired");
}
