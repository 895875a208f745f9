//! The recorder on Linux: GStreamer. Two pipelines, so that a camera that fails cannot take the recording with it: the camera
//! gives raw pictures and sound, the encoder makes WebM of what the timeline lets through.

mod camera;
mod encoder;
mod voice;

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use gstreamer as gst;
use qabyldau_domain::booth::{Fault, RECORD_LIMIT_MS};
use zeroize::Zeroizing;

use super::timeline::{Timeline, Track};
use super::{Recorder, Told};
use camera::Eye;
use encoder::Encoder;
use voice::Voice;

/// Where picture and sound come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A camera (`/dev/video0`) and a microphone (a PulseAudio source, or the default one).
    Camera {
        /// The video device.
        device: String,
        /// The PulseAudio source; `None` is the default one.
        microphone: Option<String>,
    },
    /// A test picture and a tone, named as such in every parcel.
    Synthetic {
        /// The camera «is pulled out» after so many pictures.
        pictures: Option<u32>,
    },
}

/// Size, rate and weight of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Pictures a second.
    pub rate: u32,
    /// Bits a second; three minutes stay under 64 MiB up to about 2.5 million.
    pub bits: u32,
}

impl Picture {
    /// What a booth records.
    pub const BOOTH: Self = Self {
        width: 640,
        height: 480,
        rate: 25,
        bits: 1_500_000,
    };
    /// Small and cheap, for the synthetic source.
    pub const SMALL: Self = Self {
        width: 320,
        height: 240,
        rate: 10,
        bits: 200_000,
    };
}

/// What the callbacks of both pipelines share with the recorder.
struct Shared {
    timeline: Timeline,
    encoder: Option<Encoder>,
    voice: Option<Voice>,
    preview: Option<Vec<u8>>,
    level: u8,
    /// The camera or the microphone came to an end.
    gone: Option<Fault>,
}

/// An encoder that is further behind than this has failed, and says so itself.
const CATCH_UP: Duration = Duration::from_secs(5);

/// The shared part, and the bell that is rung when something came.
struct Bell {
    shared: Mutex<Shared>,
    rung: Condvar,
}

type Common = Arc<Bell>;

fn lock(common: &Bell) -> MutexGuard<'_, Shared> {
    common.shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The GStreamer recorder.
pub struct Gst {
    source: Source,
    picture: Picture,
    speaker: bool,
    shared: Common,
    eye: Option<Eye>,
    playing: Option<voice::Playback>,
    progress: u32,
    failed: Option<Fault>,
}

impl Gst {
    /// A recorder; nothing is opened yet. `speaker`: the voice test is played back aloud.
    pub fn new(source: Source, picture: Picture, speaker: bool) -> Result<Self, Fault> {
        gst::init().map_err(|_| Fault::Recording)?;
        let shared = Shared {
            timeline: fresh(),
            encoder: None,
            voice: None,
            preview: None,
            level: 0,
            gone: None,
        };
        let shared = Arc::new(Bell {
            shared: Mutex::new(shared),
            rung: Condvar::new(),
        });
        Ok(Self {
            source,
            picture,
            speaker,
            shared,
            eye: None,
            playing: None,
            progress: 0,
            failed: None,
        })
    }

    /// What was taken in comes out of the encoder: what rests is whole, however busy the machine is.
    fn catch_up(&self) {
        let behind = {
            let shared = lock(&self.shared);
            let outlet = shared.encoder.as_ref().map(Encoder::outlet);
            outlet.map(|outlet| (outlet, shared.timeline.recorded_ms()))
        };
        // Outside the lock: the camera goes on.
        if let Some((outlet, ms)) = behind {
            outlet.wait(ms, CATCH_UP);
        }
    }

    fn eye(&mut self) -> Result<&Eye, Fault> {
        if self.eye.is_none() {
            self.eye = Some(Eye::open(&self.source, self.picture, &self.shared)?);
        }
        self.eye.as_ref().ok_or(Fault::Camera)
    }
}

fn fresh() -> Timeline {
    Timeline::new(u64::from(RECORD_LIMIT_MS) * 1_000_000)
}

