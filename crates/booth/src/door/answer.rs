//! Answering an order, by compare-and-set: what stands is read in the transaction that writes the answer.

use qabyldau_domain::booth::{Answer, Holder, Standing, answer};
use qabyldau_domain::fact::{By, Draft};
use qabyldau_domain::facts::{BoothAccepted, DayOpened, Decoded, decode};
use qabyldau_domain::ledger::Ledger as _;
use qabyldau_domain::order::SessionOrder;
use qabyldau_domain::subject::Subject;
use qabyldau_exchange::ExchangeError;
use qabyldau_exchange::held::HIGHEST_TICK;
use qabyldau_store::{Reader, StoreError};

use super::{Door, occupied};
use crate::error::BoothError;

/// What an answer depends on besides the ledger.
#[derive(Debug, Clone, Default)]
pub struct Answering {
    /// A session that is over in the ledger still has its code or its thanks on the screen.
    pub on_screen: Option<Holder>,
    /// The label of the desk whose session occupies the booth, as its order told.
    pub holder_label: Option<String>,
    /// There is no room for three sessions.
    pub no_space: bool,
    /// The booth cannot serve.
    pub out_of_service: bool,
}

impl Door {
    /// Answers an order with a fact; an order answered before gets the same answer and no second fact. The answer's tick is
    /// greater than that of the fact that caused the order. The second value tells whether the answer is new.
    pub fn answer(&self, order: &SessionOrder, with: &Answering) -> Result<(Answer, bool), BoothError> {
        if order.asked_tick > HIGHEST_TICK {
            return Err(ExchangeError::Garbled("a tick nobody can have reached").into());
        }
        self.store()?.told(order.asked_tick)?;
        self.act(By::Node, |reader| {
            let standing = standing(reader, order, with)?;
            let now = reader.at().unwrap_or_else(|| self.surroundings().clock.now());
            let (answer, new) = answer(order, &standing, now);
            let drafts = if new {
                drafts(reader, order, &answer)
            } else {
                Vec::new()
            };
            Ok((drafts, (answer, new)))
        })
    }
}

fn standing(reader: &Reader<'_>, order: &SessionOrder, with: &Answering) -> Result<Standing, StoreError> {
    let occupied = occupied::unfinished(reader)?.map(|one| Holder {
        desk_label: with.holder_label.clone().unwrap_or_else(|| one.desk.to_string()),
        session: one.session,
    });
    Ok(Standing {
        before: before(reader, order)?,
        own_day: reader.own_day()?.map(|day| day.date),
        holder: occupied.or_else(|| with.on_screen.clone()),
        no_space: with.no_space,
        out_of_service: with.out_of_service,
    })
}

/// What this booth answered to this session before.
fn before(reader: &Reader<'_>, order: &SessionOrder) -> Result<Option<Answer>, StoreError> {
    let facts = reader.facts_about(&Subject::session(&order.session))?;
    Ok(facts.iter().filter(|fact| fact.node == reader.node()).find_map(|fact| {
        match decode(&fact.kind, fact.version, fact.body.as_deref()) {
            Ok(Decoded::BoothAccepted(_)) => Some(Answer::Accepted { opens: None }),
            Ok(Decoded::BoothRefused(body)) => Some(Answer::Refused(body)),
            _ => None,
        }
    }))
}

fn drafts(reader: &Reader<'_>, order: &SessionOrder, answer: &Answer) -> Vec<Draft> {
    let session = Subject::session(&order.session);
    match answer {
        Answer::Refused(refused) => vec![Draft::new(session, refused)],
        Answer::Accepted { opens } => {
            let opened = opens.map(|date| {
                Draft::new(
                    Subject::day(&reader.node(), date),
                    &DayOpened {
                        date,
                        how: "order".to_owned(),
                    },
                )
            });
            let accepted = BoothAccepted {
                desk: order.desk,
                asked_tick: order.asked_tick,
                entry: order.entry.clone(),
            };
            opened.into_iter().chain([Draft::new(session, &accepted)]).collect()
        }
    }
}
