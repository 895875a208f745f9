use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use qabyldau_domain::booth::recording::{FORM_FRAGMENTS, FORM_WHOLE, seekable, unpack};
use qabyldau_exchange::seal::{Identity, open};

use super::memory::Memory;
use super::*;
use crate::recorder::{Gst, Picture, Recorder, Source, Told};

const LIMIT: usize = 128 * 1024 * 1024;

struct Place {
    _folder: tempfile::TempDir,
    recordings: Recordings,
    portal: Identity,
    booth: Identity,
    sealing: Sealing,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let recordings = Recordings::open(folder.path().join("recordings")).unwrap();
    let (portal, authority, booth) = (Identity::generate(), Identity::generate(), Identity::generate());
    let sealing = Sealing::to([portal.recipient(), authority.recipient()], &booth.recipient()).unwrap();
    Place {
        _folder: folder,
        recordings,
        portal,
        booth,
        sealing,
    }
}

fn camera(pictures: Option<u32>) -> Gst {
    Gst::new(Source::Synthetic { pictures }, Picture::SMALL, false).unwrap()
}

/// Records until so much is there.
fn run(camera: &mut Gst, take: &mut Take, until_ms: u32) {
    camera.record().unwrap();
    while take.ms() < until_ms {
        keep(camera, take);
        camera.wait(Duration::from_millis(50));
    }
}

fn keep(camera: &mut Gst, take: &mut Take) {
    for told in camera.poll() {
        match told {
            Told::Bytes(bytes) => take.add(&bytes).unwrap(),
            Told::Progress { ms } => take.reached(ms).unwrap(),
            Told::Failed(fault) => panic!("{fault:?}"),
            Told::Voice { .. } => {}
        }
    }
}

/// As the booth stops a recorder: what it still had in hand is kept.
fn stop(camera: &mut Gst, take: &mut Take) {
    camera.close();
    keep(camera, take);
}

