//! `cargo xtask`: everything one does with this repository, one command and one file each.
//!
//! It starts other programs (cargo, npm, apt-get, git) and reads what they print. It knows no rule of the field and links none of the
//! product's crates, so it builds on a machine that has nothing but Rust and a linker.

mod bench;
mod debian;
mod demo;
mod front;
mod node;
mod run;
mod sabotage;
mod say;
mod schema;
mod screens;
mod step;
mod test;
mod thread;
mod totals;
mod trouble;
mod workspace;

use std::process::ExitCode;

use trouble::Trouble;

const USAGE: &str = "\
cargo xtask COMMAND

  run                 builds the programs and opens the windows of a demonstration branch, kept in target/demo; without a display takes the tour
      --fresh         founds the branch anew
      --both          opens a window for desk B too
      --tour          drives the windows through a visit in both languages; pictures, papers and facts lie in target/tour
                      TOUR_IIN, TOUR_SURNAME and TOUR_SEED say who comes
  test                everything that is checked: form, lints, tests of Rust and of the screens; closes with the totals
  thread              a whole day of a demonstration branch between separate processes, at release speed, with its figures
  bench               the measurements, as ratios within one run
  sabotage            takes out one guard after the other and demands that its test goes red
      --full          more power cuts and kills (slower)
      --only NAME     only patches whose name begins with NAME, for example f01
  screens             makes a picture of every page in both languages into target/screens, and those of README.md again
  schema              writes the committed generated files again
      --check         only says whether they are as they would be written
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match command(&words) {
        Ok(()) => ExitCode::SUCCESS,
        // Each failed step has been named, and the totals must stay the last line.
        Err(Trouble::Failed) => ExitCode::FAILURE,
        Err(trouble) => {
            say::line(&format!("xtask: {}", trouble::whole(&trouble)));
            ExitCode::FAILURE
        }
    }
}

fn command(words: &[&str]) -> Result<(), Trouble> {
    match words {
        ["run", rest @ ..] => run::run(run::Wish::from_words(rest)?),
        ["test"] => test::test(),
        ["thread"] => thread::thread(),
        ["bench"] => bench::bench(),
        ["sabotage", rest @ ..] => sabotage::sabotage(&sabotage::Choice::from_words(rest)?),
        ["screens"] => screens::screens(),
        ["schema"] => schema::write(),
        ["schema", "--check"] => schema::check(),
        [] | ["help" | "--help" | "-h"] => {
            say::text(USAGE);
            Ok(())
        }
        _ => Err(Trouble::Usage { said: words.join(" ") }),
    }
}
