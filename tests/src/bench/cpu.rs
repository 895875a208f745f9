//! CPU time as the kernel counts it: of this thread, or of a whole process with all its threads, those that ended among them.

use std::time::Duration;

/// Clock ticks a second in `/proc/<pid>/stat`: 100 on every Linux we know (`getconf CLK_TCK`).
const TICKS: u64 = 100;

/// Of this thread; zero where the kernel does not count it.
pub fn of_this_thread() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|word| word.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

/// Of a process, in user and kernel together; zero once it is gone.
pub fn of_process(id: u32) -> Duration {
    let text = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    Duration::from_millis(ticks(&text).unwrap_or_default() * 1000 / TICKS)
}

/// Columns 14 and 15; the name before them may hold anything and ends with the last bracket.
fn ticks(stat: &str) -> Option<u64> {
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut words = rest.split(' ').skip(11);
    let user: u64 = words.next()?.parse().ok()?;
    let kernel: u64 = words.next()?.parse().ok()?;
    Some(user + kernel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_kernel_are_added_whatever_the_process_is_called() {
        let stat = "7 (a) b) S 1 7 7 0 -1 4194304 100 0 0 0 250 31 9 9 20 0 4 0 1 2 3";
        assert_eq!(ticks(stat), Some(281));
        assert_eq!(ticks(""), None);
    }
}
