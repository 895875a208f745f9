//! The receipt printer: bytes to a port, and what is known of them afterwards.
//!
//! Not here: what stands on the receipt (paper). Invariant: what may have reached the printer is never called failed, and what
//! nobody knows is called so.

mod file_port;
mod network_port;

#[cfg(test)]
mod tests;

pub use file_port::FilePort;
pub use network_port::NetworkPort;

/// What is known of a print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// The printer took all of it.
    Given,
    /// The printer took nothing.
    Failed,
    /// It broke off in the middle.
    Uncertain,
}

/// A receipt printer.
pub trait Printer: Send + Sync {
    /// Gives the bytes to the printer; blocks, within limits.
    fn print(&self, bytes: &[u8]) -> Printed;
}
