//! The real window, driven as a person drives it: a display, WebKit's own driver, keys and words.
//!
//! Needs the built window (`target/…/qabyldau` with its screens inside), Xvfb and WebKitWebDriver. A bare `cargo test` has built no window: then
//! these tests say «not proven here». `cargo xtask test` builds it and demands it.

mod display;
mod driver;
mod window;
