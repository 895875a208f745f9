use qabyldau_domain::secret_code::SecretCode;

use super::*;

/// A text in the ways it could lie on a disk.
fn traces(text: &str) -> Vec<Vec<u8>> {
    let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
    vec![text.as_bytes().to_vec(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)]
}

fn latin(code: &str) -> String {
    let pairs = "АAВBЕEКKМMНHРPСCТTУYХX".chars().collect::<Vec<_>>();
    let swap = |symbol| {
        pairs
            .chunks(2)
            .find(|pair| pair[0] == symbol)
            .map_or(symbol, |pair| pair[1])
    };
    code.chars().map(swap).collect()
}

#[test]
fn a01_neither_code_nor_person_nor_picture_lies_anywhere_in_the_booths_folders() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    record(&machine, &mut booth, Press::Record, 2_100);
    let running = files(machine.folder.path());
    booth.input(Press::Pause);
    booth.input(Press::Send);
    let code: SecretCode = booth.state().code.unwrap().parse().unwrap();
    let shown = format!("{:?}", booth.state());
    until(&mut booth, printed);
    let standing = files(machine.folder.path());
    drop(booth);
    let closed = files(machine.folder.path());

    let canonical = code.canonical().to_string();
    let mut secrets = vec![
        canonical.clone(),
        code.printed().to_string(),
        latin(&canonical),
        latin(&code.printed()),
    ];
    secrets.extend([SURNAME, STREET, MAIL, "akim-almaty-region"].map(str::to_owned));
    assert!(secrets.iter().all(|secret| !shown.contains(secret.as_str())), "{shown}");
    let mut traces: Vec<Vec<u8>> = secrets.iter().flat_map(|secret| traces(secret)).collect();
    traces.extend([b"OpusHead".to_vec(), b"V_VP8".to_vec(), vec![0x1F, 0x43, 0xB6, 0x75]]);
    let all: Vec<_> = [running, standing, closed].concat();
    assert!(
        all.iter().any(|(path, _)| path.ends_with("ledger.db-wal")),
        "the WAL was looked at"
    );
    for (path, bytes) in all {
        // What the portal publishes to everybody lies there as it is.
        if path.starts_with(machine.data().join("documents")) {
            continue;
        }
        for trace in &traces {
            assert!(
                !bytes.windows(trace.len()).any(|window| window == trace),
                "{path:?}: {:?}",
                String::from_utf8_lossy(trace)
            );
        }
    }
}
