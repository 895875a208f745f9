//! The time of a recording: stretches of a camera's running time, joined without gaps, ended at the limit.
//!
//! Invariant: on each track times only grow, and nothing reaches beyond the limit.

/// Picture or sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Track {
    Picture,
    Sound,
}

/// What is recorded by now, in nanoseconds.
#[derive(Debug)]
pub(super) struct Timeline {
    limit: u64,
    /// The camera's running time at which this stretch began; closed without one.
    origin: Option<u64>,
    /// Recorded before this stretch.
    base: u64,
    picture: Reached,
    sound: Reached,
}

/// How far a track got.
#[derive(Debug, Default, Clone, Copy)]
struct Reached {
    begin: Option<u64>,
    end: u64,
    full: bool,
}

impl Timeline {
    pub(super) fn new(limit: u64) -> Self {
        Self {
            limit,
            origin: None,
            base: 0,
            picture: Reached::default(),
            sound: Reached::default(),
        }
    }

    /// A stretch begins at this running time of the camera.
    pub(super) fn open(&mut self, running_time: u64) {
        if self.origin.is_none() {
            // Sound has no gap that way; a picture that would come too early is left out.
            self.base = self.sound.end;
            self.origin = Some(running_time);
        }
    }

    /// The stretch is over.
    pub(super) fn close(&mut self) {
        self.origin = None;
    }

    /// The place in the recording of what came at a running time; none if it is no part of it.
    pub(super) fn place(&mut self, track: Track, running_time: u64, duration: u64) -> Option<u64> {
        let begin = running_time.checked_sub(self.origin?)?.checked_add(self.base)?;
        let reached = match track {
            Track::Picture => &mut self.picture,
            Track::Sound => &mut self.sound,
        };
        if reached.begin.is_some_and(|before| begin <= before) {
            return None;
        }
        let end = begin.saturating_add(duration);
        if reached.full || end > self.limit {
            reached.full = true;
            return None;
        }
        *reached = Reached {
            begin: Some(begin),
            end,
            full: false,
        };
        Some(begin)
    }

    /// Recorded on both tracks, in milliseconds; the limit once both are full.
    pub(super) fn recorded_ms(&self) -> u32 {
        let end = |reached: Reached| if reached.full { self.limit } else { reached.end };
        u32::try_from(end(self.picture).min(end(self.sound)) / 1_000_000).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MS: u64 = 1_000_000;

    /// One stretch of a camera with a picture each 100 ms and sound each 20 ms, from a running time on.
    fn run(timeline: &mut Timeline, from: u64, ms: u64) -> (Vec<u64>, Vec<u64>) {
        let (mut pictures, mut sounds) = (Vec::new(), Vec::new());
        timeline.open(from * MS);
        for at in (from.next_multiple_of(20)..from + ms).step_by(20) {
            if at % 100 == 0 {
                pictures.extend(timeline.place(Track::Picture, at * MS, 100 * MS));
            }
            sounds.extend(timeline.place(Track::Sound, at * MS, 20 * MS));
        }
        timeline.close();
        (pictures, sounds)
    }

    #[test]
    fn a_pause_leaves_no_gap_however_long_it_is() {
        let mut timeline = Timeline::new(180_000 * MS);
        let (_, first) = run(&mut timeline, 3_000, 1_000);
        assert_eq!(
            timeline.place(Track::Sound, 5_000 * MS, 20 * MS),
            None,
            "nothing is taken while it rests"
        );
        let (_, second) = run(&mut timeline, 60_000, 1_000);
        assert_eq!(first.last().map(|last| last + 20 * MS), second.first().copied());
        assert_eq!(timeline.recorded_ms(), 2_000);
    }

    #[test]
    fn the_limit_is_reached_exactly_and_never_passed() {
        let mut timeline = Timeline::new(1_050 * MS);
        let (pictures, sounds) = run(&mut timeline, 0, 5_000);
        assert_eq!((pictures.len(), sounds.len(), timeline.recorded_ms()), (10, 52, 1_050));
    }

    #[test]
    fn a_track_that_stands_still_stops_the_figure() {
        let mut timeline = Timeline::new(180_000 * MS);
        timeline.open(0);
        (0..100).for_each(|picture| _ = timeline.place(Track::Picture, picture * 100 * MS, 100 * MS));
        assert_eq!(timeline.recorded_ms(), 0);
    }

    proptest! {
        #[test]
        fn times_only_grow_and_stay_within_the_limit(stretches in prop::collection::vec((0u64..500, 0u64..3_000), 1..8)) {
            let mut timeline = Timeline::new(4_000 * MS);
            let (mut pictures, mut sounds, mut from) = (Vec::new(), Vec::new(), 0);
            for (pause, ms) in stretches {
                from += pause;
                let (more_pictures, more_sounds) = run(&mut timeline, from, ms);
                pictures.extend(more_pictures);
                sounds.extend(more_sounds);
                from += ms;
            }
            prop_assert!(pictures.is_sorted_by(|a, b| a < b) && sounds.is_sorted_by(|a, b| a < b));
            prop_assert!(pictures.iter().all(|at| at + 100 * MS <= 4_000 * MS));
            prop_assert!(sounds.iter().all(|at| at + 20 * MS <= 4_000 * MS));
            prop_assert!(timeline.recorded_ms() <= 4_000);
        }
    }
}
