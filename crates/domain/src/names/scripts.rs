//! Letters of two scripts within one word: how they are noticed and what single-script form is proposed.
//!
//! Latin `i` for Kazakh `і` is endemic in older official texts. A word wholly in Latin is legitimate (foreign
//! passport). Invariant: a proposal changes only letters that look like the letter they become.

/// Latin letters and the Cyrillic letters of the same look, in both cases.
const LOOK_ALIKE: [(char, char); 26] = [
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('i', 'і'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('h', 'һ'),
    ('ə', 'ә'),
    ('ɵ', 'ө'),
    ('Ə', 'Ә'),
    ('Ɵ', 'Ө'),
];

/// Cyrillic letters of other alphabets typed in place of Kazakh ones.
const FOREIGN_CYRILLIC: [(char, char); 8] = [
    ('ӊ', 'ң'),
    ('ӈ', 'ң'),
    ('ҡ', 'қ'),
    ('ӄ', 'қ'),
    ('Ӊ', 'Ң'),
    ('Ӈ', 'Ң'),
    ('Ҡ', 'Қ'),
    ('Ӄ', 'Қ'),
];

/// A text in which some word mixes Latin and Cyrillic letters.
#[derive(Clone, PartialEq, Eq)]
pub struct MixedScript {
    /// The text with every mixed word in one script; `None` where a letter has no look-alike, so that a person must
    /// decide.
    pub proposed: Option<String>,
}

/// Notices words that mix scripts; `None` if there is none. The original stays as typed until a person accepts.
pub fn mixed_script(text: &str) -> Option<MixedScript> {
    if !text.split(is_gap).any(is_mixed) {
        return None;
    }
    let mut proposed = Some(String::with_capacity(text.len()));
    for piece in text.split_inclusive(is_gap) {
        let word = piece.trim_end_matches(is_gap);
        let single = if is_mixed(word) {
            single_script(word)
        } else {
            Some(word.to_owned())
        };
        proposed = proposed
            .zip(single)
            .map(|(so_far, single)| so_far + &single + &piece[word.len()..]);
    }
    Some(MixedScript { proposed })
}

/// The Cyrillic letter a Latin one looks like.
pub(super) fn to_cyrillic(letter: char) -> Option<char> {
    LOOK_ALIKE
        .iter()
        .find(|(latin, _)| *latin == letter)
        .map(|(_, cyrillic)| *cyrillic)
}

/// The Kazakh letter meant by a Cyrillic letter of another alphabet; other letters as they are.
pub(super) fn kazakh(letter: char) -> char {
    FOREIGN_CYRILLIC
        .iter()
        .find(|(foreign, _)| *foreign == letter)
        .map_or(letter, |(_, kazakh)| *kazakh)
}

/// A letter of the Cyrillic script.
pub(super) fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{0400}'..='\u{052F}' | '\u{1C80}'..='\u{1C8F}' | '\u{2DE0}'..='\u{2DFF}' | '\u{A640}'..='\u{A69F}')
}

/// What separates words: white space and hyphens of every width.
pub(super) fn is_gap(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(
            sign,
            '-' | '\u{00AD}' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
        )
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && matches!(letter, '\0'..='\u{02AF}' | '\u{1E00}'..='\u{1EFF}' | '\u{FF21}'..='\u{FF5A}')
}

fn is_mixed(word: &str) -> bool {
    word.chars().any(is_cyrillic) && word.chars().any(is_latin)
}

/// One script for a mixed word: the one that is possible; if both are, the one with more letters, Cyrillic on a tie.
fn single_script(word: &str) -> Option<String> {
    let cyrillic = word
        .chars()
        .map(|c| if is_latin(c) { to_cyrillic(c) } else { Some(kazakh(c)) })
        .collect();
    let latin = word
        .chars()
        .map(|c| if is_cyrillic(c) { to_latin(c) } else { Some(c) })
        .collect();
    let surplus = |is: fn(char) -> bool| word.chars().filter(|c| is(*c)).count();
    match (cyrillic, latin) {
        (Some(_), latin @ Some(_)) if surplus(is_latin) > surplus(is_cyrillic) => latin,
        (cyrillic @ Some(_), _) => cyrillic,
        (None, latin) => latin,
    }
}

fn to_latin(letter: char) -> Option<char> {
    LOOK_ALIKE
        .iter()
        .find(|(_, cyrillic)| *cyrillic == letter)
        .map(|(latin, _)| *latin)
}

/// Shows whether there is a proposal, never the name.
impl std::fmt::Debug for MixedScript {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MixedScript(proposal: {})", self.proposed.is_some())
    }
}
