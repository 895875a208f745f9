//! The console. A closed pipe (`cargo xtask test | head`) must not stop a command half way, so errors of writing are passed over.

use std::io::Write;

/// One line.
pub fn line(words: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{words}");
    let _ = out.flush();
}

/// Text as it is.
pub fn text(words: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(words.as_bytes());
    let _ = out.flush();
}

/// The head of a step.
pub fn head(words: &str) {
    text(&headed(words));
}

/// The same as text.
pub fn headed(words: &str) -> String {
    format!("\n── {words} ──\n")
}
