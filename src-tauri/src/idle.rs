//! When nobody is at the desk any more. Pure: the time and the signs of a person come in, «lock now» comes out.
//!
//! A sign is a touch or a key, as a page tells it: what screens ask by themselves, at every change anywhere in the branch, is nobody. Time is the
//! clock on the wall, so that a sleeping machine has been left too.

use qabyldau_window::{Role, Window};

/// How long a desk stays open with nobody at it.
pub const TERM_MS: i64 = 10 * 60 * 1000;
/// How long an escort's board does: it is looked at, and touched when somebody is to be led. Its desk shows nothing of a person.
pub const BOARD_TERM_MS: i64 = 60 * 60 * 1000;

/// The person at a desk, as far as signs tell.
#[derive(Default)]
pub struct Idle {
    /// When a person was there last; none: nobody was since the desk was locked.
    last_ms: Option<i64>,
}

/// Whether a sign at this window is one of whoever works here. The board beside a desk may hang on a wall, where others touch it.
pub fn counts(window: Window, worker: Option<Role>) -> bool {
    match window {
        Window::Desk => true,
        Window::Board => worker == Some(Role::Escort),
        Window::Applicant | Window::Booth => false,
    }
}

/// The term of whoever works here.
pub fn term_ms(worker: Option<Role>) -> i64 {
    if worker == Some(Role::Escort) {
        BOARD_TERM_MS
    } else {
        TERM_MS
    }
}

impl Idle {
    /// A person is there.
    pub fn present(&mut self, now_ms: i64) {
        self.last_ms = Some(now_ms);
    }

    /// Whether the desk must be locked now. Says so once.
    pub fn is_over(&mut self, now_ms: i64, term_ms: i64) -> bool {
        let Some(last) = self.last_ms else { return false };
        if now_ms < last {
            // The clock was set back; without this it would lengthen the term by as much.
            self.last_ms = Some(now_ms);
        }
        let over = now_ms - last >= term_ms;
        if over {
            self.locked();
        }
        over
    }

    /// The desk was locked; the next sign of a person begins anew.
    pub fn locked(&mut self) {
        self.last_ms = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn present(at: i64) -> Idle {
        let mut idle = Idle::default();
        idle.present(at * MINUTE);
        idle
    }

    #[test]
    fn ten_minutes_without_a_person_are_the_term_and_it_is_said_once() {
        let mut idle = present(3);
        assert!(!idle.is_over(13 * MINUTE - 1, TERM_MS));
        assert!(idle.is_over(13 * MINUTE, TERM_MS));
        assert!(!idle.is_over(99 * MINUTE, TERM_MS), "a locked desk is not locked again");
    }

    #[test]
    fn a_night_asleep_counts_and_a_clock_set_back_lengthens_nothing() {
        assert!(present(0).is_over(9 * 60 * MINUTE, TERM_MS));
        let mut idle = present(60);
        assert!(!idle.is_over(0, TERM_MS));
        assert!(idle.is_over(10 * MINUTE, TERM_MS));
    }

    #[test]
    fn a_desk_where_nobody_was_is_left_alone() {
        assert!(!Idle::default().is_over(i64::MAX, TERM_MS));
        let mut idle = present(0);
        idle.locked();
        assert!(!idle.is_over(60 * MINUTE, TERM_MS));
    }

    #[test]
    fn a_board_has_its_own_term_and_keeps_no_other_desk_open() {
        for role in Role::ALL.map(Some).into_iter().chain([None]) {
            let escort = role == Some(Role::Escort);
            assert!(counts(Window::Desk, role));
            assert_eq!(counts(Window::Board, role), escort, "{role:?}");
            assert!(!counts(Window::Applicant, role) && !counts(Window::Booth, role));
            assert_eq!(term_ms(role), if escort { BOARD_TERM_MS } else { TERM_MS });
        }
    }
}
