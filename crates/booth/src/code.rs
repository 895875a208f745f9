//! The secret code and its verifier.
//!
//! The code lives in memory while it stands on the screen and goes to the receipt's picture; the verifier alone is kept.
//! Argon2id with 19 MiB and 2 passes is enough here: the code has 50.9 bits of its own, drawn by dice and not by a person. A core
//! makes some tens of tries a second; a million a second, on tens of thousands of cores and with the verifiers stolen, still need
//! 2^50.9 / 10^6 s ≈ 67 years for one code. More memory would only make the applicant wait.

use argon2::password_hash::PasswordHasher as _;
use argon2::{Algorithm, Argon2, Params, Version};
use qabyldau_domain::secret_code::SecretCode;
use qabyldau_domain::surroundings::Surroundings;

use crate::error::BoothError;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// Thirty-two random bytes lack twelve fair symbols about never; more tries than this mean that the dice are broken.
const TRIES: u32 = 8;

/// Draws a code.
pub(crate) fn draw(surroundings: &Surroundings) -> Result<SecretCode, BoothError> {
    let mut tries = (0..TRIES).filter_map(|_| {
        let bytes = zeroize::Zeroizing::new(surroundings.random::<32>());
        SecretCode::from_random(&bytes[..])
    });
    tries.next().ok_or(BoothError::NoCode)
}

/// The verifier of a code, as PHC text.
pub(crate) fn verifier(code: &SecretCode, surroundings: &Surroundings) -> Result<String, BoothError> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|_| BoothError::NoCode)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon2.hash_password_with_salt(code.canonical().as_bytes(), &surroundings.random::<16>());
    Ok(hash.map_err(|_| BoothError::NoCode)?.to_string())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use argon2::PasswordVerifier as _;
    use argon2::password_hash::phc::PasswordHash;
    use qabyldau_domain::fact::Instant;
    use qabyldau_domain::surroundings::{Clock, SeededDice};

    use super::*;

    struct Still;
    impl Clock for Still {
        fn now(&self) -> Instant {
            Instant {
                utc_ms: 0,
                offset_min: 300,
            }
        }
    }

    #[test]
    fn the_verifier_knows_its_code_in_either_alphabet_and_no_other() {
        let surroundings = Surroundings {
            clock: Arc::new(Still),
            dice: Arc::new(SeededDice::new(1)),
        };
        let (code, other) = (draw(&surroundings).unwrap(), draw(&surroundings).unwrap());
        let text = verifier(&code, &surroundings).unwrap();
        assert!(text.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(!text.contains(code.canonical().as_str()));
        let hash = PasswordHash::new(&text).unwrap();
        let fits = |code: &SecretCode| {
            Argon2::default()
                .verify_password(code.canonical().as_bytes(), &hash)
                .is_ok()
        };
        let typed: SecretCode = code.printed().to_lowercase().parse().unwrap();
        assert!(fits(&code) && fits(&typed) && !fits(&other));
    }
}
