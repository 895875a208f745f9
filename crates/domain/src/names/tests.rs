use super::*;
use proptest::prelude::*;

fn known(text: &str) -> Patronymic {
    Patronymic::Known(text.to_owned())
}

#[test]
fn both_spellings_of_a_name_have_one_key() {
    for (text, key) in [
        ("Қасымова Әлия", "КАСЫМОВААЛИЯ"),
        ("Касымова Алия", "КАСЫМОВААЛИЯ"),
        ("ҚАСЫМОВА ӘЛИЯ", "КАСЫМОВААЛИЯ"),
        ("қасымова-әлия", "КАСЫМОВААЛИЯ"),
        ("Ғұмар Өтебай Үміт Ңң Һаким", "ГУМАРОТЕБАЙУМИТННХАКИМ"),
        ("Семён", "СЕМЕН"),
        ("Семе\u{308}н", "СЕМЕН"),
        ("Андрей", "АНДРЕЙ"),
        ("Андреи\u{306}", "АНДРЕЙ"),
        ("Д'Артаньян", "ДАРТАНЬЯН"),
        ("Д’Артаньян", "ДАРТАНЬЯН"),
        ("O’Neill", "ONEILL"),
        ("OʽNeillʾ", "ONEILL"),
        ("Оꞌк＇и＇м", "ОКИМ"),
        ("ŉ", "N"),
        ("Ким－Ли﹣Пак⁃Цой", "КИМЛИПАКЦОЙ"),
        ("«Қасымова Әлия»", "КАСЫМОВААЛИЯ"),
        ("ЖШС „Алға“ \"Үміт\"", "ЖШСАЛГАУМИТ"),
        ("Smith Otto", "SMITHOTTO"),
        ("Ким-Lee", "КИМLEE"),
        ("", ""),
        (" \u{a0}- ", ""),
    ] {
        assert_eq!(match_key(text), key, "{text}");
    }
}

#[test]
fn latin_look_alikes_within_a_cyrillic_word_count_as_cyrillic() {
    // Words of official texts and their clean spelling.
    for (mixed, clean) in [
        ("мемлекеттiк", "мемлекеттік"),
        ("жергiлiктi", "жергілікті"),
        ("Министрi", "Министрі"),
        ("Kacымoвa", "Касымова"),
        ("kасымов", "Касымов"),
        ("əлия", "Әлия"),
        ("Ɵтебай", "Өтебай"),
        ("ҡасым", "Қасым"),
        ("Ӄасым", "Қасым"),
        ("аӊ", "аң"),
        ("аӈ", "аң"),
        ("hаким", "Һаким"),
        ("Hурлан", "Нурлан"),
    ] {
        assert_eq!(match_key(mixed), match_key(clean), "{mixed}");
        assert!(match_key(mixed).chars().all(|letter| !letter.is_ascii()), "{mixed}");
    }
    // What has no Cyrillic look-alike stays and is not guessed.
    assert_eq!(match_key("Иsekeshев"), "ИSЕКЕSХЕВ");
}

#[test]
fn words_are_split_at_spaces_and_hyphens_for_search() {
    let names = Names::new("Қасымова-Ли", "Әлия  Нұр", known("Д'Арт")).unwrap();
    assert_eq!(names.search_words(), ["КАСЫМОВА", "ЛИ", "АЛИЯ", "НУР", "ДАРТ"]);
    assert_eq!(names.match_key(), "КАСЫМОВАЛИАЛИЯНУРДАРТ");
}

#[test]
fn a_mixed_word_is_noticed_and_one_script_proposed() {
    for (text, proposed) in [
        ("мемлекеттiк", Some("мемлекеттік")),
        ("Kacымoвa Әлия", Some("Касымова Әлия")),
        ("Әлия Қасым-Kасым", Some("Әлия Қасым-Касым")),
        ("SМITH", Some("SMITH")), // one Cyrillic letter
        ("АBC", Some("ABC")),     // one Cyrillic letter, both ways possible: the majority decides
        ("СОРA", Some("СОРА")),   // one Latin letter, both ways possible
        ("əлия", Some("әлия")),
        ("түсken", None), // n has no look-alike, ү neither
        ("Иsekeshев", None),
    ] {
        let mixed = mixed_script(text).unwrap_or_else(|| panic!("{text} is mixed"));
        assert_eq!(mixed.proposed.as_deref(), proposed, "{text}");
    }
    for text in ["", "Касымова", "Smith", "Ким Lee", "Ким-Lee", "OTTO", "Қасым 2"] {
        assert_eq!(mixed_script(text), None, "{text}");
    }
}

