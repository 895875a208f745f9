//! When nobody is at the desk any more. Pure: the time and the questions come in, «lock now» comes out.
//!
//! Screens ask again by themselves what they show, at every change anywhere in the branch; that is nobody at the desk. So a page that is asked
//! once more with the same values does not count, and everything else does. Time is the clock on the wall, so that a sleeping machine has been
//! left too. Invariant: what was asked is not kept, only a number made of it.

use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, RandomState};

use serde_json::Value;

/// How long a desk stays open with nobody at it.
pub const TERM_MS: i64 = 10 * 60 * 1000;

/// What pages show and ask again by themselves.
const PAGES: &[&str] = &[
    "sign_in_state",
    "frame",
    "opening",
    "today",
    "verdict",
    "search",
    "drafts",
    "journal",
    "entry",
    "receptions",
    "appeal",
    "roster_sheet",
    "roster_page",
    "devices",
    "ledger",
    "board",
];

/// The person at a desk, as far as questions tell.
#[derive(Default)]
pub struct Idle {
    /// When a person asked last; none: nobody did since the desk was locked.
    last_ms: Option<i64>,
    shown: BTreeMap<String, u64>,
    numbers: RandomState,
}

impl Idle {
    /// The desk's window asked something.
    pub fn asked(&mut self, command: &str, values: &Value, now_ms: i64) {
        if self.is_of_a_person(command, values) {
            self.last_ms = Some(now_ms);
        }
    }

    /// Whether the desk must be locked now. Says so once.
    pub fn is_over(&mut self, now_ms: i64) -> bool {
        let Some(last) = self.last_ms else { return false };
        if now_ms < last {
            // The clock was set back; without this it would lengthen the term by as much.
            self.last_ms = Some(now_ms);
        }
        let over = now_ms - last >= TERM_MS;
        if over {
            self.locked();
        }
        over
    }

    /// The desk was locked; the next question of a person begins anew.
    pub fn locked(&mut self) {
        self.last_ms = None;
    }

    fn is_of_a_person(&mut self, command: &str, values: &Value) -> bool {
        if !PAGES.contains(&command) {
            return true;
        }
        let number = self.numbers.hash_one(values.to_string());
        self.shown.insert(command.to_owned(), number) != Some(number)
    }
}

#[cfg(test)]
mod tests {
    use qabyldau_window::Window;
    use serde_json::json;

    use super::*;

    const MINUTE: i64 = 60_000;

    fn asked(questions: &[(i64, &str, Value)]) -> Idle {
        let mut idle = Idle::default();
        for (minute, command, values) in questions {
            idle.asked(command, values, minute * MINUTE);
        }
        idle
    }

    #[test]
    fn ten_minutes_without_a_question_of_a_person_are_the_term_and_it_is_said_once() {
        let mut idle = asked(&[(0, "sign_in", json!({})), (3, "scan", json!({"typed": "1"}))]);
        assert!(!idle.is_over(13 * MINUTE - 1));
        assert!(idle.is_over(13 * MINUTE));
        assert!(!idle.is_over(99 * MINUTE), "a locked desk is not locked again");
    }

    #[test]
    fn a_page_that_asks_itself_again_is_nobody_and_another_page_is_somebody() {
        let day = |day: &str| json!({"day": day});
        let own = [
            (0, "journal", day("22")),
            (5, "journal", day("22")),
            (9, "today", json!({})),
        ];
        let mut idle = asked(&own);
        assert!(!idle.is_over(18 * MINUTE), "the other page");
        idle.asked("journal", &day("22"), 18 * MINUTE);
        idle.asked("today", &json!({}), 18 * MINUTE);
        assert!(idle.is_over(19 * MINUTE), "both again, by themselves");
        assert!(!asked(&[(0, "journal", day("22")), (5, "journal", day("21"))]).is_over(11 * MINUTE));
    }

    #[test]
    fn a_night_asleep_counts_and_a_clock_set_back_lengthens_nothing() {
        assert!(asked(&[(0, "scan", json!({}))]).is_over(9 * 60 * MINUTE));
        let mut idle = asked(&[(60, "scan", json!({}))]);
        assert!(!idle.is_over(0));
        assert!(idle.is_over(10 * MINUTE));
    }

    #[test]
    fn a_desk_where_nobody_asked_is_left_alone() {
        assert!(!Idle::default().is_over(i64::MAX));
        let mut idle = asked(&[(0, "scan", json!({}))]);
        idle.locked();
        assert!(!idle.is_over(60 * MINUTE));
    }

    #[test]
    fn every_page_is_a_question_of_the_desk() {
        for page in PAGES {
            assert!(Window::Desk.may_ask(page), "{page}");
        }
    }
}
