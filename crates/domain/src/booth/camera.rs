//! What the camera should be doing in a state. The controller compares it with what the camera does, and drives.

use super::state::{Page, Presence, State, Voice};

/// What is wanted of the camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Camera {
    /// Nothing: closed.
    Off,
    /// The person sees himself or herself.
    Watching,
    /// Three seconds of voice, played back.
    Testing,
    /// Recording.
    Running,
    /// A recording is open and rests.
    Resting,
}

impl State {
    /// What is wanted of the camera now.
    pub fn camera(&self) -> Camera {
        let Self::Occupied(session) = self else {
            return Camera::Off;
        };
        let rest = match (session.recording.ms, session.recording.recovered) {
            (1.., false) => Camera::Resting,
            _ => Camera::Off,
        };
        if matches!(session.presence, Presence::Held { .. }) {
            return rest;
        }
        match session.page {
            Page::Camera(Voice::Speaking) => Camera::Testing,
            Page::Camera(_) => Camera::Watching,
            Page::Count { .. } if rest == Camera::Off => Camera::Watching,
            Page::Recording { .. } => Camera::Running,
            _ => rest,
        }
    }
}
