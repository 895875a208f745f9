//! The grammar of WebM: element ids, sizes, and the elements this program tells apart (RFC 8794, RFC 9559).

pub(super) const EBML: u32 = 0x1A45_DFA3;
pub(super) const SEGMENT: u32 = 0x1853_8067;
pub(super) const SEEK_HEAD: u32 = 0x114D_9B74;
pub(super) const SEEK: u32 = 0x4DBB;
pub(super) const SEEK_ID: u32 = 0x53AB;
pub(super) const SEEK_POSITION: u32 = 0x53AC;
pub(super) const INFO: u32 = 0x1549_A966;
pub(super) const TIMESTAMP_SCALE: u32 = 0x002A_D7B1;
pub(super) const DURATION: u32 = 0x4489;
pub(super) const MUXING_APP: u32 = 0x4D80;
pub(super) const WRITING_APP: u32 = 0x5741;
pub(super) const TRACKS: u32 = 0x1654_AE6B;
pub(super) const TRACK_ENTRY: u32 = 0xAE;
pub(super) const TRACK_NUMBER: u32 = 0xD7;
pub(super) const TRACK_TYPE: u32 = 0x83;
pub(super) const CUES: u32 = 0x1C53_BB6B;
pub(super) const CUE_POINT: u32 = 0xBB;
pub(super) const CUE_TIME: u32 = 0xB3;
pub(super) const CUE_TRACK_POSITIONS: u32 = 0xB7;
pub(super) const CUE_TRACK: u32 = 0xF7;
pub(super) const CUE_CLUSTER_POSITION: u32 = 0xF1;
pub(super) const CLUSTER: u32 = 0x1F43_B675;
pub(super) const TIMESTAMP: u32 = 0xE7;
pub(super) const SIMPLE_BLOCK: u32 = 0xA3;
pub(super) const BLOCK_GROUP: u32 = 0xA0;
pub(super) const BLOCK: u32 = 0xA1;
pub(super) const REFERENCE_BLOCK: u32 = 0xFB;

/// An element's head: its id, the length of the head, and the size of what follows; `None` where the size is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) id: u32,
    pub(super) len: usize,
    pub(super) size: Option<usize>,
}

/// Reads a head; `None` if the bytes end in it or no head can begin so.
pub(super) fn head(bytes: &[u8]) -> Option<Head> {
    let first = *bytes.first()?;
    let id_len = usize::try_from(first.leading_zeros()).ok()? + 1;
    if id_len > 4 {
        return None;
    }
    let id = bytes
        .get(..id_len)?
        .iter()
        .fold(0, |id, byte| id << 8 | u32::from(*byte));
    let (size, size_len) = variable(bytes.get(id_len..)?)?;
    let unknown = (1u64 << (7 * size_len)) - 1;
    let size = if size == unknown {
        None
    } else {
        Some(usize::try_from(size).ok()?)
    };
    Some(Head {
        id,
        len: id_len + size_len,
        size,
    })
}

/// Reads a number whose length stands in its leading zeros.
pub(super) fn variable(bytes: &[u8]) -> Option<(u64, usize)> {
    let first = *bytes.first()?;
    let len = usize::try_from(first.leading_zeros()).ok()? + 1;
    if len > 8 {
        return None;
    }
    let value = bytes
        .get(..len)?
        .iter()
        .fold(0u64, |value, byte| value << 8 | u64::from(*byte));
    Some((value & ((1u64 << (7 * len)) - 1), len))
}

/// Reads a whole number of up to eight bytes.
pub(super) fn unsigned(bytes: &[u8]) -> Option<u64> {
    (bytes.len() <= 8).then(|| bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
}

/// Whole elements, one after the other; stops at the first that is cut off or of unknown size.
pub(super) fn children(mut bytes: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    std::iter::from_fn(move || {
        let head = head(bytes)?;
        let body = bytes.get(head.len..head.len.checked_add(head.size?)?)?;
        bytes = &bytes[head.len + body.len()..];
        Some((head.id, body))
    })
}

/// Writes an id and a size of eight bytes, so that every place can be known before it is written.
pub(super) fn open(out: &mut Vec<u8>, id: u32, size: u64) {
    let bytes = id.to_be_bytes();
    let blank = usize::try_from(id.leading_zeros() / 8).unwrap_or_default();
    out.extend_from_slice(&bytes[blank.min(3)..]);
    out.extend_from_slice(&(size | 1 << 56).to_be_bytes());
}

/// The length of what [`open`] writes.
pub(super) fn open_len(id: u32) -> u64 {
    u64::from(4 - id.leading_zeros() / 8) + 8
}

/// Writes a whole element.
pub(super) fn element(out: &mut Vec<u8>, id: u32, body: &[u8]) {
    open(out, id, body.len() as u64);
    out.extend_from_slice(body);
}

/// Writes a whole number, always eight bytes.
pub(super) fn number(out: &mut Vec<u8>, id: u32, value: u64) {
    element(out, id, &value.to_be_bytes());
}
