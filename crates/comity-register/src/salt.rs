//! What nobody can guess: the salt of each payload, and the handles of authors.

use crate::error::RegisterError;

/// Bytes of a salt, and of a handle.
const SALT: usize = 16;
const HANDLE: usize = 8;

/// The salts of one batch: drawn from a key that is forgotten with it.
pub(crate) struct Salts {
    key: [u8; 32],
}

impl Salts {
    /// The error: the system gives no random bytes.
    pub(crate) fn new() -> Result<Self, RegisterError> {
        Ok(Self { key: random()? })
    }

    /// Of the entry or payload of this number; hexadecimal.
    pub(crate) fn of(&self, number: i64) -> String {
        let drawn = blake3::keyed_hash(&self.key, &number.to_le_bytes()).to_hex();
        drawn.split_at(2 * SALT).0.to_owned()
    }
}

/// A new name for an author that says nothing of who it is; hexadecimal.
pub(crate) fn handle() -> Result<String, RegisterError> {
    let drawn = blake3::Hash::from_bytes(random()?).to_hex();
    Ok(drawn.split_at(2 * HANDLE).0.to_owned())
}

/// As long as a digest, and of nothing: stands for one that could be guessed at.
pub(crate) fn blank() -> Result<String, RegisterError> {
    Ok(blake3::Hash::from_bytes(random()?).to_hex().to_string())
}

fn random() -> Result<[u8; 32], RegisterError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| RegisterError::NoRandomness(error.to_string()))?;
    Ok(bytes)
}
