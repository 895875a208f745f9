//! Reads a streamed WebM, whole or cut off: its tracks and its clusters with whole blocks.

use super::ebml::{self, Head};

/// The bytes are not the beginning of a WebM with tracks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a WebM with tracks")]
pub struct NotWebm;

/// A streamed WebM, in place.
#[derive(Debug, Default)]
pub(super) struct Stream<'a> {
    /// The body of the EBML element.
    pub(super) ebml: &'a [u8],
    /// Nanoseconds of a tick.
    pub(super) scale: u64,
    /// The body of the tracks.
    pub(super) tracks: &'a [u8],
    /// The video track's number.
    pub(super) video: Option<u64>,
    /// The clusters.
    pub(super) clusters: Vec<Cluster<'a>>,
}

/// A cluster with its whole blocks.
#[derive(Debug)]
pub(super) struct Cluster<'a> {
    /// Its time in ticks.
    pub(super) time: u64,
    /// Its blocks, head and body together.
    pub(super) blocks: Vec<Block<'a>>,
}

/// A block.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// The element as it stands.
    pub(super) whole: &'a [u8],
    /// The track.
    pub(super) track: u64,
    /// Its time in ticks, absolute.
    pub(super) time: u64,
    /// A picture that needs no other.
    pub(super) key: bool,
}

/// The places where clusters begin. Only element heads are looked at, so a picture cannot be taken for a cluster.
#[cfg(test)]
pub(super) fn cluster_starts(bytes: &[u8]) -> Vec<usize> {
    let mut starts = Vec::new();
    walk(bytes, &mut |id, place, _| {
        if id == ebml::CLUSTER {
            starts.push(place);
        }
    });
    starts
}

/// Visits the elements of the first two levels and those of clusters: id, place of the head, whole element. Segment and
/// clusters of unknown size are entered; others are entered too, which comes to the same.
fn walk<'a>(bytes: &'a [u8], visit: &mut impl FnMut(u32, usize, &'a [u8])) {
    let mut place = 0;
    while let Some(Head { id, len, size }) = bytes.get(place..).and_then(ebml::head) {
        let entered = matches!(id, ebml::SEGMENT | ebml::CLUSTER);
        let end = if entered {
            Some(place + len)
        } else {
            size.and_then(|size| (place + len).checked_add(size))
        };
        let Some(whole) = end.and_then(|end| bytes.get(place..end)) else {
            return;
        };
        visit(id, place, whole);
        place += whole.len();
    }
}

/// Reads a stream. A tail that is cut off in the middle of a block loses that block alone.
pub(super) fn stream(bytes: &[u8]) -> Result<Stream<'_>, NotWebm> {
    let mut stream = Stream {
        scale: 1_000_000,
        ..Stream::default()
    };
    walk(bytes, &mut |id, _, whole| {
        let body = ebml::head(whole).map_or(&[][..], |head| &whole[head.len..]);
        match (id, stream.clusters.last_mut()) {
            (ebml::EBML, _) if stream.ebml.is_empty() => stream.ebml = body,
            (ebml::INFO, _) => {
                let scale = ebml::children(body).find(|(id, _)| *id == ebml::TIMESTAMP_SCALE);
                stream.scale = scale
                    .and_then(|(_, body)| ebml::unsigned(body))
                    .filter(|scale| *scale > 0)
                    .unwrap_or(1_000_000);
            }
            (ebml::TRACKS, _) if stream.tracks.is_empty() => {
                stream.tracks = body;
                stream.video = video(body);
            }
            (ebml::CLUSTER, _) => stream.clusters.push(Cluster {
                time: 0,
                blocks: Vec::new(),
            }),
            (ebml::TIMESTAMP, Some(cluster)) => cluster.time = ebml::unsigned(body).unwrap_or_default(),
            (ebml::SIMPLE_BLOCK, Some(cluster)) => {
                cluster.blocks.extend(block(whole, body, cluster.time, None));
            }
            (ebml::BLOCK_GROUP, Some(cluster)) => {
                let inner = ebml::children(body).find(|(id, _)| *id == ebml::BLOCK);
                let key = !ebml::children(body).any(|(id, _)| id == ebml::REFERENCE_BLOCK);
                cluster
                    .blocks
                    .extend(inner.and_then(|(_, body)| block(whole, body, cluster.time, Some(key))));
            }
            _ => {}
        }
    });
    stream.clusters.retain(|cluster| !cluster.blocks.is_empty());
    if stream.ebml.is_empty() || stream.tracks.is_empty() {
        Err(NotWebm)
    } else {
        Ok(stream)
    }
}

fn block<'a>(whole: &'a [u8], body: &[u8], cluster: u64, key: Option<bool>) -> Option<Block<'a>> {
    let (track, len) = ebml::variable(body)?;
    let &[high, low, flags, ..] = body.get(len..)? else {
        return None;
    };
    let time = cluster.saturating_add_signed(i64::from(i16::from_be_bytes([high, low])));
    Some(Block {
        whole,
        track,
        time,
        key: key.unwrap_or(flags & 0x80 != 0),
    })
}

fn video(tracks: &[u8]) -> Option<u64> {
    let number = |entry, wanted| {
        let found = ebml::children(entry).find(|(id, _)| *id == wanted);
        found.and_then(|(_, body)| ebml::unsigned(body))
    };
    ebml::children(tracks)
        .filter(|(id, _)| *id == ebml::TRACK_ENTRY)
        .find(|(_, entry)| number(entry, ebml::TRACK_TYPE) == Some(1))
        .and_then(|(_, entry)| number(entry, ebml::TRACK_NUMBER))
}
