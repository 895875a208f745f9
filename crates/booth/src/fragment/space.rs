//! Is there room? A session that cannot be kept is not begun.

use std::io;
use std::path::Path;

use super::memory::MEMORY_BYTES;

/// The most one session takes: its fragments, and beside them the whole.
pub const SESSION_BYTES: u64 = 2 * MEMORY_BYTES as u64;

/// Is there free space for three sessions in this folder?
pub fn enough_space(folder: &Path) -> io::Result<bool> {
    Ok(fs4::available_space(folder)? >= 3 * SESSION_BYTES)
}
