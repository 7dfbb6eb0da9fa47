//! Signs by which an address that was taken down is known again, and which give no name away.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::error::RegisterError;
use crate::salt;

/// The tags of one take-down: so many bits of the salted digest of each thing it took away.
///
/// However many there are, one text in 4096 that was never there has a tag among them, so that a guess that hits
/// proves little, and as few addresses that never existed are said to have been taken down.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tags {
    salt: String,
    bits: u32,
    tags: BTreeSet<u32>,
}

/// Bits of doubt: 1 in 4096 of what anybody may try. Guessed; a name on a list of a hundred thousand is among two
/// dozen that fit, while one wrong address in thousands gets the wrong refusal.
const DOUBT: u32 = 12;

impl Tags {
    /// Of things as entries speak of them: `entity:anna-schmidt`.
    pub(crate) fn of(abouts: &BTreeSet<String>) -> Result<Self, RegisterError> {
        let bits = (DOUBT + abouts.len().next_power_of_two().ilog2()).min(u32::BITS);
        let salt = salt::handle()?;
        let tags = abouts.iter().map(|about| tag(&salt, bits, about)).collect();
        Ok(Self { salt, bits, tags })
    }

    pub(crate) fn fit(&self, about: &str) -> bool {
        !self.tags.is_empty() && self.tags.contains(&tag(&self.salt, self.bits, about))
    }
}

fn tag(salt: &str, bits: u32, about: &str) -> u32 {
    let digest = blake3::Hasher::new().update(salt.as_bytes()).update(about.as_bytes()).finalize();
    let [a, b, c, d, ..] = *digest.as_bytes();
    u32::from_le_bytes([a, b, c, d]) >> (u32::BITS - bits.clamp(1, u32::BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_in_thousands_fits_by_chance_however_many_there_are() {
        for many in [1_usize, 3, 300] {
            let gone: BTreeSet<String> = (0..many).map(|n| format!("entity:person-{n}")).collect();
            let tags = Tags::of(&gone).unwrap();
            assert!(gone.iter().all(|about| tags.fit(about)));
            let others = 200_000;
            let fitting = (0..others).filter(|n| tags.fit(&format!("entity:other-{n}"))).count();
            assert!((5..=100).contains(&fitting), "{fitting} of {others} fit where {many} were taken down");
        }
        assert!(!Tags::default().fit("entity:anybody"));
    }
}
