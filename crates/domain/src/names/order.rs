//! The order of Kazakh letters (CLDR `kk`), for lists of people: code-point order puts all nine Kazakh letters after я.
//!
//! One merged list of Kazakh and Russian names uses this order. Invariant: a total order, blind to case and composition
//! only until nothing else tells two texts apart.

use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;

const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// Compares two names letter by letter in the order of the Kazakh alphabet; other signs come before all letters.
pub fn alphabetical(one: &str, other: &str) -> Ordering {
    places(one).cmp(places(other)).then_with(|| one.cmp(other))
}

fn places(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    text.nfc().flat_map(char::to_lowercase).map(|letter| {
        let place = ALPHABET
            .chars()
            .position(|own| own == letter)
            .map_or(0, |place| place + 1);
        // Letters of the alphabet are told apart by their place, other signs by themselves.
        (place, if place == 0 { letter } else { '\0' })
    })
}