#[test]
fn one_part_is_enough_and_none_is_refused() {
    for (surname, given, patronymic, full, short) in [
        (
            "Қасымова",
            "Әлия",
            known("Маратқызы"),
            "Қасымова Әлия Маратқызы",
            "Қасымова Ә. М.",
        ),
        ("Иванов", "Пётр", Patronymic::Absent, "Иванов Пётр", "Иванов П."),
        ("", "Әлия", Patronymic::NotStated, "Әлия", "Әлия"),
        ("", "", known("Маратұлы"), "Маратұлы", "Маратұлы"),
        ("  Ким ", "ли", known("  "), "Ким ли", "Ким Л."),
    ] {
        let names = Names::new(surname, given, patronymic).unwrap();
        assert_eq!(
            (names.full().as_str(), names.surname_initials().as_str()),
            (full, short)
        );
        let json = serde_json::to_string(&names).unwrap();
        assert_eq!(serde_json::from_str::<Names>(&json).unwrap(), names, "{full}");
    }
    assert_eq!(Names::new(" ", "", Patronymic::Absent), Err(NoName));
    assert!(serde_json::from_str::<Names>(r#"{"surname":" ","patronymic":"absent"}"#).is_err());
}

#[test]
fn names_cross_json_in_one_shape_and_are_hidden_from_debug() {
    let names = Names::new("Қасымова", "Әлия", known("Маратқызы")).unwrap();
    assert_eq!(
        serde_json::to_string(&names).unwrap(),
        r#"{"surname":"Қасымова","given":"Әлия","patronymic":{"known":"Маратқызы"}}"#
    );
    let shown = format!("{names:?} {:?} {:?}", names.patronymic(), mixed_script("Kасым"));
    assert!(!shown.contains('а') && !shown.contains("Мар"), "{shown}");
}

#[test]
fn hostile_text_is_kept_as_it_is() {
    let hostile = "a\0b\u{202E}c=cmd";
    assert_eq!(
        Names::new(hostile, "", Patronymic::Absent).unwrap().surname(),
        Some(hostile)
    );
    assert_eq!(match_key("Қас\u{202E}ым"), "КАСЫМ");
}

#[test]
fn names_are_listed_in_the_order_of_the_kazakh_alphabet() {
    let alphabet = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я";
    let letters: Vec<&str> = alphabet.split(' ').collect();
    assert_eq!(letters.len(), 42);
    let mut shuffled: Vec<&str> = letters.iter().rev().copied().collect();
    shuffled.sort_by(|one, other| alphabetical(one, other));
    assert_eq!(shuffled, letters);
    let mut names = vec![
        "Яна",
        "әлия",
        "Қасым",
        "Smith",
        "Касым",
        "Әлия",
        "Азат",
        "Ёлкин",
        "Елена",
        "Ұлан",
        "Уали",
    ];
    names.sort_by(|one, other| alphabetical(one, other));
    let sorted = [
        "Smith",
        "Азат",
        "Әлия",
        "әлия",
        "Елена",
        "Ёлкин",
        "Касым",
        "Қасым",
        "Уали",
        "Ұлан",
        "Яна",
    ];
    assert_eq!(names, sorted);
}

proptest! {
    #[test]
    fn the_key_is_blind_to_case_and_composition(text in "[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі -]{0,24}") {
        use unicode_normalization::UnicodeNormalization;
        let key = match_key(&text);
        prop_assert_eq!(match_key(&text.to_lowercase()), key.clone());
        prop_assert_eq!(match_key(&text.to_uppercase()), key.clone());
        prop_assert_eq!(match_key(&text.nfd().collect::<String>()), key.clone());
        prop_assert_eq!(match_key(&key), key.clone());
        prop_assert_eq!(search_words(&text).concat(), key);
    }

    #[test]
    fn any_text_is_folded_and_proposed_without_panic(text in "\\PC{0,40}") {
        let _ = match_key(&text);
        let _ = mixed_script(&text);
    }
}
