//! F08: a second copy of the program starts.

use qabyldau_tests::driving::Display;
use qabyldau_tests::process::Process;

use super::program::{Ground, Outcome, until};
use super::window::built;

/// How a start ended that had nothing to do.
fn ended(mut start: Process) -> Option<i32> {
    until("the end of a second start", || (!start.runs()).then_some(()));
    start.end().expect("its end")
}

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
        let code = ended(ground.started("second", &["--data", &a])?);
        assert_eq!(code, Some(0), "it hands over and ends well");
        in_front(first.id());
        assert!(first.runs() && beside.runs());
    }

    let elsewhere = tempfile::tempdir()?;
    let other_login = Ground {
        home: elsewhere.path(),
        ..ground
    };
    let code = ended(other_login.started("of another login", &["--data", &a])?);
    assert_eq!(
        code,
        Some(0),
        "a start out of other surroundings finds the first one all the same"
    );
    in_front(first.id());

    first.kill()?;
    let mut again = ground.started("again", &["--data", &a])?;
    in_front(again.id());
    assert!(again.runs() && beside.runs(), "what the killed one left is no obstacle");
    assert_eq!(ended(ground.started("second", &["--data", &b])?), Some(0));
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
