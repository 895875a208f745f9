//! How long a file may be. A file is one thing one can do; it is read whole.

use super::none;
use super::tree::{self, Text};

const MEDIAN: usize = 120;
const NINE_OF_TEN: usize = 350;
const LONGEST: usize = 500;

fn offences(texts: &[Text]) -> Vec<String> {
    let length = |text: &Text| text.text.lines().count();
    let mut offences: Vec<String> = texts
        .iter()
        .filter(|text| length(text) > LONGEST)
        .map(|text| format!("{}: {} lines, at most {LONGEST}", text.path, length(text)))
        .collect();
    let mut product: Vec<(usize, &str)> = texts
        .iter()
        .filter(|text| !text.is_test())
        .map(|text| (length(text), text.path.as_str()))
        .collect();
    product.sort();
    for (share, budget, name) in [(50, MEDIAN, "median"), (90, NINE_OF_TEN, "p90")] {
        let Some((lines, _)) = product.get(product.len() * share / 100) else {
            continue;
        };
        if *lines > budget {
            let longest: Vec<String> = product
                .iter()
                .rev()
                .take(8)
                .map(|(lines, path)| format!("{path} {lines}"))
                .collect();
            offences.push(format!(
                "{name} is {lines} lines, at most {budget}; the longest: {}",
                longest.join(", ")
            ));
        }
    }
    offences
}

#[test]
fn files_are_short_enough_to_be_read_whole() {
    none(
        &offences(&tree::rust()),
        "Split by things one can do, one file each; not by kinds of code.",
    );
}

#[test]
fn long_files_are_seen() {
    let of = |lines: usize, path: &str| Text::new(path, &"x\n".repeat(lines));
    assert_eq!(
        offences(&[of(501, "tests/a.rs"), of(10, "crates/a/src/b.rs")]).len(),
        1,
        "no file over the end, a test neither"
    );
    assert_eq!(offences(&[of(121, "a.rs")]).len(), 1, "the median");
    let mut many: Vec<Text> = (0..8).map(|_| of(10, "a.rs")).collect();
    many.extend([of(351, "b.rs"), of(351, "c.rs")]);
    assert_eq!(offences(&many).len(), 1, "nine of ten");
    assert!(offences(&[of(120, "a.rs")]).is_empty());
}