impl Recorder for Gst {
    fn source(&self) -> String {
        match &self.source {
            Source::Camera { device, .. } => format!("camera {device}"),
            Source::Synthetic { .. } => "synthetic videotestsrc audiotestsrc".to_owned(),
        }
    }

    fn watch(&mut self) -> Result<(), Fault> {
        lock(&self.shared).timeline.close();
        self.catch_up();
        self.eye().map(|_| ())
    }

    fn test_voice(&mut self) -> Result<(), Fault> {
        self.watch()?;
        lock(&self.shared).voice = Some(Voice::default());
        Ok(())
    }

    fn record(&mut self) -> Result<(), Fault> {
        let running_time = self.eye()?.running_time();
        let mut shared = lock(&self.shared);
        if shared.encoder.is_none() {
            shared.encoder = Some(Encoder::open(self.picture)?);
        }
        shared.voice = None;
        shared.timeline.open(running_time);
        Ok(())
    }

    fn close(&mut self) {
        {
            let mut shared = lock(&self.shared);
            shared.timeline.close();
            (shared.voice, shared.preview, shared.level) = (None, None, 0);
        }
        // Outside the lock: closing waits for callbacks that take it.
        self.eye = None;
        lock(&self.shared).gone = None;
        self.playing = None;
        self.catch_up();
    }

    fn finish(&mut self) -> Result<Zeroizing<Vec<u8>>, Fault> {
        let encoder = {
            let mut shared = lock(&self.shared);
            shared.timeline = fresh();
            shared.encoder.take()
        };
        self.progress = 0;
        encoder.ok_or(Fault::Recording)?.finish()
    }

    fn discard(&mut self) {
        let encoder = {
            let mut shared = lock(&self.shared);
            shared.timeline = fresh();
            shared.encoder.take()
        };
        self.progress = 0;
        drop(encoder);
    }

    fn wait(&mut self, at_most: Duration) {
        let guard = lock(&self.shared);
        // Whether it was rung or the time passed: `poll` tells.
        drop(self.shared.rung.wait_timeout(guard, at_most));
    }

    fn poll(&mut self) -> Vec<Told> {
        let mut told = Vec::new();
        let mut shared = lock(&self.shared);
        let mut ms = 0;
        if let Some(encoder) = &shared.encoder {
            let (bytes, out_ms) = encoder.take(shared.timeline.recorded_ms());
            ms = out_ms;
            if !bytes.is_empty() {
                told.push(Told::Bytes(bytes));
            }
            if encoder.failed() {
                self.failed = Some(Fault::Recording);
            }
        }
        if ms > self.progress {
            self.progress = ms;
            told.push(Told::Progress { ms });
        }
        if shared.voice.as_ref().is_some_and(Voice::whole)
            && let Some(voice) = shared.voice.take()
        {
            told.push(Told::Voice { low: voice.low() });
            self.playing = self.speaker.then(|| voice.play()).flatten();
        }
        let gone = shared.gone.take();
        drop(shared);
        if let Some(fault) = self.eye.as_ref().and_then(Eye::failed).or(gone) {
            self.failed = Some(fault);
            self.close();
        }
        told.extend(self.failed.take().map(Told::Failed));
        told
    }

    fn preview(&mut self) -> Option<Vec<u8>> {
        lock(&self.shared).preview.take()
    }

    fn level(&self) -> u8 {
        lock(&self.shared).level
    }
}

/// Hands a raw buffer to the encoder, at its place in the recording.
fn pass(shared: &Common, track: Track, buffer: &gst::BufferRef) {
    let (Some(at), Some(duration)) = (buffer.pts(), buffer.duration()) else {
        return;
    };
    let mut shared = lock(shared);
    let Some(place) = shared.timeline.place(track, at.nseconds(), duration.nseconds()) else {
        return;
    };
    if let Some(encoder) = &shared.encoder {
        let mut buffer = buffer.copy();
        if let Some(buffer) = buffer.get_mut() {
            buffer.set_pts(gst::ClockTime::from_nseconds(place));
            buffer.set_dts(gst::ClockTime::NONE);
        }
        encoder.push(track, buffer);
    }
}
