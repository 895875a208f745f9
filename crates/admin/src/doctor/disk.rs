//! Free space where the data lie. A desk that runs full refuses to register; that is seen before it happens.

use std::path::Path;

use crate::say::{self, Finding};

const GIB: u64 = 1024 * 1024 * 1024;
/// A year of a busy branch's journal, a rebuild of it beside itself, and the recordings of a day without network.
const NEEDED_GIB: u64 = 2;

pub(super) fn look(data: &Path) -> Finding {
    fs4::available_space(data).map_or_else(|_| Finding::told(&say::DISK_UNKNOWN), judge)
}

fn judge(free: u64) -> Finding {
    let words = format!("{},{}", free / GIB, free % GIB * 10 / GIB);
    let finding = match free >= NEEDED_GIB * GIB {
        true => Finding::well(&say::DISK),
        false => Finding::wrong(&say::DISK_SHORT),
    };
    finding
        .with("free", words)
        .with("needed", NEEDED_GIB)
        .with("free_bytes", free)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say::State;

    #[test]
    fn less_than_two_gibibytes_is_wrong_and_said_with_one_decimal() {
        let text = |free| judge(free).text(qabyldau_domain::language::Language::Ru);
        assert_eq!(judge(NEEDED_GIB * GIB).state, State::Well);
        assert_eq!(judge(NEEDED_GIB * GIB - 1).state, State::Wrong);
        assert!(text(NEEDED_GIB * GIB - 1).contains("1,9 ГиБ") && text(GIB / 2).contains("0,5 ГиБ"));
    }
}
