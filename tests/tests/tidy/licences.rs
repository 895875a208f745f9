//! Every library's licence is one of a short list. deny.toml carries the same list for those who have cargo-deny.

use super::{metadata, none, tree};

/// Licences that let us ship, in the words of SPDX.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    // LibTomCrypt inside SQLCipher's sources.
    "WTFPL",
    "Zlib",
    // SQLite: public domain.
    "blessing",
];

/// Whether an SPDX expression can be met with allowed licences alone. An unreadable one cannot.
fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at) && at == words.len()
}

fn either(words: &[&str], at: &mut usize) -> bool {
    let mut good = all(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        let other = all(words, at);
        good = good || other;
    }
    good
}

fn all(words: &[&str], at: &mut usize) -> bool {
    let mut good = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        let other = one(words, at);
        good = good && other;
    }
    good
}

fn one(words: &[&str], at: &mut usize) -> bool {
    let word = words.get(*at).copied().unwrap_or_default();
    *at += 1;
    if word == "(" {
        let good = either(words, at);
        *at += 1;
        return good && words.get(*at - 1) == Some(&")");
    }
    if words.get(*at) == Some(&"WITH") {
        let exception = words.get(*at + 1).copied().unwrap_or_default();
        *at += 2;
        return ALLOWED.contains(&format!("{word} WITH {exception}").as_str()) || ALLOWED.contains(&word);
    }
    ALLOWED.contains(&word)
}

#[test]
fn every_library_may_be_shipped() {
    let offences: Vec<String> = metadata::packages()
        .iter()
        .filter(|package| !allowed(package["license"].as_str().unwrap_or_default()))
        .map(|package| {
            format!(
                "{} {}: {}",
                metadata::name(package),
                package["version"].as_str().unwrap_or_default(),
                package["license"]
            )
        })
        .collect();
    none(
        &offences,
        "Take another library, or add the licence here and in deny.toml after reading it.",
    );
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    for good in [
        "MIT",
        "MIT OR GPL-3.0",
        "MIT/Apache-2.0",
        "(MIT OR GPL-2.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
    ] {
        assert!(allowed(good), "{good}");
    }
    for bad in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR GPL-2.0) AND AGPL-3.0",
        "MIT OR",
        "(MIT",
    ] {
        assert!(!allowed(bad), "{bad}");
    }
}

#[test]
fn deny_toml_holds_the_same_list() {
    let text = std::fs::read_to_string(tree::root().join("deny.toml")).expect("deny.toml");
    let list = text
        .split_once("allow = [")
        .and_then(|(_, rest)| rest.split_once(']'))
        .expect("a list of licences")
        .0;
    let listed: Vec<&str> = list
        .split(',')
        .map(|word| word.trim().trim_matches('"'))
        .filter(|word| !word.is_empty())
        .collect();
    assert_eq!(listed, ALLOWED);
}
