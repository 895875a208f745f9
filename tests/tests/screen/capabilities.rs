//! A05: a booth's window or a foreign address asks what is not its own; script in an applicant's name.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use qabyldau_tests::demo;
use qabyldau_tests::driving::{Display, Driver};
use qabyldau_tests::running::{Who, with_statements};
use serde_json::{Value, json};

use super::program::{Ground, Outcome, Shift, until};
use super::window::built;

/// Asks a command and says how it was answered: `["answered", value]` or `["refused", reason]`.
const ASK: &str = "const [[command, values], done] = arguments;
    window.__TAURI_INTERNALS__.invoke(command, values).then((value) => done(['answered', value]), (reason) => done(['refused', reason]));";

pub(super) fn asked(driver: &Driver, command: &str, values: &Value) -> Outcome<(String, Value)> {
    let mut answer = driver.run_async(ASK, &json!([command, values]))?;
    let how = answer[0].as_str().unwrap_or_default().to_owned();
    Ok((how, answer[1].take()))
}

#[test]
fn a05_a_booths_page_is_denied_what_is_a_desks_and_goes_nowhere_else() -> Outcome {
    let Some(program) = built() else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let display = Display::start(1080, 1920)?;
    let ground = Ground {
        program: &program,
        display: &display,
        home: folder.path(),
        environment: &[],
    };
    let data = folder.path().join("booth").display().to_string();
    let driver = ground.driven(&["--booth", "--data", &data])?;

    // Its own question comes through: the program behind it answers, by a value or by a refusal in its own form.
    let (how, own) = asked(&driver, "booth_view", &json!({}))?;
    assert!(how == "answered" || own["code"].is_string(), "{how}: {own}");
    for command in [
        "sign_in_state",
        "sign_in",
        "lock",
        "today",
        "search",
        "register",
        "show_iin",
        "ledger",
        "board",
        "applicant",
    ] {
        let (how, why) = asked(&driver, command, &json!({"text": "1", "number": "1"}))?;
        assert_eq!(how, "refused", "{command}: {why}");
        // Tauri's own words, before anything of ours was asked.
        assert!(
            why.as_str().is_some_and(|why| why.contains("not allowed")),
            "{command}: {why}"
        );
    }
    for command in [
        "plugin:window|set_title",
        "plugin:webview|create_webview_window",
        "plugin:event|emit",
        "plugin:path|resolve_directory",
    ] {
        let (how, why) = asked(&driver, command, &json!({}))?;
        assert_eq!(how, "refused", "{command}: {why}");
    }

    // A foreign address: no word ever comes there, in whatever way the page tries, and the page stays what it is.
    let (address, heard) = foreign()?;
    let heard = || heard.lock().unwrap_or_else(PoisonError::into_inner).clone();
    for way in [
        "location.href = at",
        "location.replace(at)",
        "window.open(at)",
        "const form = document.createElement('form'); form.action = at; document.body.append(form); form.submit()",
        "const frame = document.createElement('iframe'); frame.src = at; document.body.append(frame)",
        "new Image().src = at",
        "fetch(at).catch(() => {})",
        "new WebSocket(at.replace('http', 'ws'))",
        "const link = document.createElement('a'); link.href = at; link.target = '_blank'; document.body.append(link); link.click()",
    ] {
        // Some ways throw at once; none may be heard of outside.
        driver.run_with(
            &format!("const at = arguments[0]; try {{ {way} }} catch {{}}"),
            &json!(address),
        )?;
    }
    driver.take_a_moment();
    assert!(heard().is_empty(), "a page spoke with a foreign address: {:?}", heard());
    let (how, own) = asked(&driver, "booth_view", &json!({}))?;
    assert!(
        how == "answered" || own["code"].is_string(),
        "the page is still there: {how}: {own}"
    );
    assert_eq!(driver.windows()?.len(), 1);
    Ok(())
}

#[test]
fn a05_script_in_an_applicants_name_is_text_and_no_page_takes_script_from_within() -> Outcome {
    let Some(mut shift) = Shift::begun()? else {
        return Ok(());
    };
    let names = ["<img src=x onerror=window.ran=1>", "<script>window.ran=1</script>"];
    for (visitor, name) in demo::visitors().iter().zip(names) {
        let mut act = with_statements(visitor);
        act["person"]["surname"] = json!(name);
        shift.branch.act(Who::DeskA, &act)?;
    }
    let driver = shift.window()?;
    sign_in(&driver)?;
    for name in names {
        driver.until_said(name)?;
    }
    driver.run(
        "const script = document.createElement('script'); script.textContent = 'window.ran = 2'; document.body.append(script);
        const image = document.createElement('div'); image.innerHTML = '<img src=x onerror=\"window.ran=3\">'; document.body.append(image);
        const link = document.createElement('a'); link.href = 'javascript:window.ran=4'; document.body.append(link); link.click();
        const remote = document.createElement('script'); remote.src = 'data:text/javascript,window.ran=5'; document.body.append(remote);
        try { new Function('window.ran = 6')() } catch {}",
    )?;
    // A picture that cannot be loaded tells so after a while; when it has told, its word would have run.
    let told = "const [, done] = arguments; const image = new Image(); image.addEventListener('error', () => setTimeout(() => done(true), 100)); image.src = 'x';";
    driver.run_async(told, &Value::Null)?;
    assert_eq!(driver.run("return window.ran ?? null")?, Value::Null, "script ran");
    Ok(())
}

/// An address of somebody else, and what is said to it. WebKit opens a connection ahead when a link is pressed, before the program is asked whether
/// to go there; nothing is said over it.
fn foreign() -> Outcome<(String, Arc<Mutex<Vec<String>>>)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}/", listener.local_addr()?);
    let heard: Arc<Mutex<Vec<String>>> = Arc::default();
    let hears = Arc::clone(&heard);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut words = [0; 256];
            let _ = stream.set_read_timeout(Some(Duration::from_millis(300)));
            if let Ok(some @ 1..) = stream.read(&mut words) {
                let said = String::from_utf8_lossy(&words[..some]).into_owned();
                hears.lock().unwrap_or_else(PoisonError::into_inner).push(said);
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        }
    });
    Ok((address, heard))
}

/// Somebody signs in, and the page begins anew.
pub fn sign_in(driver: &Driver) -> Outcome {
    let member = &demo::STAFF[0];
    let (_, state) = asked(driver, "sign_in_state", &json!({}))?;
    let staff = state["staff"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|one| one["name"] == member.name);
    let id = staff.ok_or("on the list of the door")?["id"].clone();
    let (how, why) = asked(driver, "sign_in", &json!({"staff": id, "password": member.password}))?;
    assert_eq!(how, "answered", "{why}");
    driver.run("location.reload()")?;
    until("today's page", || {
        let (how, today) = asked(driver, "today", &json!({})).ok()?;
        (how == "answered" && !driver.there("input[type=password]").ok()?).then_some(today)
    });
    Ok(())
}
