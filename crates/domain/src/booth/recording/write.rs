//! Writes a WebM that has a duration and can be sought: sizes known, cues before the clusters.

use std::collections::BTreeMap;

use super::ebml::{self, element, number, open, open_len};
use super::read::{Cluster, NotWebm, Stream, stream};

/// The name that stands in the file as its writer.
const WRITER: &[u8] = b"qabyldau";

/// Makes a streamed WebM, whole or cut off, seekable. Answers the file and its duration in milliseconds. The buffer never
/// grows beyond its first size, so that no copy of the recording is left behind in memory.
pub fn seekable(streamed: &[u8]) -> Result<(Vec<u8>, u32), NotWebm> {
    let stream = stream(streamed)?;
    let duration = duration(&stream);
    let mut info = Vec::new();
    number(&mut info, ebml::TIMESTAMP_SCALE, stream.scale);
    #[expect(clippy::cast_precision_loss, reason = "a duration in ticks is far below 2^52")]
    element(&mut info, ebml::DURATION, &(duration as f64).to_be_bytes());
    element(&mut info, ebml::MUXING_APP, WRITER);
    element(&mut info, ebml::WRITING_APP, WRITER);

    let keys = keys(&stream);
    let whole = |id, body: u64| open_len(id) + body;
    let sizes: Vec<u64> = stream
        .clusters
        .iter()
        .map(|cluster| whole(ebml::CLUSTER, cluster_len(cluster)))
        .collect();
    let seek_len = whole(ebml::SEEK_HEAD, seek_head(0, 0, 0).len() as u64);
    let info_at = seek_len;
    let tracks_at = info_at + whole(ebml::INFO, info.len() as u64);
    let cues_at = tracks_at + whole(ebml::TRACKS, stream.tracks.len() as u64);
    let cues_len = cues(&keys, &vec![0; sizes.len()]).len() as u64;
    let mut at = cues_at + whole(ebml::CUES, cues_len);
    let places: Vec<u64> = sizes
        .iter()
        .map(|size| {
            at += size;
            at - size
        })
        .collect();

    let total = whole(ebml::EBML, stream.ebml.len() as u64) + whole(ebml::SEGMENT, at);
    let mut out = Vec::with_capacity(usize::try_from(total).map_err(|_| NotWebm)?);
    element(&mut out, ebml::EBML, stream.ebml);
    open(&mut out, ebml::SEGMENT, at);
    element(&mut out, ebml::SEEK_HEAD, &seek_head(info_at, tracks_at, cues_at));
    element(&mut out, ebml::INFO, &info);
    element(&mut out, ebml::TRACKS, stream.tracks);
    element(&mut out, ebml::CUES, &cues(&keys, &places));
    for cluster in &stream.clusters {
        open(&mut out, ebml::CLUSTER, cluster_len(cluster));
        number(&mut out, ebml::TIMESTAMP, cluster.time);
        cluster
            .blocks
            .iter()
            .for_each(|block| out.extend_from_slice(block.whole));
    }
    let ms = u128::from(duration) * u128::from(stream.scale) / 1_000_000;
    Ok((out, u32::try_from(ms).unwrap_or(u32::MAX)))
}

fn cluster_len(cluster: &Cluster<'_>) -> u64 {
    let blocks: usize = cluster.blocks.iter().map(|block| block.whole.len()).sum();
    open_len(ebml::TIMESTAMP) + 8 + blocks as u64
}

fn seek_head(info: u64, tracks: u64, cues: u64) -> Vec<u8> {
    let mut out = Vec::new();
    for (id, at) in [(ebml::INFO, info), (ebml::TRACKS, tracks), (ebml::CUES, cues)] {
        let mut seek = Vec::new();
        element(&mut seek, ebml::SEEK_ID, &id.to_be_bytes());
        number(&mut seek, ebml::SEEK_POSITION, at);
        element(&mut out, ebml::SEEK, &seek);
    }
    out
}

/// Where one may jump to: cluster, track and time of its first picture that needs no other; of sound alone, its first block.
fn keys(stream: &Stream<'_>) -> Vec<(usize, u64, u64)> {
    let wanted = |track| stream.video.is_none_or(|video| video == track);
    let first = |(place, cluster): (usize, &Cluster<'_>)| {
        let block = cluster.blocks.iter().find(|block| block.key && wanted(block.track))?;
        Some((place, block.track, block.time))
    };
    stream.clusters.iter().enumerate().filter_map(first).collect()
}

fn cues(keys: &[(usize, u64, u64)], places: &[u64]) -> Vec<u8> {
    let mut out = Vec::new();
    for (cluster, track, time) in keys {
        let (mut point, mut position) = (Vec::new(), Vec::new());
        number(&mut position, ebml::CUE_TRACK, *track);
        number(
            &mut position,
            ebml::CUE_CLUSTER_POSITION,
            places.get(*cluster).copied().unwrap_or_default(),
        );
        number(&mut point, ebml::CUE_TIME, *time);
        element(&mut point, ebml::CUE_TRACK_POSITIONS, &position);
        element(&mut out, ebml::CUE_POINT, &point);
    }
    out
}

/// The end of the last block: its time and, for want of a duration of its own, the step to it from the one before.
fn duration(stream: &Stream<'_>) -> u64 {
    let mut tracks: BTreeMap<u64, (u64, u64)> = BTreeMap::new();
    for block in stream.clusters.iter().flat_map(|cluster| &cluster.blocks) {
        let (last, step) = tracks.entry(block.track).or_insert((block.time, 0));
        if block.time > *last {
            (*last, *step) = (block.time, block.time - *last);
        }
    }
    tracks
        .values()
        .map(|(last, step)| last + step)
        .max()
        .unwrap_or_default()
}
