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
            link.take_order_back(&gone.booth, &gone.session).await?;
            self.put.remove(&gone);
        }
        for new in wanted.difference(&self.put).cloned().collect::<Vec<_>>() {
            let (asked, one) = (Arc::clone(wants), new.clone());
            if let Some(order) = blocking(move || asked.seal(&one)).await? {
                link.put_order(&new.booth, &new.session, &order).await?;
                self.put.insert(new);
            }
        }
        Ok(())
    }
}

async fn blocking<R: Send + 'static>(work: impl FnOnce() -> R + Send + 'static) -> Result<R, ExchangeError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ExchangeError::Ending)
}
