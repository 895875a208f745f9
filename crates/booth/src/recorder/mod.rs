//! The recorder: camera and microphone in, a streamed WebM (VP8 and Opus) out, piece by piece.
//!
//! Not here: what becomes of the pieces (`crate::fragment`) and when to record (`domain::booth`). Invariant: the pieces in the order
//! told, joined, are one WebM; pausing leaves no gap in its time; it never runs past the three minutes.

#[cfg(feature = "gstreamer")]
mod gst;
#[cfg(feature = "gstreamer")]
mod timeline;

use std::time::Duration;

use qabyldau_domain::booth::Fault;
use zeroize::Zeroizing;

#[cfg(feature = "gstreamer")]
pub use gst::{Gst, Picture, Source};

/// What a recorder tells when asked.
#[derive(Debug)]
pub enum Told {
    /// More of the recording.
    Bytes(Zeroizing<Vec<u8>>),
    /// So much is recorded.
    Progress {
        /// Milliseconds.
        ms: u32,
    },
    /// The voice test was taken and played back.
    Voice {
        /// Too low to be understood.
        low: bool,
    },
    /// Something failed. What was told before stays good.
    Failed(Fault),
}

/// Camera and microphone of a booth. All calls answer at once, except `finish`, which waits for the last piece.
pub trait Recorder: Send {
    /// Where picture and sound come from, as the parcel names it: `camera …` or `synthetic …`.
    fn source(&self) -> String;

    /// Opens the camera and shows it; an open recording rests.
    fn watch(&mut self) -> Result<(), Fault>;

    /// Takes three seconds of voice and plays them back from memory; `Told::Voice` follows. Opens the camera if need be.
    fn test_voice(&mut self) -> Result<(), Fault>;

    /// Records: begins, or goes on with the time that is left. Opens the camera if need be.
    fn record(&mut self) -> Result<(), Fault>;

    /// Closes the camera; an open recording rests.
    fn close(&mut self);

    /// Ends the recording: its last bytes. Nothing is open afterwards.
    fn finish(&mut self) -> Result<Zeroizing<Vec<u8>>, Fault>;

    /// Forgets the recording.
    fn discard(&mut self);

    /// Waits until there is something to tell, at most so long. A camera that is closed tells nothing.
    fn wait(&mut self, at_most: Duration);

    /// What happened since the last call.
    fn poll(&mut self) -> Vec<Told>;

    /// The newest picture as JPEG, once.
    fn preview(&mut self) -> Option<Vec<u8>>;

    /// How loud it is just now, 0–100.
    fn level(&self) -> u8;
}
