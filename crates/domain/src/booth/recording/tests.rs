use super::ebml::{self, element, number, open};
use super::read::cluster_starts;
use super::*;
use proptest::prelude::*;

/// A streamed WebM as a muxer writes it: segment and clusters of unknown size; one video and one sound track, a picture each
/// 100 ms, one that needs no other at each cluster's head.
fn streamed(clusters: u64) -> Vec<u8> {
    let mut out = Vec::new();
    element(&mut out, ebml::EBML, &[0x42, 0x82, 0x84, b'w', b'e', b'b', b'm']);
    out.extend_from_slice(&ebml::SEGMENT.to_be_bytes());
    out.extend_from_slice(&[0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    let mut info = Vec::new();
    number(&mut info, ebml::TIMESTAMP_SCALE, 1_000_000);
    element(&mut out, ebml::INFO, &info);
    let mut tracks = Vec::new();
    for (track, kind) in [(1, 1), (2, 2)] {
        let mut entry = Vec::new();
        number(&mut entry, ebml::TRACK_NUMBER, track);
        number(&mut entry, ebml::TRACK_TYPE, kind);
        element(&mut tracks, ebml::TRACK_ENTRY, &entry);
    }
    element(&mut out, ebml::TRACKS, &tracks);
    for cluster in 0..clusters {
        out.extend_from_slice(&ebml::CLUSTER.to_be_bytes());
        out.push(0xFF);
        number(&mut out, ebml::TIMESTAMP, cluster * 1_000);
        for picture in 0..10u16 {
            let key = if picture == 0 { 0x80 } else { 0 };
            let mut block = vec![0x81];
            block.extend_from_slice(&(picture * 100).to_be_bytes());
            block.push(key);
            // A picture whose bytes look like a cluster's head.
            block.extend_from_slice(&ebml::CLUSTER.to_be_bytes());
            element(&mut out, ebml::SIMPLE_BLOCK, &block);
        }
    }
    out
}

fn duration_of(bytes: &[u8]) -> f64 {
    let (_, segment) = ebml::children(bytes).nth(1).expect("a segment of known size");
    let (_, info) = ebml::children(segment).find(|(id, _)| *id == ebml::INFO).expect("info");
    let (_, duration) = ebml::children(info)
        .find(|(id, _)| *id == ebml::DURATION)
        .expect("a duration");
    f64::from_be_bytes(duration.try_into().expect("eight bytes"))
}

#[test]
fn a_streamed_recording_gets_a_duration_and_every_jump_lands_on_a_cluster() {
    let (file, ms) = seekable(&streamed(5)).unwrap();
    assert_eq!((ms, duration_of(&file)), (5_000, 5_000.0));
    let (_, segment) = ebml::children(&file).nth(1).unwrap();
    let (_, cues) = ebml::children(segment).find(|(id, _)| *id == ebml::CUES).unwrap();
    let mut times = Vec::new();
    for (_, point) in ebml::children(cues) {
        let body = |id, of| ebml::children(of).find(|(found, _)| *found == id).unwrap().1;
        let position = body(ebml::CUE_CLUSTER_POSITION, body(ebml::CUE_TRACK_POSITIONS, point));
        let place = usize::try_from(ebml::unsigned(position).unwrap()).unwrap();
        assert!(segment[place..].starts_with(&ebml::CLUSTER.to_be_bytes()));
        times.push(ebml::unsigned(body(ebml::CUE_TIME, point)).unwrap());
    }
    assert_eq!(times, [0, 1_000, 2_000, 3_000, 4_000]);
    for (_, head) in ebml::children(segment).take(1) {
        let ids: Vec<_> = ebml::children(head)
            .map(|(_, seek)| {
                let place = ebml::unsigned(ebml::children(seek).nth(1).unwrap().1).unwrap();
                ebml::head(&segment[usize::try_from(place).unwrap()..]).unwrap().id
            })
            .collect();
        assert_eq!(ids, [ebml::INFO, ebml::TRACKS, ebml::CUES]);
    }
    assert_eq!(seekable(&file).unwrap(), (file, ms), "what is seekable stays as it is");
}

#[test]
fn a_cut_in_the_middle_loses_the_block_that_was_cut_alone() {
    let whole = streamed(3);
    let starts = cluster_starts(&whole);
    assert_eq!(starts.len(), 3);
    let (_, ms) = seekable(&whole[..whole.len() - 1]).unwrap();
    assert_eq!(ms, 2_900);
    let (_, ms) = seekable(&whole[..starts[2]]).unwrap();
    assert_eq!(ms, 2_000);
    assert_eq!(seekable(&whole[..20]), Err(NotWebm));
}

#[test]
fn a_cluster_of_known_size_is_read_like_one_of_unknown_size() {
    let mut out = streamed(0);
    let mut body = Vec::new();
    number(&mut body, ebml::TIMESTAMP, 700);
    element(&mut body, ebml::BLOCK_GROUP, &{
        let mut group = Vec::new();
        element(&mut group, ebml::BLOCK, &[0x81, 0, 50, 0, 1, 2, 3]);
        group
    });
    open(&mut out, ebml::CLUSTER, body.len() as u64);
    out.extend_from_slice(&body);
    let (_, ms) = seekable(&out).unwrap();
    assert_eq!(ms, 750);
}

#[test]
fn fragments_come_out_of_the_parcel_as_they_went_in() {
    let fragments = [&b"one"[..], b"", b"three"];
    let parcel = pack(fragments);
    assert_eq!(unpack(&parcel), Some(fragments.to_vec()));
    for len in 0..parcel.len() {
        assert_eq!(unpack(&parcel[..len]), None, "cut at {len}");
    }
    assert_eq!(unpack(&[&parcel[..], b"x"].concat()), None);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0usize..2_000, flip in 0usize..2_000) {
        let _ = (seekable(&bytes), cluster_starts(&bytes), unpack(&bytes));
        let mut whole = streamed(3);
        whole.truncate(cut.max(60));
        let place = flip % whole.len();
        whole[place] ^= 0x5A;
        let _ = (seekable(&whole), cluster_starts(&whole));
        let mut parcel = pack([&bytes[..], &whole]);
        let place = flip % parcel.len();
        parcel[place] ^= 0xFF;
        let _ = unpack(&parcel);
    }
}
