//! A parcel of sealed fragments: how a recording travels that was cut off. Each fragment is sealed for itself.

/// The form of a parcel sealed as one piece.
pub const FORM_WHOLE: &str = "sealed-whole";
/// The form of a parcel of sealed fragments in order.
pub const FORM_FRAGMENTS: &str = "sealed-fragments";

const MARK: &[u8; 16] = b"qabyldau-frags-1";

/// Packs sealed fragments: the mark, their count (4 bytes, big-endian), their lengths (8 bytes each), then they themselves.
pub fn pack<'a>(fragments: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let fragments: Vec<&[u8]> = fragments.into_iter().collect();
    let mut out = MARK.to_vec();
    out.extend_from_slice(&u32::try_from(fragments.len()).unwrap_or(u32::MAX).to_be_bytes());
    fragments
        .iter()
        .for_each(|one| out.extend_from_slice(&(one.len() as u64).to_be_bytes()));
    fragments.iter().for_each(|one| out.extend_from_slice(one));
    out
}

/// The sealed fragments in order; `None` if it is no such parcel, whole and without anything behind it.
pub fn unpack(parcel: &[u8]) -> Option<Vec<&[u8]>> {
    let rest = parcel.strip_prefix(MARK)?;
    let (count, rest) = rest.split_first_chunk::<4>()?;
    let count = usize::try_from(u32::from_be_bytes(*count)).ok()?;
    let (lengths, mut rest) = rest.split_at_checked(count.checked_mul(8)?)?;
    let mut fragments = Vec::with_capacity(count);
    for length in lengths.chunks_exact(8) {
        let length = length.iter().fold(0u64, |length, byte| length << 8 | u64::from(*byte));
        let (one, behind) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        fragments.push(one);
        rest = behind;
    }
    rest.is_empty().then_some(fragments)
}
