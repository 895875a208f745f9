//! What a booth answers to a word of staff: once each, and only about the session it serves.

use crate::fact::Instant;
use crate::order::WordOrder;

/// What stands when a word is answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WordStanding {
    /// This booth answered this very word before.
    pub before: bool,
    /// The session it is about is the one on this booth's screen.
    pub served: bool,
}

/// The answer to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordAnswer {
    /// Taken: it is written first, and obeyed then. A crash in between loses the word and never obeys it twice.
    Taken,
    /// Not taken, by name: `too-late`, `not-served`.
    Refused(&'static str),
}

/// Answers a word; nothing where it was answered before.
pub fn answer_word(order: &WordOrder, standing: WordStanding, now: Instant) -> Option<WordAnswer> {
    match standing {
        WordStanding { before: true, .. } => None,
        _ if now.utc_ms > order.valid_until.utc_ms => Some(WordAnswer::Refused("too-late")),
        WordStanding { served: false, .. } => Some(WordAnswer::Refused("not-served")),
        WordStanding { .. } => Some(WordAnswer::Taken),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{NodeId, StaffId};
    use crate::facts::StaffWordV1;

    #[test]
    fn a_word_is_taken_once_in_time_and_by_the_booth_that_serves() {
        let instant = |utc_ms| Instant {
            utc_ms,
            offset_min: 300,
        };
        let order = WordOrder {
            session: "a".repeat(32),
            desk: NodeId([1; 16]),
            told_tick: 7,
            valid_until: instant(600_000),
            staff: StaffId([7; 8]),
            word: StaffWordV1::Came,
        };
        for (before, served, now, expected) in [
            (false, true, 600_000, Some(WordAnswer::Taken)),
            (false, true, 600_001, Some(WordAnswer::Refused("too-late"))),
            (false, false, 0, Some(WordAnswer::Refused("not-served"))),
            (false, false, 600_001, Some(WordAnswer::Refused("too-late"))),
            (true, true, 0, None),
            (true, false, 600_001, None),
        ] {
            let standing = WordStanding { before, served };
            assert_eq!(
                answer_word(&order, standing, instant(now)),
                expected,
                "{standing:?} {now}"
            );
        }
    }
}
