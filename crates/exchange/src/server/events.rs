//! News for whoever listens: server-sent events, each with the sender's tick. They say that something is new, never what.

use std::convert::Infallible;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use qabyldau_domain::facts::NodeRoleV1;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::{Instant, timeout_at};

use super::relay::{News, Relay};
use super::whom::Caller;
use crate::held::ask;
use crate::message::{EventData, Topic};

/// A comment this often keeps the line open and lets the listener notice a dead one.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// A listener comes anew after this long, so that half-open connections do not gather.
const AT_MOST: Duration = Duration::from_secs(600);

/// `GET /v1/events`
pub(super) async fn events(
    State(relay): State<Relay>,
    Extension(caller): Extension<Caller>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let listener = relay.0.news.subscribe();
    let until = Instant::now() + AT_MOST;
    let stream = stream::unfold(
        (relay, caller, listener),
        move |(relay, caller, mut listener)| async move {
            let topic = timeout_at(until, next(&relay, caller, &mut listener)).await.ok()??;
            let tick = ask(&relay.0.parts.shared, |ledger| ledger.tick()).await.ok()?;
            let event = Event::default()
                .event(topic.word())
                .json_data(EventData { tick })
                .ok()?;
            Some((Ok(event), (relay, caller, listener)))
        },
    );
    Sse::new(stream).keep_alive(KeepAlive::new().interval(HEARTBEAT).text("here"))
}

/// The next news that concern this listener; nothing when it is retired or the program ends.
async fn next(relay: &Relay, caller: Caller, listener: &mut broadcast::Receiver<News>) -> Option<Topic> {
    loop {
        let news = match listener.recv().await {
            Ok(news) => news,
            // It was slow: what it missed may have been anything.
            Err(RecvError::Lagged(_)) if caller.role == NodeRoleV1::Booth => News::of(Topic::Orders),
            Err(RecvError::Lagged(_)) => News::of(Topic::Facts),
            Err(RecvError::Closed) => return None,
        };
        relay.directory(|directory| directory.behind(&caller.pin).map(|member| member.node))?;
        if concerns(news, caller) {
            return Some(news.topic);
        }
    }
}

fn concerns(news: News, caller: Caller) -> bool {
    let for_booths = !matches!(news.topic, Topic::Facts);
    news.from != Some(caller.node)
        && news.to.is_none_or(|node| node == caller.node)
        && (caller.role != NodeRoleV1::Booth || for_booths)
}
