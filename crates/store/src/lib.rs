//! The encrypted file of one node.
#![deny(missing_docs)]

pub mod keys;
