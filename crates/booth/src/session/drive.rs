//! Driving the camera to what the table wants of it, and telling the table what the recorder tells.

use qabyldau_domain::booth::{Camera, Fault, Page, Report, State, What};

use super::Booth;
use crate::recorder::Told;

impl Booth {
    /// What happened in the recorder since the last time: first to the disk, then to the table.
    pub(super) fn listen_to_recorder(&mut self) {
        for told in self.recorder.poll() {
            if let Err(fault) = self.tape.keep(&told) {
                self.happens(What::Report(Report::Failed(fault)));
            }
            match told {
                Told::Bytes(_) => {}
                Told::Progress { ms } => self.happens(What::Report(Report::Recorded { ms })),
                Told::Voice { low } => self.happens(What::Report(Report::VoiceHeard { low })),
                Told::Failed(fault) => self.happens(What::Report(Report::Failed(fault))),
            }
        }
    }

    /// Wanted and actual: the difference is done. A camera that does not follow is a fault of the session.
    pub(super) fn drive_camera(&mut self) {
        let wanted = if self.todo.is_empty() {
            self.state.camera()
        } else {
            Camera::Off
        };
        self.forget_nothing_recorded();
        if wanted == self.camera {
            return;
        }
        let done = match wanted {
            Camera::Off => {
                self.recorder.close();
                Ok(())
            }
            Camera::Watching => self.recorder.watch(),
            Camera::Testing => self.recorder.test_voice(),
            Camera::Running => self.start_recording(),
        };
        let rested = if self.camera == Camera::Running {
            // Only a recorder that was told to stop has told how far it came.
            self.listen_to_recorder();
            self.tape.rest()
        } else {
            Ok(())
        };
        self.camera = if done.is_ok() { wanted } else { Camera::Off };
        if let Err(fault) = done.and(rested) {
            self.recorder.close();
            self.camera = Camera::Off;
            self.happens(What::Report(Report::Failed(fault)));
        }
    }

    fn start_recording(&mut self) -> Result<(), Fault> {
        let sealing = self.sealing.as_ref().ok_or(Fault::Recording)?;
        self.tape.roll(sealing)?;
        self.recorder.record()
    }

    /// A recording that was begun and holds nothing by the table's count is no recording.
    fn forget_nothing_recorded(&mut self) {
        let State::Occupied(session) = &self.state else { return };
        let recording = matches!(session.page, Page::Recording { .. } | Page::Filing { .. });
        if session.recording.ms == 0
            && !recording
            && !self.tape.is_blank()
            && self.tape.wipe(self.recorder.as_mut()).is_err()
        {
            tracing::error!("an empty recording could not be wiped");
        }
    }
}
