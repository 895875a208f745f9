//! The portal as a process: created from a seed, asked by an administrator, met by a hub over real TLS, killed and started again.

mod process;
