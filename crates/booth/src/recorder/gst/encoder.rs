//! The encoder's pipeline: raw pictures and sound in, a streamed WebM out. It knows no clock: what is pushed is encoded.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use gst::prelude::*;
use gstreamer as gst;
use gstreamer_app::{AppSink, AppSinkCallbacks, AppSrc};
use qabyldau_domain::booth::Fault;
use zeroize::Zeroizing;

use super::super::timeline::Track;
use super::Picture;

/// So long an encoder may take for its last bytes.
const LAST: Duration = Duration::from_secs(20);

/// What the file's writer keeps back of a track until it knows what follows on the other: a picture and some sound.
const TAIL: gst::ClockTime = gst::ClockTime::from_mseconds(200);

/// What came out and was not taken yet.
#[derive(Default)]
struct Out {
    bytes: Zeroizing<Vec<u8>>,
    /// Where the last picture or sound among all that came out ends.
    reached: gst::ClockTime,
    over: bool,
}

impl Out {
    /// Whether so much of the recording, in milliseconds, is out but for what a writer keeps back.
    fn holds(&self, ms: u32) -> bool {
        self.reached + TAIL >= gst::ClockTime::from_mseconds(ms.into())
    }
}

/// Where the bytes come out; to wait for them.
pub(super) struct Outlet(Arc<(Mutex<Out>, Condvar)>);

impl Outlet {
    /// Waits until so much of the recording is out, in milliseconds, but no longer than this.
    pub(super) fn wait(&self, ms: u32, at_most: Duration) {
        let (out, more) = &*self.0;
        let guard = out.lock().unwrap_or_else(PoisonError::into_inner);
        drop(more.wait_timeout_while(guard, at_most, |out| !out.holds(ms) && !out.over));
    }
}

/// An open recording. Dropped without `finish`, it is forgotten.
pub(super) struct Encoder {
    pipeline: gst::Pipeline,
    picture: AppSrc,
    sound: AppSrc,
    out: Arc<(Mutex<Out>, Condvar)>,
}

impl Encoder {
    pub(super) fn open(picture: Picture) -> Result<Self, Fault> {
        let pipeline = gst::parse::launch(&description(picture)).map_err(|_| Fault::Recording)?;
        let pipeline = pipeline.downcast::<gst::Pipeline>().map_err(|_| Fault::Recording)?;
        let source = |name| {
            pipeline
                .by_name(name)
                .and_then(|one| one.downcast::<AppSrc>().ok())
                .ok_or(Fault::Recording)
        };
        let (picture, sound) = (source("picture")?, source("sound")?);
        let sink = pipeline
            .by_name("out")
            .and_then(|one| one.downcast::<AppSink>().ok())
            .ok_or(Fault::Recording)?;
        let out = Arc::new((Mutex::new(Out::default()), Condvar::new()));
        let (more, end) = (out.clone(), out.clone());
        let callbacks = AppSinkCallbacks::builder()
            .new_sample(move |sink| {
                let sample = sink.pull_sample().map_err(|_| gst::FlowError::Eos)?;
                if let Some(buffer) = sample.buffer()
                    && let Ok(bytes) = buffer.map_readable()
                {
                    let mut out = more.0.lock().unwrap_or_else(PoisonError::into_inner);
                    append(&mut out.bytes, &bytes);
                    // What has no length is no picture and no sound, but what the file puts around them.
                    if let (Some(at), Some(length)) = (buffer.pts(), buffer.duration()) {
                        out.reached = out.reached.max(at + length);
                        more.1.notify_all();
                    }
                }
                Ok(gst::FlowSuccess::Ok)
            })
            .eos(move |_| {
                end.0.lock().unwrap_or_else(PoisonError::into_inner).over = true;
                end.1.notify_all();
            });
        sink.set_callbacks(callbacks.build());
        let encoder = Self {
            pipeline,
            picture,
            sound,
            out,
        };
        encoder
            .pipeline
            .set_state(gst::State::Playing)
            .map_err(|_| Fault::Recording)?;
        Ok(encoder)
    }

    /// Takes a raw buffer with its place in the recording.
    pub(super) fn push(&self, track: Track, buffer: gst::Buffer) {
        // A pipeline in error says so on its bus; `failed` reads it there.
        let _ = match track {
            Track::Picture => self.picture.push_buffer(buffer),
            Track::Sound => self.sound.push_buffer(buffer),
        };
    }

    /// What came out since the last call, and how much of what was pushed in is out by now, in milliseconds.
    pub(super) fn take(&self, pushed_ms: u32) -> (Zeroizing<Vec<u8>>, u32) {
        let mut out = self.out.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ms = if out.holds(pushed_ms) {
            pushed_ms
        } else {
            u32::try_from(out.reached.mseconds()).unwrap_or(u32::MAX)
        };
        (std::mem::take(&mut out.bytes), ms)
    }

    /// Where its bytes come out.
    pub(super) fn outlet(&self) -> Outlet {
        Outlet(Arc::clone(&self.out))
    }

    /// Did the pipeline fail?
    pub(super) fn failed(&self) -> bool {
        self.pipeline
            .bus()
            .and_then(|bus| bus.pop_filtered(&[gst::MessageType::Error]))
            .is_some()
    }

    /// Encodes what is left, and ends: the last bytes.
    pub(super) fn finish(self) -> Result<Zeroizing<Vec<u8>>, Fault> {
        let ended = self.picture.end_of_stream().is_ok() && self.sound.end_of_stream().is_ok();
        let (out, over) = &*self.out;
        let guard = out.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut guard, waited) = over
            .wait_timeout_while(guard, LAST, |out| ended && !out.over)
            .unwrap_or_else(PoisonError::into_inner);
        if !ended || waited.timed_out() || self.failed() {
            return Err(Fault::Recording);
        }
        Ok(std::mem::take(&mut guard.bytes))
    }
}

impl Drop for Encoder {
    fn drop(&mut self) {
        // Nobody to tell: what it held is forgotten either way.
        let _ = self.pipeline.set_state(gst::State::Null);
    }
}

/// Grows without leaving an unwiped copy behind.
fn append(bytes: &mut Zeroizing<Vec<u8>>, more: &[u8]) {
    if bytes.capacity() - bytes.len() < more.len() {
        let mut larger = Zeroizing::new(Vec::with_capacity(
            (bytes.len() + more.len()).next_power_of_two().max(1 << 16),
        ));
        larger.extend_from_slice(bytes);
        *bytes = larger;
    }
    bytes.extend_from_slice(more);
}

/// A picture that needs no other stands at each second, so that a cluster begins there.
fn description(picture: Picture) -> String {
    let Picture {
        width,
        height,
        rate,
        bits,
    } = picture;
    format!(
        "appsrc name=picture format=time is-live=true max-bytes=0 \
           caps=video/x-raw,format=I420,width={width},height={height},framerate={rate}/1 \
         ! queue max-size-time=0 max-size-bytes=0 max-size-buffers=0 \
         ! vp8enc deadline=1 cpu-used=8 threads=2 lag-in-frames=0 keyframe-max-dist={rate} target-bitrate={bits} ! webm. \
         appsrc name=sound format=time is-live=true max-bytes=0 \
           caps=audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved \
         ! queue max-size-time=0 max-size-bytes=0 max-size-buffers=0 \
         ! opusenc bitrate=32000 ! webm. \
         webmmux name=webm streamable=true writing-app=qabyldau ! appsink name=out sync=false"
    )
}
