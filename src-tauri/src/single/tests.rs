//! Two starts in one process: the lock is one of the open file, so both see each other.

use std::sync::mpsc::channel;

use super::*;

fn begin(data: &Path) -> io::Result<Start> {
    start(data, &qabyldau_window::real())
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
    let (a, b) = (folder.path().join("a"), folder.path().join("b"));
    let (shown, seen) = channel();
    let show = move || shown.send(()).unwrap();
    held(begin(&a).unwrap()).show_when_called(show).unwrap();
    assert!(matches!(begin(&a).unwrap(), Start::HandedOver));
    seen.recv_timeout(PATIENCE).unwrap();
    held(begin(&b).unwrap());
    assert!(
        seen.try_recv().is_err(),
        "the other folder's start is nobody's business"
    );
}

#[test]
fn what_a_killed_program_left_is_no_obstacle() {
    let folder = tempfile::tempdir().unwrap();
    let door = folder.path().join(DOOR);
    fs::write(&door, "127.0.0.1:1 old").unwrap();
    drop(held(begin(folder.path()).unwrap()));
    let again = held(begin(folder.path()).unwrap());
    assert!(fs::read_to_string(&door).unwrap().ends_with(&again.word));
}

#[test]
fn who_does_not_know_the_word_moves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let held = held(begin(folder.path()).unwrap());
    let address = held.door.local_addr().unwrap();
    let (shown, seen) = channel();
    held.show_when_called(move || shown.send(()).unwrap()).unwrap();
    for said in ["\n", "shown\n", &format!("{}\n", "x".repeat(1000))] {
        let mut stream = TcpStream::connect(address).unwrap();
        // It may hang up before all of it is said.
        let _ = stream.write_all(said.as_bytes());
        assert!(line(&stream, Instant::now() + PATIENCE).unwrap_or_default().is_empty());
    }
    assert!(seen.try_recv().is_err());
}

#[test]
fn who_says_its_word_letter_by_letter_holds_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let held = held(begin(folder.path()).unwrap());
    let address = held.door.local_addr().unwrap();
    held.show_when_called(|| ()).unwrap();
    let mut slow = TcpStream::connect(address).unwrap();
    let trickling = thread::spawn(move || {
        // A letter now and then, until nobody hears any more.
        let (_held, nothing) = channel::<()>();
        while slow.write_all(b"x").is_ok() {
            let _ = nothing.recv_timeout(HEARING / 4);
        }
    });
    assert!(matches!(begin(folder.path()).unwrap(), Start::HandedOver));
    trickling.join().unwrap();
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_the_word() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let _held = held(begin(&data).unwrap());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    let files: Vec<_> = fs::read_dir(&data)
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
