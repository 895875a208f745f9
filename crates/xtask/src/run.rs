//! `cargo xtask run`: the demonstration branch in its windows, or the tour through them, driven as a person would.

use std::path::Path;
use std::process::Command;

use crate::trouble::Trouble;
use crate::{debian, demo, front, node, say, step, workspace};

/// What is built for it: everything, in the one selection, with the windows.
const PROFILE: &str = "debug";
/// The programs of the package of tests that show it.
const SHOWN: &str = "demonstration";
const DRIVEN: &str = "tour";

/// What the command line asks for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Gives up the branch that was kept.
    fresh: bool,
    /// Drives the windows instead of leaving them to a person.
    tour: bool,
    /// Desk B has a window too.
    both: bool,
}

impl Wish {
    /// From the words behind `run`.
    pub fn from_words(words: &[&str]) -> Result<Self, Trouble> {
        let mut wish = Self::default();
        for word in words {
            let asked = match *word {
                "--fresh" => &mut wish.fresh,
                "--tour" => &mut wish.tour,
                "--both" => &mut wish.both,
                _ => {
                    return Err(Trouble::Usage {
                        said: format!("run {}", words.join(" ")),
                    });
                }
            };
            *asked = true;
        }
        Ok(wish)
    }

    fn words(self, driven: bool) -> Vec<&'static str> {
        // Nobody would look at a second desk's window on a display that nobody sees.
        let words = [("--fresh", self.fresh), ("--both", self.both && !driven)];
        words
            .into_iter()
            .filter_map(|(word, asked)| asked.then_some(word))
            .collect()
    }
}

/// Puts in place what is missing, builds, and opens the windows; without a display takes the tour.
pub fn run(wish: Wish) -> Result<(), Trouble> {
    debian::put_in_place()?;
    node::put_in_place()?;
    say::head("build");
    front::must(front::bundle()?)?;
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--locked", "--bins"]);
    demo::select(&mut cargo)?;
    step::must(&mut cargo)?;
    let display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    let driven = wish.tour || !display;
    if !display && !wish.tour {
        say::line("There is no display here, so nobody could see windows: this is the tour instead.");
    }
    let target = workspace::target();
    say::head(if driven { DRIVEN } else { SHOWN });
    let program = target.join(PROFILE).join(if driven { DRIVEN } else { SHOWN });
    step::must(
        tied(&program)
            .arg("--demo")
            .arg(target.join("demo"))
            .arg("--tour")
            .arg(target.join("tour"))
            .args(wish.words(driven)),
    )
    .map(|_| ())
}

/// The program ends with this one, also when this one is killed; what it started ends with it in the same way.
fn tied(program: &Path) -> Command {
    let mut command = workspace::command("setpriv");
    command.args(["--pdeathsig", "TERM", "--"]).arg(program);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_combine_and_strange_ones_are_named() {
        let wish = Wish::from_words(&["--tour", "--fresh"]).unwrap();
        assert!(wish.fresh && wish.tour && !wish.both);
        assert_eq!(wish.words(true), ["--fresh"]);
        assert_eq!(Wish::from_words(&["--both"]).unwrap().words(false), ["--both"]);
        let trouble = Wish::from_words(&["--tuor"]).err().unwrap();
        assert!(trouble.to_string().contains("--tuor"));
    }
}