fn ffprobe(file: &Path) -> serde_json::Value {
    let run = Command::new("ffprobe")
        .args([
            "-v",
            "error",
            "-show_entries",
            "stream=codec_name:format=duration,format_name",
            "-of",
            "json",
        ])
        .arg(file)
        .output()
        .expect("ffprobe is installed");
    assert!(
        run.status.success() && run.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    serde_json::from_slice(&run.stdout).unwrap()
}

/// The times of the packets on a track, read by another program from a place on.
fn packets(file: &Path, track: &str, from: &str) -> Vec<f64> {
    let run = Command::new("ffprobe")
        .args([
            "-v",
            "error",
            "-select_streams",
            track,
            "-show_entries",
            "packet=pts_time",
        ])
        .args(["-read_intervals", from])
        .arg(file)
        .output()
        .expect("ffprobe is installed");
    let text = String::from_utf8(run.stdout).unwrap();
    text.lines()
        .filter_map(|line| line.strip_prefix("pts_time=")?.parse().ok())
        .collect()
}

/// Decodes everything; complains about nothing. Each frame keeps its own time, to the millisecond: on a grid of the average rate two that came
/// close together would share a place, and the player would be blamed on the file.
fn plays(file: &Path) {
    let run = Command::new("ffmpeg")
        .args(["-v", "error", "-i"])
        .arg(file)
        .args(["-fps_mode", "passthrough", "-enc_time_base", "-1", "-f", "null", "-"])
        .output();
    let run = run.expect("ffmpeg is installed");
    assert!(
        run.status.success() && run.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

#[test]
fn a_recording_with_a_pause_becomes_one_seekable_webm_that_only_the_portal_opens() {
    let place = place();
    let mut camera = camera(None);
    let mut take = Take::begin(&place.recordings, "s", &place.sealing).unwrap();
    camera.watch().unwrap();
    run(&mut camera, &mut take, 1_500);
    stop(&mut camera, &mut take);
    take.rest().unwrap();
    let paused = take.ms();
    run(&mut camera, &mut take, 3_000);
    stop(&mut camera, &mut take);
    let last = camera.finish().unwrap();
    let sealed = take.finish(&last).unwrap();
    assert_eq!(sealed.form, FORM_WHOLE);
    assert!(
        open(&place.booth, &sealed.bytes, LIMIT).is_err(),
        "the booth cannot open what it holds"
    );

    let plain = open(&place.portal, &sealed.bytes, LIMIT).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("whole.webm");
    std::fs::write(&file, &plain).unwrap();
    let seen = ffprobe(&file);
    let codecs: BTreeSet<&str> = seen["streams"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["codec_name"].as_str())
        .collect();
    assert_eq!(codecs, BTreeSet::from(["vp8", "opus"]));
    let seconds: f64 = seen["format"]["duration"].as_str().unwrap().parse().unwrap();
    assert!(
        (seconds - f64::from(take.ms()) / 1_000.0).abs() < 0.3,
        "{seconds} s, {} ms",
        take.ms()
    );
    assert!((seconds * 1_000.0 - f64::from(sealed.duration_ms)).abs() < 2.0);
    plays(&file);

    let later = packets(&file, "v:0", "2%");
    assert!(
        later.first().is_some_and(|first| *first > 0.9),
        "sought, not read from the beginning: {later:?}"
    );
    for (track, step) in [("v:0", 0.6), ("a:0", 0.09)] {
        let times = packets(&file, track, "%");
        assert!(times.len() > 20, "{track}: {times:?}");
        let gap = times.windows(2).map(|pair| pair[1] - pair[0]).fold(0.0, f64::max);
        assert!(
            gap < step,
            "no gap where it was paused at {paused} ms: {gap} on {track}: {times:?}"
        );
    }
}

/// Not a test of its own: records, tells how far it is, and waits to be killed.
#[test]
#[ignore = "run by the test below in its own process"]
fn records_until_it_is_killed() {
    let given = |name| std::env::var(name).expect("given by the test below");
    let recordings = Recordings::open(given("RECORDINGS")).unwrap();
    let sealing = Sealing::to([given("RECIPIENT")], "").unwrap();
    let mut camera = camera(None);
    let mut take = Take::begin(&recordings, "s", &sealing).unwrap();
    for until in (100..180_000).step_by(50) {
        run(&mut camera, &mut take, until);
        println!("reached {}", take.ms());
    }
}

#[test]
fn f14_a_process_killed_while_recording_loses_at_most_one_fragment_and_what_is_left_plays() {
    // One after the other: three at once would measure how far the encoder lags on a busy machine.
    for at in [1_150, 2_050, 2_950] {
        killed(at);
    }
}

fn killed(at: u32) {
    let place = place();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "fragment::tests::records_until_it_is_killed",
            "--ignored",
            "--nocapture",
        ])
        .env("RECORDINGS", place.recordings.root())
        .env("RECIPIENT", place.portal.recipient())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let told = lines
        .filter_map(|line| line.unwrap().strip_prefix("reached ")?.parse::<u32>().ok())
        .find(|ms| *ms >= at)
        .expect("the recording goes on");
    child.kill().unwrap();
    child.wait().unwrap();

    let recovered = Recovered::find(&place.recordings, "s").unwrap().unwrap();
    assert!(
        told.saturating_sub(recovered.ms()) <= 1_300,
        "{told} ms were told, {} ms are there",
        recovered.ms()
    );
    let parcel = recovered.parcel().unwrap();
    assert_eq!((parcel.form, parcel.duration_ms), (FORM_FRAGMENTS, recovered.ms()));
    let mut plain = Vec::new();
    for fragment in unpack(&parcel.bytes).unwrap() {
        assert!(
            open(&place.booth, fragment, LIMIT).is_err(),
            "the booth cannot open what it holds"
        );
        plain.extend_from_slice(&open(&place.portal, fragment, LIMIT).unwrap());
    }
    let (file, ms) = seekable(&plain).unwrap();
    assert!(ms + 500 >= recovered.ms(), "{ms} ms of {} ms", recovered.ms());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recovered.webm");
    std::fs::write(&path, &file).unwrap();
    assert!(ffprobe(&path)["format"]["duration"].is_string());
    plays(&path);
}

#[test]
fn what_was_damaged_on_the_disk_ends_the_recording_there() {
    let place = place();
    let mut take = Take::begin(&place.recordings, "s", &place.sealing).unwrap();
    for second in 1..=5 {
        take.add(b"a second").unwrap();
        take.reached(second * 1_000).unwrap();
    }
    drop(take);
    let path = place.recordings.root().join("s").join("000003");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[20] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let recovered = Recovered::find(&place.recordings, "s").unwrap().unwrap();
    assert_eq!(recovered.ms(), 2_000);
    place.recordings.keep_only(Some("s")).unwrap();
    assert!(Recovered::find(&place.recordings, "s").unwrap().is_some());
    place.recordings.keep_only(None).unwrap();
    assert!(Recovered::find(&place.recordings, "s").unwrap().is_none());
}

#[test]
fn nothing_unsealed_lies_on_the_disk() {
    let place = place();
    let mut camera = camera(None);
    let mut take = Take::begin(&place.recordings, "s", &place.sealing).unwrap();
    run(&mut camera, &mut take, 2_100);
    for entry in std::fs::read_dir(place.recordings.root().join("s")).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for trace in [&b"webm"[..], b"V_VP8", b"OpusHead", b"\x1F\x43\xB6\x75"] {
            assert!(!bytes.windows(trace.len()).any(|window| window == trace));
        }
    }
}

