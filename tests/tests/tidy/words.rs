//! Words for people: every message in both languages with the same values in it, and no third language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::none;
use super::tree::{self, Text};

const LANGUAGES: [&str; 2] = ["kk", "ru"];

/// Latin words that stand so in both languages: names of keys, forms and things, and how a demonstration is entered.
const LATIN: &[&str] = &[
    "Qabyldau", "kabyldau", "ahmetova", "Esc", "Enter", "Tab", "Alt", "Ctrl", "Excel", "mm",
];

/// `file/message` or `file/message.attribute` with the values it shows and its text.
type Messages = BTreeMap<String, (BTreeSet<String>, String)>;

fn messages(text: &Text, language: &str, offences: &mut Vec<String>) -> Messages {
    let resource = fluent_syntax::parser::parse(text.text.as_str()).unwrap_or_else(|(resource, errors)| {
        offences.push(format!("{}: {errors:?}", text.path));
        resource
    });
    let file = text
        .path
        .trim_start_matches(&format!("locales/{language}/"))
        .trim_end_matches(".ftl");
    let mut found = Messages::new();
    let mut add = |id: String, pattern: &Pattern<&str>| {
        let mut values = BTreeSet::new();
        let mut words = String::new();
        read(pattern, &mut values, &mut words);
        if found.insert(id.clone(), (values, words)).is_some() {
            offences.push(format!("{}: {id} stands twice", text.path));
        }
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(pattern) = &message.value {
                    add(format!("{file}/{}", message.id.name), pattern);
                }
                for attribute in &message.attributes {
                    add(
                        format!("{file}/{}.{}", message.id.name, attribute.id.name),
                        &attribute.value,
                    );
                }
            }
            Entry::Term(term) => add(format!("{file}/-{}", term.id.name), &term.value),
            _ => {}
        }
    }
    found
}

fn read(pattern: &Pattern<&str>, values: &mut BTreeSet<String>, words: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable { expression } => placeable(expression, values, words),
        }
    }
}

fn placeable(expression: &Expression<&str>, values: &mut BTreeSet<String>, words: &mut String) {
    match expression {
        Expression::Inline(inner) => value(inner, values, words),
        Expression::Select { selector, variants } => {
            value(selector, values, words);
            for variant in variants {
                words.push(' ');
                read(&variant.value, values, words);
            }
        }
    }
}

fn value(expression: &InlineExpression<&str>, values: &mut BTreeSet<String>, words: &mut String) {
    match expression {
        InlineExpression::VariableReference { id } => {
            values.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value } => words.push_str(value),
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => {
            positional.iter().for_each(|argument| value(argument, values, words));
        }
        InlineExpression::Placeable { expression } => placeable(expression, values, words),
        _ => {}
    }
}

/// Latin words of two letters or more with a small letter in them.
fn foreign(words: &str) -> Vec<&str> {
    words
        .split(|symbol: char| !symbol.is_ascii_alphabetic())
        .filter(|word| word.len() > 1 && word.bytes().any(|byte| byte.is_ascii_lowercase()) && !LATIN.contains(word))
        .collect()
}

fn offences(texts: &[Text]) -> Vec<String> {
    let mut offences = Vec::new();
    let mut of = |language: &str| -> Messages {
        let folder = format!("locales/{language}/");
        let own = texts.iter().filter(|text| text.path.starts_with(&folder));
        let mut all = Messages::new();
        let mut ids = BTreeSet::new();
        for text in own {
            for (id, message) in messages(text, language, &mut offences) {
                // All files of a language are one bundle, so a name stands once among them all.
                if !ids.insert(id.split_once('/').map_or(id.clone(), |(_, name)| name.to_owned())) {
                    offences.push(format!("{}: {id} stands in another file too", text.path));
                }
                for word in foreign(&message.1) {
                    offences.push(format!("{}: {id} says «{word}»", text.path));
                }
                all.insert(id, message);
            }
        }
        all
    };
    let [kk, ru] = LANGUAGES.map(&mut of);
    for (id, (values, _)) in &kk {
        match ru.get(id) {
            None => offences.push(format!("{id} is not said in Russian")),
            Some((other, _)) if other != values => {
                offences.push(format!("{id} shows {values:?} in Kazakh and {other:?} in Russian"))
            }
            Some(_) => {}
        }
    }
    offences.extend(
        ru.keys()
            .filter(|id| !kk.contains_key(*id))
            .map(|id| format!("{id} is not said in Kazakh")),
    );
    offences
}

/// Codes of refusals that Rust names and nobody wrote words for, in one language or in both.
fn wordless(rust: &[Text], words: &[Text]) -> Vec<String> {
    let mut offences = Vec::new();
    for text in rust.iter().filter(|text| !text.is_test()) {
        for (at, line) in text.product_lines() {
            for part in line.split("Refusal::new(\"").skip(1) {
                let code = part.split('"').next().unwrap_or_default();
                for language in LANGUAGES {
                    let said = |file: &&Text| {
                        file.text
                            .lines()
                            .any(|line| line.starts_with(&format!("refusal-{code} =")))
                    };
                    let own = |file: &&Text| file.path.starts_with(&format!("locales/{language}/"));
                    if !words.iter().filter(own).any(|file| said(&file)) {
                        offences.push(format!(
                            "{}:{at} refuses with «{code}», which has no words in {language}",
                            text.path
                        ));
                    }
                }
            }
        }
    }
    offences
}

#[test]
fn every_refusal_has_its_sentence_in_both_languages() {
    none(
        &wordless(&tree::rust(), &tree::files(&[".ftl"])),
        "Write `refusal-CODE = …` in locales/kk/refusal.ftl and locales/ru/refusal.ftl: what happened and what can be done.",
    );
}

#[test]
fn a_refusal_without_words_is_seen() {
    let rust = [Text::new(
        "crates/desk/src/a.rs",
        "return Err(Refusal::new(\"day-not-open\").into());",
    )];
    let words = [Text::new(
        "locales/kk/refusal.ftl",
        "refusal-day-not-open = Күн ашылмаған.\n",
    )];
    assert_eq!(wordless(&rust, &words).len(), 1, "said in Kazakh, not in Russian");
}

#[test]
fn everything_is_said_in_both_languages_with_the_same_values() {
    none(
        &offences(&tree::files(&[".ftl"])),
        "Say it in locales/kk and locales/ru under one name with the same values. A Latin word that stands so in both languages goes into LATIN.",
    );
}

#[test]
fn a_missing_or_different_message_is_seen() {
    let pair = |kk: &str, ru: &str| [Text::new("locales/kk/a.ftl", kk), Text::new("locales/ru/a.ftl", ru)];
    for (kk, ru) in [
        ("a = бір\n", ""),
        ("", "a = один\n"),
        ("a = бір { $n }\n", "a = один { $m }\n"),
        ("a = бір\n", "a = one day\n"),
        ("a = бір\na = екі\n", "a = один\n"),
        ("a = бір\n", "a = один\n???\n"),
        ("a =\n    .title = бір\n", "a =\n    .label = один\n"),
    ] {
        assert!(!offences(&pair(kk, ru)).is_empty(), "{kk} / {ru}");
    }
    let plural = "a = { $n ->\n    [one] { $n } запись\n   *[other] { $n } записей\n}\n";
    assert!(offences(&pair("a = { $n } жазба, Esc, PDF\n", plural)).is_empty());
}
