//! Delays and the reading of events.

use std::time::Duration;

use proptest::prelude::*;

use super::Delays;
use super::delays::pause;
use super::events::Lines;
use crate::message::Topic;
use crate::tests::surroundings;

proptest! {
    #[test]
    fn no_delay_is_over_its_ceiling_and_the_ceiling_doubles_up_to_five_minutes(seed in any::<u64>(), tries in 1_usize..40) {
        let mut delays = Delays::new(surroundings(seed).0);
        let mut ceiling = Duration::from_secs(1);
        for _ in 0..tries {
            prop_assert_eq!(delays.ceiling(), ceiling);
            prop_assert!(delays.next().unwrap() <= ceiling);
            ceiling = (ceiling * 2).min(Duration::from_secs(300));
        }
        delays.reset();
        prop_assert_eq!(delays.ceiling(), Duration::from_secs(1));
    }

    #[test]
    fn a_peers_wish_is_obeyed_but_never_longer_than_five_minutes(seed in any::<u64>(), asked in 0_u64..100_000) {
        let mut delays = Delays::new(surroundings(seed).0);
        let asked = Duration::from_secs(asked);
        let delay = delays.after(Some(asked));
        prop_assert!(delay >= asked.min(Duration::from_secs(300)));
        prop_assert!(delay <= Duration::from_secs(300));
    }

    #[test]
    fn events_are_the_same_however_the_line_is_cut(cuts in proptest::collection::vec(1_usize..9, 0..60)) {
        let text = b": here\n\nevent: facts\ndata: {\"tick\":7}\n\nevent: other\ndata: {\"tick\":8}\n\nevent:orders\r\ndata:{\"tick\":9}\r\n\r\n";
        let mut lines = Lines::default();
        let mut whole = Vec::new();
        let mut rest = &text[..];
        for cut in cuts.into_iter().chain([text.len()]) {
            let (piece, after) = rest.split_at(cut.min(rest.len()));
            whole.extend(lines.read(piece).unwrap().into_iter().map(|(topic, data)| (topic, data.tick)));
            rest = after;
        }
        prop_assert_eq!(whole, vec![(Topic::Facts, 7), (Topic::Orders, 9)]);
    }
}

#[test]
fn the_jitter_is_full_delays_fall_in_the_lower_half_too() {
    let mut low = 0;
    for seed in 0..200 {
        let mut delays = Delays::new(surroundings(seed).0).skip(5);
        low += u32::from(delays.next().unwrap() < Duration::from_secs(16));
    }
    assert!((60..140).contains(&low), "{low} of 200 in the lower half");
}

#[test]
fn an_endless_line_is_refused() {
    assert!(Lines::default().read(&vec![b'x'; 10_000]).is_err());
}

#[tokio::test]
async fn a_nudge_ends_a_pause_towards_a_hub_and_none_shortens_what_the_peer_asked_for() {
    let (nudged, hour) = (tokio::sync::Notify::new(), Duration::from_secs(3600));
    nudged.notify_one();
    // Were the nudge not heard, this would take an hour.
    pause(hour, Some(Duration::ZERO), Some(&nudged)).await;
    nudged.notify_one();
    let asked = Duration::from_millis(30);
    let began = std::time::Instant::now();
    pause(asked, Some(asked), Some(&nudged)).await;
    assert!(began.elapsed() >= asked);
}
