//! A booth without a window: `booth-process --data FOLDER --port FOLDER`, spoken to in lines of JSON.

use std::path::Path;

use qabyldau_tests::headless::{booth::HeadlessBooth, folders, serve};

fn main() -> std::io::Result<()> {
    let (data, port) = folders()?;
    let mut node = HeadlessBooth::at(Path::new(&data), Path::new(&port));
    serve(|line| node.answer(line))
}
