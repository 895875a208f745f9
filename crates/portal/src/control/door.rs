//! The office's side of the socket: one errand after another, each on a thread that may block.

use std::path::Path;
use std::sync::Arc;

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};

use super::MAX_BYTES;
use crate::errand::{Errand, Reply};
use crate::office::Office;

/// Opens the socket; a killed portal's is replaced. Must be called inside a runtime, under the folder's lock.
pub fn open(socket: &Path) -> std::io::Result<UnixListener> {
    match std::fs::remove_file(socket) {
        Err(why) if why.kind() != std::io::ErrorKind::NotFound => return Err(why),
        _ => {}
    }
    UnixListener::bind(socket)
}

impl Office {
    /// Serves errands for ever.
    pub async fn receive(self: Arc<Self>, listener: UnixListener) {
        while let Ok((stream, _)) = listener.accept().await {
            if let Err(why) = Arc::clone(&self).one(stream).await {
                tracing::debug!(kind = ?why.kind(), "an errand broke off");
            }
        }
    }

    async fn one(self: Arc<Self>, stream: UnixStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream.take(MAX_BYTES));
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        let reply = match serde_json::from_str::<Errand>(&line) {
            Ok(errand) => tokio::task::spawn_blocking(move || self.run(errand))
                .await
                .map_err(std::io::Error::other)?,
            Err(_) => Reply::Refused("errand-form".to_owned()),
        };
        let mut text = serde_json::to_vec(&reply)?;
        text.push(b'\n');
        stream.get_mut().get_mut().write_all(&text).await
    }
}
