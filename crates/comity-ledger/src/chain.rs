//! The chain: each entry's hash vouches for the entry and for everything before it.
//!
//! It holds nothing that says what an entry speaks of: that, the words and the names of authors are payload, and of
//! a payload the chain has a digest that nobody can guess back, because the salt goes with the payload.

use blake3::Hasher;

/// The version of the chain: what is hashed, and how.
pub const FORMAT: u32 = 2;

/// An entry as the chain sees it.
#[derive(Debug, Clone, Copy)]
pub struct HashedEntry<'a> {
    pub seq: i64,
    /// UTC, to the second.
    pub recorded_at: &'a str,
    /// A handle: the name is payload.
    pub author: &'a str,
    pub batch: i64,
    pub kind: &'a str,
    pub payload_digest: &'a str,
}

/// What an entry says, as it is kept apart from the chain.
#[derive(Debug, Clone, Copy)]
pub struct Payload<'a> {
    /// Random, and gone with the words.
    pub salt: &'a str,
    /// What it speaks of: `claim:…`, `entity:…`.
    pub about: &'a str,
    pub body: &'a str,
}

/// BLAKE3 of the format, the hash before and every field, each text preceded by its length.
pub fn hash(before: &str, entry: &HashedEntry<'_>) -> String {
    let mut hasher = Hasher::new();
    hasher.update(&FORMAT.to_le_bytes());
    for number in [entry.seq, entry.batch] {
        hasher.update(&number.to_le_bytes());
    }
    let texts = [before, entry.recorded_at, entry.author, entry.kind, entry.payload_digest];
    finish(hasher, texts)
}

impl Payload<'_> {
    /// BLAKE3 of salt, subject and words, each preceded by its length.
    pub fn digest(&self) -> String {
        finish(Hasher::new(), [self.salt, self.about, self.body])
    }
}

fn finish<'a>(mut hasher: Hasher, texts: impl IntoIterator<Item = &'a str>) -> String {
    for text in texts {
        hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}
