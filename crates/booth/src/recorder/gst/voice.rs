//! The voice test: three seconds, in memory only, judged and played back.

use gst::prelude::*;
use gstreamer as gst;
use gstreamer_app::AppSrc;
use zeroize::Zeroizing;

/// Three seconds of 16-bit samples at 48 kHz.
const BYTES: usize = 3 * 48_000 * 2;
/// Below this level a voice is too low to be understood.
const LOW: u8 = 35;

/// Three seconds of voice, or what is there of them. Wiped when dropped.
pub(super) struct Voice(Zeroizing<Vec<u8>>);

impl Default for Voice {
    fn default() -> Self {
        Self(Zeroizing::new(Vec::with_capacity(BYTES)))
    }
}

impl Voice {
    pub(super) fn hear(&mut self, samples: &[u8]) {
        let room = BYTES - self.0.len();
        self.0.extend_from_slice(&samples[..samples.len().min(room)]);
    }

    pub(super) fn whole(&self) -> bool {
        self.0.len() == BYTES
    }

    /// The loudest tenth of a second decides.
    pub(super) fn low(&self) -> bool {
        self.0.chunks(9_600).map(level).max().unwrap_or_default() < LOW
    }

    /// Plays it back; it stops when the answer is dropped. None without a loudspeaker.
    pub(super) fn play(&self) -> Option<Playback> {
        let pipeline = gst::parse::launch(
            "appsrc name=voice format=time caps=audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved \
             ! audioconvert ! audioresample ! autoaudiosink",
        );
        let pipeline = pipeline.ok()?.downcast::<gst::Pipeline>().ok()?;
        let playback = Playback(pipeline);
        let source = playback.0.by_name("voice")?.downcast::<AppSrc>().ok()?;
        playback.0.set_state(gst::State::Playing).ok()?;
        source.push_buffer(gst::Buffer::from_slice(self.0.clone())).ok()?;
        source.end_of_stream().ok()?;
        Some(playback)
    }
}

/// A voice being played back.
pub(super) struct Playback(gst::Pipeline);

impl Drop for Playback {
    fn drop(&mut self) {
        // Nobody to tell.
        let _ = self.0.set_state(gst::State::Null);
    }
}

/// How loud 16-bit samples are, 0–100: 0 at −60 dB and below, 100 at full scale.
pub(super) fn level(samples: &[u8]) -> u8 {
    let (mut sum, mut count) = (0.0f64, 0u32);
    for sample in samples.chunks_exact(2) {
        let sample = f64::from(i16::from_le_bytes([sample[0], sample[1]])) / 32_768.0;
        sum += sample * sample;
        count += 1;
    }
    if count == 0 || sum == 0.0 {
        return 0;
    }
    let decibels = 10.0 * (sum / f64::from(count)).log10();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0–100"
    )]
    let level = ((decibels + 60.0) / 60.0 * 100.0).clamp(0.0, 100.0) as u8;
    level
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(amplitude: i16) -> Vec<u8> {
        let sample = |place: usize| if place % 100 < 50 { amplitude } else { -amplitude };
        (0..48_000 * 3).flat_map(|place| sample(place).to_le_bytes()).collect()
    }

    #[test]
    fn a_whisper_is_low_and_a_voice_is_not() {
        for (amplitude, low) in [(0, true), (60, true), (3_000, false), (i16::MAX, false)] {
            let mut voice = Voice::default();
            assert!(!voice.whole());
            voice.hear(&tone(amplitude));
            voice.hear(&tone(amplitude));
            assert!(voice.whole());
            assert_eq!(voice.low(), low, "{amplitude}");
        }
        assert_eq!((level(&tone(i16::MAX)), level(&[]), level(&tone(0))), (99, 0, 0));
    }
}
