//! The one test binary of the whole: what no single crate can prove alone. One binary, because every further one costs a link.

#[cfg(feature = "demo")]
mod acceptance;
mod fault;
#[cfg(feature = "demo")]
mod screen;
mod tidy;
