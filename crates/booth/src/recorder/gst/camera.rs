//! The camera's pipeline: raw pictures and sound to the callbacks, small JPEGs for the mirror on the screen.

use gst::prelude::*;
use gstreamer as gst;
use gstreamer_app::{AppSink, AppSinkCallbacks};
use qabyldau_domain::booth::Fault;

use super::{Common, Picture, Source, Track, lock, pass};

/// An open camera. Closed when dropped.
pub(super) struct Eye {
    pipeline: gst::Pipeline,
}

impl Eye {
    pub(super) fn open(source: &Source, picture: Picture, shared: &Common) -> Result<Self, Fault> {
        let pipeline = gst::parse::launch(&description(source, picture)).map_err(|_| Fault::Camera)?;
        let pipeline = pipeline.downcast::<gst::Pipeline>().map_err(|_| Fault::Camera)?;
        let eye = Self { pipeline };
        eye.aim(source);
        eye.listen("picture", shared, Some(Fault::Camera), |shared, buffer| {
            pass(shared, Track::Picture, buffer)
        })?;
        eye.listen("sound", shared, Some(Fault::Microphone), |shared, buffer| {
            heard(shared, buffer);
            pass(shared, Track::Sound, buffer);
        })?;
        eye.listen("mirror", shared, None, |shared, buffer| {
            if let Ok(jpeg) = buffer.map_readable() {
                lock(shared).preview = Some(jpeg.to_vec());
            }
        })?;
        match eye.pipeline.set_state(gst::State::Playing) {
            Ok(_) => Ok(eye),
            Err(_) => Err(eye.failed().unwrap_or(Fault::Camera)),
        }
    }

    /// Names of devices are set as values, never spelled into the description.
    fn aim(&self, source: &Source) {
        let set = |element: &str, property: &str, value: &str| {
            if let Some(element) = self.pipeline.by_name(element) {
                element.set_property(property, value);
            }
        };
        if let Source::Camera { device, microphone } = source {
            set("camera", "device", device);
            if let Some(microphone) = microphone {
                set("microphone", "device", microphone);
            }
        }
    }

    fn listen(
        &self,
        name: &str,
        shared: &Common,
        gone: Option<Fault>,
        hear: impl Fn(&Common, &gst::BufferRef) + Send + 'static,
    ) -> Result<(), Fault> {
        let sink = self
            .pipeline
            .by_name(name)
            .and_then(|sink| sink.downcast::<AppSink>().ok())
            .ok_or(Fault::Camera)?;
        let (shared, ending) = (shared.clone(), shared.clone());
        let callbacks = AppSinkCallbacks::builder()
            .new_sample(move |sink| {
                let sample = sink.pull_sample().map_err(|_| gst::FlowError::Eos)?;
                if let Some(buffer) = sample.buffer() {
                    hear(&shared, buffer);
                    shared.rung.notify_all();
                }
                Ok(gst::FlowSuccess::Ok)
            })
            // A camera or microphone that ends was pulled out.
            .eos(move |_| {
                let mut shared = lock(&ending);
                shared.gone = shared.gone.or(gone);
                ending.rung.notify_all();
            });
        sink.set_callbacks(callbacks.build());
        Ok(())
    }

    /// The camera's running time in nanoseconds.
    pub(super) fn running_time(&self) -> u64 {
        self.pipeline.current_running_time().map_or(0, gst::ClockTime::nseconds)
    }

    /// What the pipeline says has failed.
    pub(super) fn failed(&self) -> Option<Fault> {
        let message = self.pipeline.bus()?.pop_filtered(&[gst::MessageType::Error])?;
        let microphone = self
            .pipeline
            .by_name("microphone")
            .map(|element| element.upcast::<gst::Object>());
        Some(if message.src() == microphone.as_ref() {
            Fault::Microphone
        } else {
            Fault::Camera
        })
    }
}

impl Drop for Eye {
    fn drop(&mut self) {
        // A pipeline that does not close is dropped all the same; there is nobody to tell.
        let _ = self.pipeline.set_state(gst::State::Null);
    }
}

fn heard(shared: &Common, buffer: &gst::BufferRef) {
    let Ok(samples) = buffer.map_readable() else { return };
    let mut shared = lock(shared);
    shared.level = super::voice::level(&samples);
    if let Some(voice) = &mut shared.voice {
        voice.hear(&samples);
    }
}

fn description(source: &Source, picture: Picture) -> String {
    let Picture {
        width, height, rate, ..
    } = picture;
    let (camera, microphone) = match source {
        Source::Camera { .. } => (
            "v4l2src name=camera ! decodebin ! videoconvert ! videoscale ! videorate".to_owned(),
            "pulsesrc name=microphone ! audioconvert ! audioresample".to_owned(),
        ),
        Source::Synthetic { pictures } => {
            let pictures = pictures.map_or(-1, i64::from);
            (
                format!("videotestsrc name=camera is-live=true pattern=ball num-buffers={pictures}"),
                "audiotestsrc name=microphone is-live=true samplesperbuffer=960 volume=0.4".to_owned(),
            )
        }
    };
    // Nothing waits for the mirror: it drops what nobody looks at.
    format!(
        "{camera} ! video/x-raw,format=I420,width={width},height={height},framerate={rate}/1 ! tee name=split \
         split. ! queue ! appsink name=picture sync=false \
         split. ! queue leaky=downstream max-size-buffers=1 ! jpegenc quality=70 ! appsink name=mirror sync=false max-buffers=1 drop=true \
         {microphone} ! audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved ! queue ! appsink name=sound sync=false"
    )
}
