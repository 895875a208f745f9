//! The screens in a browser over the real cores: `ui-host --out FOLDER --screens FOLDER`.
//!
//! Founds the demonstration branch in `--out` (absolute, empty), serves the bundle of `--screens` on 127.0.0.1, says where and for which token in
//! one line of JSON, and ends when its input is closed. `XDG_STATE_HOME` must be `state` in that folder, where all programs of the branch keep it.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use qabyldau_tests::ui_host::{Door, Files, House, serve};
use serde_json::json;
use tokio::net::TcpListener;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "ui-host: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [out_flag, out, screens_flag, screens] = arguments.as_slice() else {
        return Err("usage: ui-host --out FOLDER --screens FOLDER".into());
    };
    if out_flag != Path::new("--out") || screens_flag != Path::new("--screens") {
        return Err("usage: ui-host --out FOLDER --screens FOLDER".into());
    }
    // Desk A and the booth are of this process: what it keeps outside of their folders must not reach the user's own.
    if std::env::var_os("XDG_STATE_HOME") != Some(out.join("state").into_os_string()) {
        return Err("XDG_STATE_HOME must be `state` in the folder of --out".into());
    }
    let program = std::env::current_exe()?;
    let files = Files::of(screens)?;
    let house = Arc::new(House::found(
        program.parent().ok_or("this program has no folder")?,
        out,
    )?);
    let token = qabyldau_store::surroundings::real().id();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let ended = runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        writeln!(std::io::stdout(), "{}", json!({"address": address, "token": token}))?;
        serve(
            listener,
            Door::at(address, token),
            files,
            Arc::<House>::clone(&house),
            input_closed(),
        )
        .await
    });
    // A question that still waits in a core is not waited for, and keeps the house standing: its programs are ended by name.
    runtime.shutdown_background();
    house.close();
    Ok(ended?)
}

async fn input_closed() {
    let (closed, heard) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        closed.send(())
    });
    let _ = heard.await;
}
