//! `cargo xtask run`: a day of a demonstration branch, lived by the real programs, and where its papers lie.

use crate::thread::{self, Speed};
use crate::trouble::Trouble;
use crate::{debian, say, workspace};

/// Builds the programs, runs the day and names the files it left.
pub fn run() -> Result<(), Trouble> {
    debian::put_in_place()?;
    thread::day(Speed::AsBuiltForTests)?;
    let mut papers = Vec::new();
    collect(&thread::folder(), &mut papers)?;
    papers.sort();
    say::head("papers");
    let root = workspace::root();
    for paper in &papers {
        say::line(&format!("  {}", paper.strip_prefix(&root).unwrap_or(paper).display()));
    }
    if papers.is_empty() {
        return Err(Trouble::Needed(format!(
            "the day left no paper in {}",
            thread::folder().display()
        )));
    }
    Ok(())
}

/// Sheets as PDF and as the printer's own picture.
const PAPERS: &[&str] = &["pdf", "png", "pbm", "escpos"];

fn collect(folder: &std::path::Path, papers: &mut Vec<std::path::PathBuf>) -> Result<(), Trouble> {
    let trouble = |source| Trouble::File {
        path: folder.to_path_buf(),
        source,
    };
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path.is_dir() {
            collect(&path, papers)?;
        } else if path
            .extension()
            .is_some_and(|end| PAPERS.iter().any(|paper| end == *paper))
        {
            papers.push(path);
        }
    }
    Ok(())
}
