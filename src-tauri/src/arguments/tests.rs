//! Tables of command lines.

use super::*;

fn read(arguments: &[&str], environment: &[(&str, &str)]) -> Result<Arguments, Usage> {
    let value = |name: &str| {
        let found = environment.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| OsString::from(value))
    };
    Arguments::read(arguments.iter().map(OsString::from), value)
}

fn node(arguments: &[&str]) -> Result<Node, Usage> {
    read(arguments, &[("HOME", "/h")]).map(|arguments| arguments.node)
}

#[test]
fn the_command_line_wins_then_the_systems_own_folders() {
    let data = |arguments: &[&str], environment: &[(&str, &str)]| read(arguments, environment).map(|said| said.data);
    let home = [("HOME", "/h")];
    assert_eq!(data(&["--data", "/d"], &home), Ok("/d".into()));
    assert_eq!(
        data(&[], &[("XDG_DATA_HOME", "/x"), ("HOME", "/h")]),
        Ok("/x/qabyldau".into())
    );
    assert_eq!(data(&[], &home), Ok("/h/.local/share/qabyldau".into()));
    assert_eq!(data(&[], &[("LOCALAPPDATA", "/l")]), Ok("/l/qabyldau".into()));
    assert_eq!(data(&[], &[("HOME", "")]), Err(Usage));
}

#[test]
fn what_is_remembered_lies_outside_the_data() {
    let state = |environment: &[(&str, &str)]| read(&["--data", "/d"], environment).map(|said| said.state);
    assert_eq!(state(&[("HOME", "/h")]), Ok("/h/.local/state/qabyldau".into()));
    assert_eq!(
        state(&[("XDG_STATE_HOME", "/s"), ("HOME", "/h")]),
        Ok("/s/qabyldau".into())
    );
    assert_eq!(state(&[]), Ok("/d/state".into()), "without a home");
}

#[test]
fn each_node_has_its_own_options() {
    assert_eq!(node(&[]), Ok(Node::Desk(DeskWindows::default())));
    let all = DeskWindows {
        board: true,
        applicant: true,
        prints: Some("/p".into()),
        idle_ms: None,
    };
    assert_eq!(node(&["--applicant", "--prints", "/p", "--board"]), Ok(Node::Desk(all)));
    let to = |receipts: Receipts| {
        Ok(Node::Booth(BoothWindow {
            receipts,
            synthetic_camera: false,
        }))
    };
    assert_eq!(node(&["--booth"]), to(Receipts::File("/dev/usb/lp0".into())));
    let network = Receipts::Network("10.0.0.9:9100".parse().unwrap());
    assert_eq!(node(&["--receipts", "10.0.0.9:9100", "--booth"]), to(network));
    let file = Receipts::File("/tmp/10.0.0.9".into());
    assert_eq!(node(&["--booth", "--receipts", "/tmp/10.0.0.9"]), to(file));
}

#[test]
fn what_cannot_be_followed_is_refused_and_never_guessed() {
    for arguments in [
        &["--data"][..],
        &["--data", ""],
        &["--date", "/d"],
        &["/d"],
        &["--data", "/d", "more"],
        &["--data", "/d", "--data", "/e"],
        &["--board", "--board"],
        &["--booth", "--board"],
        &["--booth", "--applicant"],
        &["--booth", "--prints", "/p"],
        &["--receipts", "/dev/usb/lp0"],
        &["--prints"],
        &["--help"],
    ] {
        assert_eq!(node(arguments), Err(Usage), "{arguments:?}");
    }
}

#[test]
fn a_test_picture_is_known_only_to_a_demonstration_and_only_at_a_booth() {
    let synthetic = node(&["--booth", "--synthetic-camera"]);
    assert_eq!(synthetic.is_ok(), cfg!(feature = "demo"), "{synthetic:?}");
    assert_eq!(node(&["--synthetic-camera"]), Err(Usage));
}
