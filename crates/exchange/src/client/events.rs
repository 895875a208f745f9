//! Listening for news: server-sent events, read by hand, line by line, bounded.

use reqwest::{Method, Response};
use tokio::sync::mpsc;

use super::link::Link;
use crate::error::ExchangeError;
use crate::held::ask;
use crate::message::{EventData, Topic};

/// No line of an event is longer.
const MAX_LINE: usize = 4096;
/// Silence longer than three heartbeats means that the line is dead.
const SILENCE: std::time::Duration = std::time::Duration::from_secs(45);

/// Collects lines into events.
#[derive(Debug, Default)]
pub(super) struct Lines {
    line: Vec<u8>,
    topic: Option<Topic>,
    data: Option<EventData>,
}

impl Lines {
    /// Reads a piece; answers the events that are now whole.
    pub(super) fn read(&mut self, piece: &[u8]) -> Result<Vec<(Topic, EventData)>, ExchangeError> {
        let mut whole = Vec::new();
        for byte in piece {
            if *byte != b'\n' {
                if self.line.len() >= MAX_LINE {
                    return Err(ExchangeError::TooLarge);
                }
                self.line.push(*byte);
                continue;
            }
            let line = std::mem::take(&mut self.line);
            let line = String::from_utf8_lossy(&line);
            let line = line.trim_end_matches('\r');
            if line.is_empty() {
                if let (Some(topic), Some(data)) = (self.topic.take(), self.data.take()) {
                    whole.push((topic, data));
                }
            } else if let Some(word) = line.strip_prefix("event:") {
                self.topic = Topic::of(word.trim());
            } else if let Some(data) = line.strip_prefix("data:") {
                self.data = serde_json::from_str(data.trim()).ok();
            }
        }
        Ok(whole)
    }
}

impl Link {
    /// Connects to the peer's news.
    pub(super) async fn listen(&self) -> Result<Response, ExchangeError> {
        let tick = self.tick().await?;
        let request = self
            .request(Method::GET, "/v1/events", tick)
            .header("accept", "text/event-stream");
        tokio::time::timeout(super::PATIENCE, self.send(request, &[]))
            .await
            .map_err(|_| ExchangeError::Garbled("no news came in time"))?
    }

    /// Passes news on until the line ends or is silent for too long.
    pub(super) async fn hear(&self, mut response: Response, news: mpsc::Sender<Topic>) -> Result<(), ExchangeError> {
        let mut lines = Lines::default();
        loop {
            let piece = tokio::time::timeout(SILENCE, response.chunk())
                .await
                .map_err(|_| ExchangeError::Garbled("silence"))?
                .map_err(ExchangeError::Unreachable)?;
            let Some(piece) = piece else { return Ok(()) };
            for (topic, data) in lines.read(&piece)? {
                ask(self.shared(), move |ledger| ledger.told(data.tick)).await?;
                if news.send(topic).await.is_err() {
                    return Ok(());
                }
            }
        }
    }
}
