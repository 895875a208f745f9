//! Folding for search: one key for «Қасымова Әлия» and «Касымова Алия».
//!
//! Keys find, they never prove: exact matches are shown first and persons are never merged by a key.
//! Invariant: the key does not depend on case, composition, or which of two look-alike letters was typed.

use super::scripts::{is_cyrillic, is_gap, kazakh, to_cyrillic};
use unicode_normalization::UnicodeNormalization;

/// The folded words, joined: NFC, upper case, Ё→Е, Ә→А, Ғ→Г, Қ→К, Ң→Н, Ө→О, Ұ and Ү→У, Һ→Х, І→И, without spaces,
/// hyphens, apostrophes and quotation marks. A Latin look-alike within a Cyrillic word counts as the Cyrillic letter; wholly Latin
/// words stay.
pub fn match_key(text: &str) -> String {
    search_words(text).concat()
}

/// The same words, folded one by one and split at spaces and hyphens: what a search by beginnings of words indexes.
pub fn search_words(text: &str) -> Vec<String> {
    let text: String = text.nfc().collect();
    text.split(is_gap)
        .map(fold_word)
        .filter(|word| !word.is_empty())
        .collect()
}

fn fold_word(word: &str) -> String {
    let cyrillic = word.chars().any(is_cyrillic);
    word.chars()
        .filter(|sign| !is_quote(*sign) && !is_invisible(*sign))
        .map(|sign| match sign {
            // `h` looks like һ, but `H` like Н: it must go before upper-casing.
            'h' if cyrillic => to_cyrillic(sign).unwrap_or(sign),
            _ => kazakh(sign),
        })
        .flat_map(char::to_uppercase)
        // Upper-casing can bring an apostrophe (ŉ).
        .filter(|sign| !is_quote(*sign))
        .map(|letter| {
            if cyrillic {
                to_cyrillic(letter).unwrap_or(letter)
            } else {
                letter
            }
        })
        .map(plain)
        .collect()
}

/// The letter that Russian spelling puts for a Kazakh one.
fn plain(letter: char) -> char {
    match letter {
        'Ё' => 'Е',
        'Ә' => 'А',
        'Ғ' => 'Г',
        'Қ' => 'К',
        'Ң' => 'Н',
        'Ө' => 'О',
        'Ұ' | 'Ү' => 'У',
        'Һ' => 'Х',
        'І' => 'И',
        other => other,
    }
}

/// Apostrophes, and the quotation marks of names of legal entities.
fn is_quote(sign: char) -> bool {
    matches!(
        sign,
        '\'' | '"' | '`' | '«' | '»' | '\u{00B4}' | '\u{02B9}'..='\u{02BF}' | '\u{02C8}' | '\u{02CA}' | '\u{02CB}'
            | '\u{02EE}' | '\u{055A}' | '\u{2018}'..='\u{201F}' | '\u{2032}'..='\u{2037}' | '\u{2039}' | '\u{203A}'
            | '\u{A78B}' | '\u{A78C}' | '\u{FF02}' | '\u{FF07}' | '\u{FF40}'
    )
}

/// Marks of direction and width that nobody sees and nobody types on purpose.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
