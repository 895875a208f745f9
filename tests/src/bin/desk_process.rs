//! A desk without a window: `desk-process --data FOLDER --port FOLDER`, spoken to in lines of JSON.

use std::path::Path;

use qabyldau_tests::headless::{desk::HeadlessDesk, folders, serve};

fn main() -> std::io::Result<()> {
    let (data, port) = folders()?;
    let mut node = HeadlessDesk::at(Path::new(&data), Path::new(&port));
    serve(|line| node.answer(line))
}
