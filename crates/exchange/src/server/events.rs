//! News for whoever listens: server-sent events, each with the sender's tick. They say that something is new, never what.

use std::convert::Infallible;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream, StreamExt as _};
use qabyldau_domain::facts::NodeRoleV1;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::timeout;

use super::relay::{News, Relay};
use super::whom::Caller;
use crate::held::ask;
use crate::message::{EventData, Topic};

/// A comment this often keeps the line open and lets the listener notice a dead one.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// A listener comes anew after this long, so that half-open connections do not gather.
const AT_MOST: Duration = Duration::from_secs(600);

/// Somebody who listens.
struct Listener {
    relay: Relay,
    caller: Caller,
    news: broadcast::Receiver<News>,
    /// What is to be told still.
    waiting: Vec<Topic>,
}

/// `GET /v1/events`
pub(super) async fn events(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let listener = Listener {
        news: relay.0.news.subscribe(),
        caller,
        waiting: Vec::new(),
        relay: relay.clone(),
    };
    let stream = stream::unfold(listener, |mut listener| async move {
        let topic = listener.next().await?;
        let tick = ask(&listener.relay.0.parts.shared, |ledger| ledger.tick()).await.ok()?;
        let event = Event::default()
            .event(topic.word())
            .json_data(EventData { tick })
            .ok()?;
        Some((Ok(event), listener))
    });
    let mut ended = relay.0.ended.subscribe();
    let end = async move {
        let _ = timeout(AT_MOST, ended.wait_for(|ended| *ended)).await;
    };
    Sse::new(stream.take_until(Box::pin(end))).keep_alive(KeepAlive::new().interval(HEARTBEAT).text("here"))
}

impl Listener {
    /// The next news that concern this listener; nothing when it is retired.
    async fn next(&mut self) -> Option<Topic> {
        while self.waiting.is_empty() {
            match self.news.recv().await {
                Ok(news) => self.waiting.extend(concerns(news, self.caller).then_some(news.topic)),
                // It was slow: what it missed may have been anything.
                Err(RecvError::Lagged(_)) => {
                    let all = Topic::ALL.into_iter().map(News::of);
                    let missed = all.filter(|news| concerns(*news, self.caller)).map(|news| news.topic);
                    self.waiting.extend(missed);
                }
                Err(RecvError::Closed) => return None,
            }
        }
        let pin = self.caller.pin;
        self.relay
            .directory(|directory| directory.behind(&pin).map(|member| member.node))?;
        self.waiting.pop()
    }
}

fn concerns(news: News, caller: Caller) -> bool {
    let for_booths = !matches!(news.topic, Topic::Facts);
    news.from != Some(caller.node)
        && news.to.is_none_or(|node| node == caller.node)
        && (caller.role != NodeRoleV1::Booth || for_booths)
}
