//! Names are found in either spelling, any case, by the beginning of any word.

use super::*;

fn found(desk: &Node, typed: &str) -> Vec<String> {
    let rows = desk.reader().search_entries(typed, 20).expect("rows");
    rows.into_iter()
        .map(|row| row.person.surname.unwrap_or_default())
        .collect()
}

#[test]
fn the_beginning_of_any_word_is_found_in_either_spelling_and_any_case() {
    let mut desk = Node::new(NodeRoleV1::Desk, 2);
    for surname in ["Қасымова", "Ёлкин", "Ұлпан-Әже", "Һасанов", "O'Brien"] {
        desk.register("A", surname, None);
    }
    for (typed, surname) in [
        ("қас", "Қасымова"),
        ("КАС", "Қасымова"),
        ("ел", "Ёлкин"),
        ("ёл", "Ёлкин"),
        ("улп", "Ұлпан-Әже"),
        ("аже", "Ұлпан-Әже"),
        ("хасан", "Һасанов"),
        ("әлия касымова", "Қасымова"),
        ("obr", "O'Brien"),
    ] {
        assert_eq!(found(&desk, typed), [surname], "{typed}");
    }
    assert_eq!(found(&desk, "алия").len(), 5);
    for nothing in [
        "",
        " - ",
        "сымова",
        "қасымов алим",
        "\"",
        "* OR",
        "NEAR(",
        "search_words:қас",
        "-қас",
    ] {
        let rows = found(&desk, nothing);
        assert!(rows.is_empty() || nothing.ends_with("қас"), "{nothing}: {rows:?}");
    }
}

#[test]
fn exact_names_come_first_then_the_newest() {
    let mut desk = Node::new(NodeRoleV1::Desk, 2);
    for surname in ["Асан", "Асанов", "Асанова", "Асан"] {
        desk.register("A", surname, None);
    }
    assert_eq!(found(&desk, "асан әлия"), ["Асан", "Асан", "Асанова", "Асанов"]);
    assert_eq!(found(&desk, "асан"), ["Асан", "Асанова", "Асанов", "Асан"]);
    assert_eq!(desk.reader().search_entries("асан", 2).unwrap().len(), 2);
}

#[test]
fn a_corrected_name_is_found_and_the_old_one_is_not() {
    let mut desk = Node::new(NodeRoleV1::Desk, 2);
    let number = desk.register("A", "Кате", None);
    let body = EntryCorrected {
        fields: [("surname".to_owned(), Some("Дұрысова".to_owned()))].into(),
        reason: "typing".into(),
    };
    desk.write(STAFF, vec![Draft::new(Subject::entry(&number), &body)]);
    assert_eq!(found(&desk, "кате"), [""; 0]);
    assert_eq!(found(&desk, "дурыс"), ["Дұрысова"]);
    desk.store.rebuild().unwrap();
    assert_eq!(found(&desk, "кате"), [""; 0]);
    assert_eq!(found(&desk, "дурыс"), ["Дұрысова"]);
    assert!(desk.store.verify().unwrap().is_good());
}
