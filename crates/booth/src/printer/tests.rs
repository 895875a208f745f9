use std::io::Read as _;
use std::net::TcpListener;

use super::*;

fn listener() -> (TcpListener, NetworkPort) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = NetworkPort(listener.local_addr().unwrap());
    (listener, port)
}

#[test]
fn f23_a_printer_that_takes_everything_is_given_the_receipt() {
    let (listener, port) = listener();
    let printer = std::thread::spawn(move || {
        let mut taken = Vec::new();
        listener.accept().unwrap().0.read_to_end(&mut taken).unwrap();
        taken
    });
    let receipt = vec![7; 300_000];
    assert_eq!(port.print(&receipt), Printed::Given);
    assert_eq!(printer.join().unwrap(), receipt);
}

#[test]
fn f23_a_printer_that_is_not_there_failed_and_one_that_breaks_off_is_uncertain() {
    let (gone, port) = listener();
    drop(gone);
    assert_eq!(port.print(b"receipt"), Printed::Failed);
    let (listener, port) = listener();
    let printer = std::thread::spawn(move || {
        let (mut line, _) = listener.accept().unwrap();
        // Reads a little of much and lets go: the rest is lost on the way.
        line.read_exact(&mut [0; 10]).unwrap();
    });
    assert_eq!(port.print(&vec![7; 8 << 20]), Printed::Uncertain);
    printer.join().unwrap();
}

#[test]
fn a_plain_file_takes_receipts_one_after_the_other_and_a_missing_device_fails() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("receipts");
    let port = FilePort(file.clone());
    assert_eq!(
        (port.print(b"one"), port.print(b"two")),
        (Printed::Given, Printed::Given)
    );
    assert_eq!(std::fs::read(file).unwrap(), b"onetwo");
    assert_eq!(FilePort("/dev/no-such-printer".into()).print(b"one"), Printed::Failed);
}
