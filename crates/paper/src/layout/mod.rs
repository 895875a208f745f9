//! From words to lines: breaking by measured widths ([`wrap`]) and setting lines under one another ([`Flow`]).

mod flow;
mod wrap;

pub use flow::{Align, Flow, Style};
pub use wrap::{balance, fit, wrap};
