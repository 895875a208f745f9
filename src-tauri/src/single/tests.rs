//! Two starts in one process: the lock is one of the open file, so both see each other.

use std::sync::mpsc::channel;

use super::*;

fn begin(meeting: &Path, data: &Path) -> io::Result<Start> {
    start(meeting, &mark(data), &qabyldau_window::real())
}

fn held(start: Start) -> Held {
    match start {
        Start::First(held) => held,
        Start::HandedOver => panic!("somebody else has it"),
    }
}

#[test]
fn the_second_start_makes_the_first_show_itself_and_another_folder_is_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let meeting = folder.path().join("meeting");
    let (shown, seen) = channel();
    let show = move || shown.send(()).unwrap();
    held(begin(&meeting, Path::new("/a")).unwrap())
        .show_when_called(show)
        .unwrap();
    assert!(matches!(begin(&meeting, Path::new("/a")).unwrap(), Start::HandedOver));
    seen.recv_timeout(PATIENCE).unwrap();
    held(begin(&meeting, Path::new("/b")).unwrap());
    assert!(
        seen.try_recv().is_err(),
        "the other folder's start is nobody's business"
    );
}

#[test]
fn what_a_killed_program_left_is_no_obstacle() {
    let folder = tempfile::tempdir().unwrap();
    let data = Path::new("/a");
    let door = folder.path().join(format!("{}.door", mark(data)));
    fs::write(&door, "127.0.0.1:1 old").unwrap();
    drop(held(begin(folder.path(), data).unwrap()));
    let again = held(begin(folder.path(), data).unwrap());
    assert!(fs::read_to_string(&door).unwrap().ends_with(&again.word));
}

#[test]
fn who_does_not_know_the_word_moves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let held = held(begin(folder.path(), Path::new("/a")).unwrap());
    let address = held.door.local_addr().unwrap();
    let (shown, seen) = channel();
    held.show_when_called(move || shown.send(()).unwrap()).unwrap();
    for said in ["\n", "shown\n", &format!("{}\n", "x".repeat(1000))] {
        let mut stream = TcpStream::connect(address).unwrap();
        // It may hang up before all of it is said.
        let _ = stream.write_all(said.as_bytes());
        assert!(line(&stream).unwrap_or_default().is_empty());
    }
    assert!(seen.try_recv().is_err());
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_the_word() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let meeting = folder.path().join("meeting");
    let _held = held(begin(&meeting, Path::new("/a")).unwrap());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&meeting), 0o700);
    let files: Vec<_> = fs::read_dir(&meeting)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(files.len(), 2);
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[cfg(unix)]
#[test]
fn a_folder_has_one_mark_however_its_path_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&data, &link).unwrap();
    assert_eq!(mark(&link), mark(&folder.path().join("./data")));
    assert_ne!(mark(&link), mark(folder.path()));
}
