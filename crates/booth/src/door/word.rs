//! Taking a word of staff: written first, obeyed then.

use qabyldau_domain::booth::{WordAnswer, WordStanding, answer_word};
use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::{Decoded, WordRefused, WordTaken, decode};
use qabyldau_domain::ledger::Ledger as _;
use qabyldau_domain::order::WordOrder;
use qabyldau_domain::subject::Subject;
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::held::HIGHEST_TICK;
use qabyldau_store::{Reader, StoreError};

use super::Door;
use crate::error::BoothError;

impl Door {
    /// Answers a word with a fact whose tick is greater than that of the fact that gave it; a word answered before gets none. The word may
    /// be obeyed only after this said [`WordAnswer::Taken`].
    pub fn take_word(&self, order: &WordOrder, served: bool) -> Result<Option<WordAnswer>, BoothError> {
        if order.told_tick > HIGHEST_TICK {
            return Err(ExchangeError::Garbled("a tick nobody can have reached").into());
        }
        self.store()?.told(order.told_tick)?;
        self.act(By::Node, |reader| {
            let standing = WordStanding {
                before: before(reader, order)?,
                served,
            };
            let now = reader.at().unwrap_or_else(|| self.surroundings().clock.now());
            let answer = answer_word(order, standing, now);
            Ok((answer.map(|answer| draft(order, answer)).into_iter().collect(), answer))
        })
    }
}

fn draft(order: &WordOrder, answer: WordAnswer) -> Draft {
    let (session, desk, told_tick) = (Subject::session(&order.session), order.desk, order.told_tick);
    match answer {
        WordAnswer::Taken => Draft::new(session, &WordTaken { desk, told_tick }),
        WordAnswer::Refused(code) => {
            let code = code.to_owned();
            Draft::new(session, &WordRefused { desk, told_tick, code })
        }
    }
}

/// Was this very word answered before?
fn before(reader: &Reader<'_>, order: &WordOrder) -> Result<bool, StoreError> {
    let facts = reader.facts_about(&Subject::session(&order.session))?;
    let own = facts.iter().filter(|fact| fact.node == reader.node());
    let mut answered = own.filter_map(|fact| match decode(&fact.kind, fact.version, fact.body.as_deref()) {
        Ok(Decoded::WordTaken(body)) => Some((body.desk, body.told_tick)),
        Ok(Decoded::WordRefused(body)) => Some((body.desk, body.told_tick)),
        _ => None,
    });
    Ok(answered.any(|word| word == (order.desk, order.told_tick)))
}
