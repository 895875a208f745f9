//! A desk's orders at the hub, kept as its state wants them: put once, taken back when no longer wanted, all anew after the hub restarted.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::link::Link;
use super::news::{Wanted, Wants};
use crate::error::ExchangeError;

/// What lies at the hub, as far as this desk knows.
#[derive(Default)]
pub(super) struct Lying {
    started: String,
    put: BTreeSet<Wanted>,
}

impl Lying {
    /// Makes what lies at the hub what is wanted. `started` names the hub's run: its memory ends with it.
    pub(super) async fn settle(
        &mut self,
        link: &Link,
        wants: &Arc<dyn Wants>,
        started: &str,
    ) -> Result<(), ExchangeError> {
        if self.started != started {
            self.put.clear();
            started.clone_into(&mut self.started);
        }
        let asked = Arc::clone(wants);
        let wanted: BTreeSet<Wanted> = blocking(move || asked.wanted()).await?.into_iter().collect();
        for gone in self.put.difference(&wanted).cloned().collect::<Vec<_>>() {
            went_through(&gone, link.take_order_back(&gone.booth, &gone.name).await)?;
            self.put.remove(&gone);
        }
        for new in wanted.difference(&self.put).cloned().collect::<Vec<_>>() {
            let (asked, one) = (Arc::clone(wants), new.clone());
            if let Some(order) = blocking(move || asked.seal(&one)).await? {
                let put = link.put_order(&new.booth, &new.name, &order).await;
                if went_through(&new, put)? {
                    self.put.insert(new);
                }
            }
        }
        Ok(())
    }
}

/// Was it done? An order that the hub alone of all refuses (no such booth, another desk's, too many) is tried again in the next round;
/// facts and other orders go on.
fn went_through(order: &Wanted, done: Result<(), ExchangeError>) -> Result<bool, ExchangeError> {
    match done {
        Ok(()) => Ok(true),
        Err(ExchangeError::Refused {
            status: 404 | 409 | 413 | 429,
            code,
            retry_after: None,
        }) => {
            tracing::warn!(booth = %order.booth, %code, "the hub refused an order");
            Ok(false)
        }
        Err(other) => Err(other),
    }
}

async fn blocking<R: Send + 'static>(work: impl FnOnce() -> R + Send + 'static) -> Result<R, ExchangeError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ExchangeError::Ending)
}
