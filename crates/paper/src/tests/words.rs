use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use qabyldau_domain::document::DocumentKind;
use qabyldau_domain::language::Language;
use qabyldau_domain::refusal::Refusal;
use qabyldau_domain::role::Role;
use qabyldau_domain::rulepack::AppealKind;

use crate::words::{Value, Words, WordsError, files, ids};

fn folder(language: &str) -> BTreeSet<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../locales")
        .join(language);
    let entries = std::fs::read_dir(folder).expect("the folder of the language");
    entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a plain name")
        })
        .collect()
}

#[test]
fn every_file_of_the_folder_is_in_the_program() {
    for (language, name) in [(Language::Kk, "kk"), (Language::Ru, "ru")] {
        let embedded: BTreeSet<String> = files(language).iter().map(|(file, _)| format!("{file}.ftl")).collect();
        assert_eq!(embedded, folder(name));
    }
}

#[test]
fn fluent_reads_every_entry() {
    for language in Language::ALL {
        for (file, source) in files(language) {
            if let Err((_, errors)) = fluent_syntax::parser::parse(*source) {
                panic!("{language}/{file}: {errors:?}");
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_words_with_the_same_values() {
    let (kk, ru) = (ids(Language::Kk), ids(Language::Ru));
    assert!(kk.len() > 100, "the words were read: {}", kk.len());
    let differ: Vec<_> = kk
        .keys()
        .chain(ru.keys())
        .filter(|id| kk.get(*id) != ru.get(*id))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    assert_eq!(differ, Vec::<&String>::new());
}

#[test]
fn every_word_can_be_said_once_its_values_are_given() {
    for language in [Language::Kk, Language::Ru] {
        let words = Words::new(language);
        for (id, names) in ids(language) {
            let values: Vec<_> = names.iter().map(|name| (name.as_str(), Value::Number(3))).collect();
            let said = words.get(&id, &values).unwrap_or_else(|error| panic!("{error}"));
            assert!(!said.trim().is_empty(), "{id} is empty");
            assert!(
                !said.chars().any(|c| ('\u{2066}'..='\u{2069}').contains(&c)),
                "{id} holds isolation marks"
            );
        }
    }
}

#[test]
fn a_missing_word_or_value_is_an_error_with_its_id() {
    let words = Words::of(Language::Ru);
    let missing = WordsError::Missing {
        id: "no-such-word".to_owned(),
        language: Language::Ru,
    };
    assert_eq!(words.get("no-such-word", &[]), Err(missing));
    let lacking = WordsError::Value {
        id: "booth-done-date".to_owned(),
        language: Language::Ru,
    };
    assert_eq!(words.get("booth-done-date", &[]), Err(lacking));
    let said = words.get("booth-done-date", &[("day", "15.12.2026".into())]).unwrap();
    assert_eq!(said, "Предположительная дата ответа: 15.12.2026");
}

#[test]
fn a_refusal_says_its_sentence_and_its_way_on() {
    let words = Words::of(Language::Kk);
    let held = Refusal::new("booth-held")
        .with("booth", "02")
        .with("holder", "B")
        .with("since", "14:06");
    assert!(
        words
            .refusal(&held)
            .unwrap()
            .starts_with("02-кабинаны B үстелі алды, 14:06.")
    );
    assert_eq!(words.way_on(&held), Ok(None));
    let way = words.way_on(&Refusal::new("iin_check_digit")).unwrap();
    assert_eq!(way.as_deref(), Some("Құжатта осылай жазылған"));
    let unknown = WordsError::Missing {
        id: "refusal-no-such-code".to_owned(),
        language: Language::Kk,
    };
    assert_eq!(words.refusal(&Refusal::new("no-such-code")), Err(unknown));
}

#[test]
fn a_state_named_in_a_refusal_is_said_in_words() {
    for (language, said) in [
        (
            Language::Kk,
            "Қабылдаудың қазіргі күйінде бұлай істеуге болмайды: келмеді.",
        ),
        (Language::Ru, "В нынешнем состоянии приёма это невозможно: неявка."),
    ] {
        let refusal = Refusal::new("reception-state").with("state", "no_show");
        assert_eq!(Words::of(language).refusal(&refusal).unwrap(), said);
    }
}

#[test]
fn every_state_kind_and_role_of_the_field_has_its_word() {
    let kinds = DocumentKind::ALL.map(|kind| ("document-kind", kind.code()));
    let appeals = AppealKind::ALL.map(|kind| ("appeal-kind", kind.code()));
    let roles = Role::ALL.map(|role| ("staff-role", role.code()));
    let receptions = [
        "expected",
        "cancelled",
        "arrived",
        "escorted",
        "started",
        "finished",
        "no_show",
    ];
    let sessions = [
        "asked",
        "refused",
        "preparing",
        "recording",
        "paused",
        "held",
        "interrupted",
        "filed",
        "ended",
    ];
    let jobs = ["queued", "sent", "confirmed", "uncertain", "failed"];
    let states = receptions.map(|state| ("reception-state", state)).into_iter();
    let states = states
        .chain(sessions.map(|state| ("session-state", state)))
        .chain(jobs.map(|state| ("job-state", state)));
    let all: Vec<_> = kinds.into_iter().chain(appeals).chain(roles).chain(states).collect();
    for language in Language::ALL {
        for (family, code) in &all {
            Words::of(language)
                .coded(family, code)
                .unwrap_or_else(|error| panic!("{error}"));
        }
    }
}

#[test]
fn a_day_is_written_long_as_each_language_writes_it() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    assert_eq!(
        Words::of(Language::Kk).long_date(day).unwrap(),
        "2026 жылғы 22 қараша, жексенбі"
    );
    assert_eq!(
        Words::of(Language::Ru).long_date(day).unwrap(),
        "22 ноября 2026 года, воскресенье"
    );
}

#[test]
fn numbers_are_written_without_separators() {
    let words = Words::of(Language::Ru);
    assert_eq!(
        words.get("roster-count", &[("count", 1_234_567_i64.into())]).unwrap(),
        "Всего: 1234567"
    );
}