#[test]
fn a_recording_too_large_for_memory_goes_as_fragments() {
    let place = place();
    let mut take = Take::begin_with(&place.recordings, "s", &place.sealing, Memory::reserved(10)).unwrap();
    take.add(b"0123456789").unwrap();
    take.reached(1_000).unwrap();
    let sealed = take.finish(b"x").unwrap();
    assert_eq!((sealed.form, unpack(&sealed.bytes).unwrap().len()), (FORM_FRAGMENTS, 2));
}

#[test]
fn f15_a_camera_that_is_pulled_out_is_told_and_what_was_recorded_stays() {
    let place = place();
    let mut camera = camera(Some(12));
    let mut take = Take::begin(&place.recordings, "s", &place.sealing).unwrap();
    camera.record().unwrap();
    let fault = loop {
        let told = camera.poll();
        let fault = told.iter().find_map(|told| {
            if let Told::Failed(fault) = told {
                Some(*fault)
            } else {
                None
            }
        });
        for told in told {
            match told {
                Told::Bytes(bytes) => take.add(&bytes).unwrap(),
                Told::Progress { ms } => take.reached(ms).unwrap(),
                _ => {}
            }
        }
        if let Some(fault) = fault {
            break fault;
        }
        camera.wait(Duration::from_millis(50));
    };
    assert_eq!(fault, qabyldau_domain::booth::Fault::Camera);
    let sealed = take.finish(&camera.finish().unwrap()).unwrap();
    let plain = open(&place.portal, &sealed.bytes, LIMIT).unwrap();
    assert!(seekable(&plain).unwrap().1 >= 500);
}

#[test]
fn the_mirror_shows_jpegs_and_the_voice_test_hears_the_tone() {
    let mut camera = camera(None);
    camera.test_voice().unwrap();
    let (mut picture, mut voice) = (None, None);
    while picture.is_none() || voice.is_none() {
        picture = picture.or(camera.preview());
        for told in camera.poll() {
            if let Told::Voice { low } = told {
                voice = Some(low);
            }
        }
        camera.wait(Duration::from_millis(50));
    }
    assert!(picture.unwrap().starts_with(&[0xFF, 0xD8, 0xFF]));
    assert_eq!(voice, Some(false));
    assert!(camera.level() > 50);
}

#[test]
fn nothing_is_sealed_to_nobody_or_to_the_booth_itself() {
    assert!(Sealing::to([], "age1x").is_err());
    assert!(Sealing::to(["age1y".to_owned(), "age1x".to_owned()], "age1x").is_err());
    assert!(enough_space(Path::new("/proc")).is_ok_and(|enough| !enough));
}
