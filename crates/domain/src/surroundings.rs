//! What the domain may not have by itself: time and dice. They come from outside; one instant an act.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::fact::{Digest, Instant};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, with the local offset.
    fn now(&self) -> Instant;
}

/// Gives random bytes fit for secrets.
pub trait Dice: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, bytes: &mut [u8]);
}

/// Clock and dice, handed in by whoever composes the program.
#[derive(Clone)]
pub struct Surroundings {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The dice.
    pub dice: Arc<dyn Dice>,
}

impl Surroundings {
    /// `N` random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.dice.fill(&mut bytes);
        bytes
    }

    /// A random id of 32 hexadecimal digits.
    pub fn id(&self) -> String {
        self.random::<16>()
            .iter()
            .fold(String::with_capacity(32), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
    }
}

/// Dice that fall the same way for the same seed: for trials and tests, never for secrets.
pub struct SeededDice(std::sync::Mutex<([u8; 32], u64)>);

impl SeededDice {
    /// Dice grown from a seed.
    pub fn new(seed: u64) -> Self {
        Self(std::sync::Mutex::new((*Digest::of(&seed.to_be_bytes()).as_bytes(), 0)))
    }
}

impl Dice for SeededDice {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for part in bytes.chunks_mut(32) {
            state.1 += 1;
            let block = Digest::of(&[&state.0[..], &state.1.to_be_bytes()].concat());
            part.copy_from_slice(&block.as_bytes()[..part.len()]);
        }
    }
}
