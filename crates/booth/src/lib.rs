//! What a booth does: one person's session, the recording, sealing, filing, the receipt, and the hand-over to the hub.
//!
//! Not here: pages as pixels (the window), what staff do (desk). Invariants: nothing is written but through the one door;
//! nothing is filed without the press that sends; what is recorded lies on the disk only sealed to others, so that the booth
//! itself cannot open it; the secret code is kept nowhere.
#![deny(missing_docs)]

mod code;
pub mod door;
mod error;
pub mod fragment;
mod inbox;
mod known;
mod pairing;
pub mod printer;
mod receipt;
pub mod recorder;
mod remembered;
mod screen;
mod session;
mod stand_up;
mod tape;
mod view;
mod wanted;

pub use error::BoothError;
pub use inbox::{Came, Inbox};
pub use known::{InForce, Known};
pub use pairing::{PairingError, pair, unlock};
pub use receipt::ReceiptPaper;
pub use screen::{Addressee, BoothPage, BoothScreen, Own, Pressed};
pub use session::{Booth, Parts};
pub use stand_up::{Furniture, NotStanding, Standing, stand_up};
pub use view::BoothView;

/// What a program needs to stand a booth up.
pub use qabyldau_domain::{booth::Press, refusal::Refusal};
pub use qabyldau_exchange::client::Exchanger;
pub use qabyldau_paper::{
    escpos::Ending,
    receipt::{ANSWER_PLACE, Roll},
};
pub use qabyldau_store::{Place, keys::DeviceSecret};
