//! Where a trial may be written: a folder that is not there, or is empty. A real node is refused by its own name.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use qabyldau_store::keys::slots::SlotFile;

use super::failed::Failed;

pub(super) fn prepare(folder: &Path) -> Result<(), Failed> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
        Ok(mut inside) => {
            if SlotFile::at(folder).exists() && !demonstration(folder) {
                return Err(Failed::Real);
            }
            if inside.next().is_some() {
                return Err(Failed::NotEmpty);
            }
        }
    }
    Ok(fs::create_dir_all(folder)?)
}

/// Is the node that lies here marked as a demonstration? One whose slots cannot be read is not.
fn demonstration(folder: &Path) -> bool {
    let page = SlotFile::at(folder).sign_in_page(&qabyldau_store::surroundings::real());
    page.is_ok_and(|page| page.nameplate.demonstration)
}
