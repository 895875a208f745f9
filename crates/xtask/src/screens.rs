//! `cargo xtask screens`: a picture of every page, in both languages, at every size and theme, out of the real cores; and the README's own again.

use std::path::{Path, PathBuf};

use crate::trouble::Trouble;
use crate::{debian, demo, front, node, say, step, workspace};

/// The pictures of README.md: as they are called there, and as the walk calls them.
const README: &[(&str, &str)] = &[
    ("today.kk.png", "today.kk.1366x768.light.png"),
    ("booth.kk.png", "booth-recording.kk.1080x1920.light.png"),
];

/// Builds what is needed, walks through all pages, and copies what README.md shows.
pub fn screens() -> Result<(), Trouble> {
    debian::put_in_place()?;
    node::put_in_place()?;
    say::head("build of the programs");
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--locked"]);
    demo::programs(&mut cargo, false)?;
    demo::select(&mut cargo)?;
    step::must(&mut cargo)?;
    front::must(front::bundle_for_browser()?)?;
    say::head("every page");
    let pictures = emptied(workspace::target().join("screens"))?;
    step::must(&mut front::pictures(&workspace::target().join("debug"), &pictures))?;
    let shown = workspace::root().join("docs/pictures");
    at(&shown, std::fs::create_dir_all(&shown))?;
    for (own, walked) in README {
        let walked = pictures.join(walked);
        at(&walked, std::fs::copy(&walked, shown.join(own)))?;
    }
    say::line(&format!(
        "all pages: {}; README's: {}",
        pictures.display(),
        shown.display()
    ));
    Ok(())
}

/// Pictures of pages that are no more must not be taken for this run's.
fn emptied(folder: PathBuf) -> Result<PathBuf, Trouble> {
    if folder.exists() {
        at(&folder, std::fs::remove_dir_all(&folder))?;
    }
    at(&folder, std::fs::create_dir_all(&folder))?;
    Ok(folder)
}

fn at<T>(path: &Path, done: std::io::Result<T>) -> Result<T, Trouble> {
    done.map_err(|source| Trouble::File {
        path: path.to_path_buf(),
        source,
    })
}
