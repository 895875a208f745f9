//! What the camera should be doing in a state. The controller compares it with what the camera does, and drives.

use super::state::{Page, Presence, State, Voice};

/// What is wanted of the camera. An open recording rests by itself while the camera is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Camera {
    /// Closed: nobody is seen.
    Off,
    /// The person sees himself or herself.
    Watching,
    /// Three seconds of voice, played back.
    Testing,
    /// Recording.
    Running,
}

impl State {
    /// What is wanted of the camera now.
    pub fn camera(&self) -> Camera {
        let Self::Occupied(session) = self else {
            return Camera::Off;
        };
        match (session.presence, &session.page) {
            (Presence::Held { .. }, _) => Camera::Off,
            (_, Page::Camera(Voice::Speaking)) => Camera::Testing,
            (_, Page::Camera(_) | Page::Count { .. }) => Camera::Watching,
            (_, Page::Recording { .. }) => Camera::Running,
            (_, _) => Camera::Off,
        }
    }
}
