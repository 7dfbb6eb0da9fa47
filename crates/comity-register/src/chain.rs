//! The chain: each entry's hash vouches for the entry and for everything before it.

use blake3::Hasher;

/// An entry as the chain sees it.
pub(crate) struct Ring<'a> {
    pub(crate) seq: i64,
    pub(crate) recorded_at: &'a str,
    pub(crate) who: &'a str,
    pub(crate) batch: i64,
    pub(crate) kind: &'a str,
    pub(crate) about: &'a str,
    pub(crate) payload_digest: &'a str,
}

/// BLAKE3 of the hash before and of every field, each text preceded by its length.
pub(crate) fn hash(before: &str, ring: &Ring<'_>) -> String {
    let mut hasher = Hasher::new();
    let texts = [before, ring.recorded_at, ring.who, ring.kind, ring.about, ring.payload_digest];
    for number in [ring.seq, ring.batch] {
        hasher.update(&number.to_le_bytes());
    }
    for text in texts {
        hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

pub(crate) fn digest(body: &str) -> String {
    blake3::hash(body.as_bytes()).to_hex().to_string()
}
