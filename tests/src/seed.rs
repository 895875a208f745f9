//! Dice of trials: everything that falls at random in a trial grows from one number, which is printed with its outcome.
//!
//! Never for secrets. `QABYLDAU_SEED` repeats a trial with the number it printed.

use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _};

/// Dice that fall the same way for the same seed (SplitMix64).
#[derive(Debug, Clone)]
pub struct Seed {
    grown_from: u64,
    state: u64,
}

impl Seed {
    /// Dice grown from this number.
    pub const fn of(number: u64) -> Self {
        Self {
            grown_from: number,
            state: number,
        }
    }

    /// Dice grown from `QABYLDAU_SEED`, or else from another number each time.
    pub fn fresh() -> Self {
        let given = std::env::var("QABYLDAU_SEED")
            .ok()
            .and_then(|text| text.trim().parse().ok());
        // The keys of the standard hash are drawn anew for every process: enough for a trial.
        Self::of(given.unwrap_or_else(|| std::hash::RandomState::new().build_hasher().finish()))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `end`; 0 if `end` is 0.
    pub fn below(&mut self, end: u64) -> u64 {
        u64::try_from((u128::from(self.bits()) * u128::from(end)) >> 64).unwrap_or_default()
    }

    /// A place below `end`, for slices.
    pub fn place(&mut self, end: usize) -> usize {
        usize::try_from(self.below(u64::try_from(end).unwrap_or(u64::MAX))).unwrap_or_default()
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.place(several.len())]
    }

    /// One time in `times`.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// Brings a list into another order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.place(end + 1));
        }
    }
}

impl fmt::Display for Seed {
    /// The number it has grown from.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.grown_from)
    }
}
