//! Dice of a trial: they fall the same way for the same seed and the same purpose. Never for what guards a file.

use std::sync::Arc;

use qabyldau_domain::fact::Digest;
use qabyldau_domain::surroundings::{Dice as _, SeededDice};

/// Small numbers by seed.
pub struct Dice(SeededDice);

/// Seeded dice for one purpose; two purposes never share a throw.
pub fn of(seed: u64, purpose: &str) -> SeededDice {
    let digest = Digest::of(format!("qabyldau-trial {seed} {purpose}").as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&digest.as_bytes()[..8]);
    SeededDice::new(u64::from_be_bytes(first))
}

/// The same, as the surroundings want them.
pub fn shared(seed: u64, purpose: &str) -> Arc<SeededDice> {
    Arc::new(of(seed, purpose))
}

impl Dice {
    /// For one purpose.
    pub fn new(seed: u64, purpose: &str) -> Self {
        Self(of(seed, purpose))
    }

    /// A number below `end`, which is not 0.
    pub fn below(&self, end: usize) -> usize {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        let wide = (u128::from(u64::from_be_bytes(bytes)) * (end as u128)) >> 64;
        usize::try_from(wide).unwrap_or_default()
    }

    /// One time in `times`.
    pub fn once_in(&self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub fn pick<'a, T>(&self, several: &'a [T]) -> &'a T {
        &several[self.below(several.len())]
    }
}
