//! The files of the repository, without what is built or fetched.

use std::path::{Path, PathBuf};

/// One text file, its path relative to the root and with `/`.
pub struct Text {
    pub path: String,
    pub text: String,
}

impl Text {
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
        }
    }

    /// Whether the file holds only tests, or what only they use.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path.starts_with("tests/")
            || ["/tests/", "/benches/"].iter().any(|folder| self.path.contains(folder))
            || ["tests.rs", "test.rs", "build.rs"].contains(&name) && !self.path.starts_with("crates/xtask/")
    }

    /// The lines that are code of the product: no comments, and nothing from an inline `#[cfg(test)] mod … {` on.
    /// Yields the line's number, from 1, with its text.
    pub fn product_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines: Vec<&str> = self.text.lines().collect();
        let opens = |at: usize| {
            lines[at].trim() == "#[cfg(test)]"
                && lines
                    .get(at + 1)
                    .is_some_and(|next| next.trim_start().starts_with("mod ") && next.trim_end().ends_with('{'))
        };
        let end = (0..lines.len()).find(|at| opens(*at)).unwrap_or(lines.len());
        let code = |line: &str| !line.trim_start().starts_with("//");
        lines
            .into_iter()
            .enumerate()
            .take(end)
            .filter(move |(_, line)| code(line))
            .map(|(at, line)| (at + 1, line))
    }
}

/// The repository's root folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package lies in the workspace")
        .to_path_buf()
}

/// All text files whose name ends with one of these.
pub fn files(ends: &[&str]) -> Vec<Text> {
    let root = root();
    let mut texts = Vec::new();
    walk(&root, &root, ends, &mut texts);
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!texts.is_empty(), "no file ends with {ends:?}: the walk is wrong");
    texts
}

/// All Rust files.
pub fn rust() -> Vec<Text> {
    files(&[".rs"])
}

fn walk(folder: &Path, root: &Path, ends: &[&str], texts: &mut Vec<Text>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", "node_modules", "dist", ".git", "gen"].contains(&name.as_str()) {
                walk(&path, root, ends, texts);
            }
        } else if ends.iter().any(|end| name.ends_with(end)) {
            let relative = path
                .strip_prefix(root)
                .expect("below the root")
                .to_string_lossy()
                .replace('\\', "/");
            // What is no UTF-8 is no text.
            if let Ok(text) = std::fs::read_to_string(&path) {
                texts.push(Text { path: relative, text });
            }
        }
    }
}

#[test]
fn comments_and_inline_tests_are_no_product_code() {
    let file = Text::new(
        "crates/a/src/a.rs",
        "// a\nfn b() {}\n#[cfg(test)]\nmod tests;\nfn c() {}\n#[cfg(test)]\nmod more {\n    d();\n}\n",
    );
    let lines: Vec<_> = file.product_lines().map(|(at, line)| format!("{at}: {line}")).collect();
    assert_eq!(
        lines,
        ["2: fn b() {}", "3: #[cfg(test)]", "4: mod tests;", "5: fn c() {}"]
    );
    assert!(Text::new("crates/a/src/b/tests.rs", "").is_test() && !file.is_test());
}
