//! The portal's book of outstanding codes. In memory alone: a portal started anew knows no code, and a person asks for a new one.
//!
//! Not here: who may ask for a code, and the fact that admits. Invariant: a code admits one node; asked again by the same node with the
//! same proof (its answer was lost) it gives the same answer, to anybody else it is used up.

use std::collections::BTreeMap;

use qabyldau_domain::facts::NodeRoleV1;

use super::code::Secret;
use super::proof::{Answer, Join};
use super::refusal::PairRefusal;

/// How long a code is good, in milliseconds (15 minutes).
pub const CODE_VALID_MS: i64 = 15 * 60 * 1000;
/// After so many wrong proofs a code is burnt.
pub const MAX_WRONG: u8 = 5;

/// A code that was given out.
#[derive(Debug, Clone)]
pub struct Issued {
    /// What the node will be.
    pub role: NodeRoleV1,
    /// Its label in the directory; empty for a hub.
    pub label: String,
    /// The secret.
    pub secret: Secret,
    /// Good until this moment (UTC milliseconds).
    pub until_ms: i64,
    /// Wrong proofs so far.
    wrong: u8,
    /// What the admitted node asked and was answered.
    done: Option<(Join, Answer)>,
}

/// What the book says to a question.
#[derive(Debug, Clone)]
pub enum Asked {
    /// The proof holds: admit the node, then [`Book::close`].
    Admit(Box<Issued>),
    /// It was admitted before; the same answer again.
    Again(Answer),
}

/// The outstanding codes, by the label in the code's text.
#[derive(Debug, Default)]
pub struct Book {
    codes: BTreeMap<String, Issued>,
}

impl Book {
    /// Notes a code given out at `now_ms`. A code for the same label before it is void.
    pub fn issue(&mut self, name: &str, role: NodeRoleV1, label: &str, secret: Secret, now_ms: i64) {
        let issued = Issued {
            role,
            label: label.to_owned(),
            secret,
            until_ms: now_ms + CODE_VALID_MS,
            wrong: 0,
            done: None,
        };
        self.codes.insert(name.to_owned(), issued);
    }

    /// Judges a question.
    pub fn ask(&mut self, join: &Join, now_ms: i64) -> Result<Asked, PairRefusal> {
        let issued = self.codes.get_mut(&join.label).ok_or(PairRefusal::NoCode)?;
        if issued.wrong >= MAX_WRONG {
            return Err(PairRefusal::Burnt);
        }
        if now_ms > issued.until_ms {
            return Err(PairRefusal::Expired);
        }
        if !join.holds(&issued.secret) {
            issued.wrong += 1;
            return Err(if issued.wrong >= MAX_WRONG {
                PairRefusal::Burnt
            } else {
                PairRefusal::WrongProof
            });
        }
        match &issued.done {
            None => Ok(Asked::Admit(Box::new(issued.clone()))),
            Some((before, answer)) if before == join => Ok(Asked::Again(answer.clone())),
            Some(_) => Err(PairRefusal::Used),
        }
    }

    /// The node was admitted and this is its answer.
    pub fn close(&mut self, join: &Join, answer: &Answer) {
        if let Some(issued) = self.codes.get_mut(&join.label) {
            issued.done = Some((join.clone(), answer.clone()));
        }
    }
}
