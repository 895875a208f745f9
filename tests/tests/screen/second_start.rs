//! F08: a second copy of the program starts.

use qabyldau_tests::driving::Display;

use super::program::{Ground, Outcome, until};
use super::window::built;

#[test]
fn f08_a_second_start_raises_the_first_and_ends() -> Outcome {
    let Some(program) = built() else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let display = Display::start(1366, 768)?;
    let ground = Ground {
        program: &program,
        display: &display,
        home: folder.path(),
        environment: &[],
    };
    let data = |name: &str| folder.path().join(name).display().to_string();
    let (a, b) = (data("desk-a"), data("desk-b"));
    let in_front = |id: u32| until("its window in front", || ground.in_front().filter(|front| *front == id));

    let mut first = ground.started("first", &["--data", &a])?;
    in_front(first.id());
    let mut beside = ground.started("beside", &["--data", &b])?;
    in_front(beside.id());
    assert!(first.runs(), "another folder runs beside it");

    for _ in 0..2 {
        let second = ground.command(&["--data", &a]).output()?;
        assert!(second.status.success(), "it hands over and ends well: {second:?}");
        in_front(first.id());
        assert!(first.runs() && beside.runs());
    }

    first.kill()?;
    let mut again = ground.started("again", &["--data", &a])?;
    in_front(again.id());
    assert!(again.runs() && beside.runs(), "what the killed one left is no obstacle");
    let second = ground.command(&["--data", &b]).output()?;
    assert!(second.status.success());
    in_front(beside.id());
    Ok(())
}

#[test]
fn a_command_line_that_cannot_be_followed_ends_with_a_sentence() -> Outcome {
    let Some(program) = built() else { return Ok(()) };
    for words in [&["--booth", "--board"][..], &["--data"], &["--what"]] {
        let said = std::process::Command::new(&program).args(words).output()?;
        assert!(!said.status.success(), "{words:?}");
        assert!(
            String::from_utf8_lossy(&said.stderr).contains("usage: qabyldau"),
            "{said:?}"
        );
    }
    Ok(())
}
