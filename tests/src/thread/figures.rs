//! How long each part of the day took, and what lies where.

use std::path::Path;
use std::time::{Duration, Instant};

use super::{Outcome, ThreadError};

/// The figures of one run.
#[derive(Debug, Default)]
pub struct Figures {
    parts: Vec<(String, Duration)>,
    papers: Vec<String>,
}

impl Figures {
    pub(super) fn time<T>(&mut self, part: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let begun = Instant::now();
        let done = work();
        self.parts.push((part.to_owned(), begun.elapsed()));
        done
    }

    pub(super) fn papers(&mut self, out: &Path) -> Outcome {
        let folder = out.join("papers");
        let entries = std::fs::read_dir(&folder).map_err(|error| ThreadError::File(folder.clone(), error))?;
        self.papers = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path().display().to_string())
            .collect();
        self.papers.sort();
        Ok(())
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (part, took) in &self.parts {
            writeln!(f, "{:>8.2} s  {part}", took.as_secs_f64())?;
        }
        let all: Duration = self.parts.iter().map(|(_, took)| *took).sum();
        writeln!(f, "{:>8.2} s  together", all.as_secs_f64())?;
        self.papers.iter().try_for_each(|paper| writeln!(f, "  {paper}"))
    }
}
