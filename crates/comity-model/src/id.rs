//! The permanent names of things: entities, sources, claims, and places in the ledger.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::shortened::excerpt;

/// A text that cannot be an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{}` is not an identifier: lower-case letters, digits and single hyphens, at most 96",
    excerpt(text)
)]
pub struct BadId {
    pub text: String,
}

fn slug(text: &str) -> Result<SmolStr, BadId> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let good = !text.is_empty()
        && text.len() <= 96
        && text.chars().all(plain)
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--");
    if good { Ok(SmolStr::new(text)) } else { Err(BadId { text: text.to_owned() }) }
}

macro_rules! slug_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "SmolStr", into = "SmolStr")]
        #[schemars(extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength" = 96))]
        pub struct $name(SmolStr);

        impl $name {
            pub fn new(text: &str) -> Result<Self, BadId> {
                slug(text).map(Self)
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                Self::new(text)
            }
        }

        impl TryFrom<SmolStr> for $name {
            type Error = BadId;
            fn try_from(text: SmolStr) -> Result<Self, BadId> {
                Self::new(&text)
            }
        }

        impl From<$name> for SmolStr {
            fn from(id: $name) -> SmolStr {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

slug_id! {
    /// An entity's permanent name, never reused: `gn<GeoNames id>` for a polity with an entry there,
    /// `ag-<digest>` for an agreement derived from its parties, a word of our own for the rest.
    EntityId
}
slug_id! {
    /// A source's permanent name.
    SourceId
}

impl EntityId {
    /// The polity with this GeoNames id.
    pub fn geonames(id: u32) -> Self {
        Self(SmolStr::new(format!("gn{id}")))
    }

    /// The GeoNames id, where the name is one.
    pub fn as_geonames(&self) -> Option<u32> {
        self.0.strip_prefix("gn")?.parse().ok()
    }

    /// The agreement between these parties: the same for every source, year and type.
    ///
    /// `instrument` tells several papers of one pair apart. The order of parties does not matter.
    pub fn agreement(parties: &[Self], instrument: Option<&str>) -> Self {
        let mut ends: Vec<&str> = parties.iter().map(Self::as_str).collect();
        ends.sort_unstable();
        ends.dedup();
        let mut hasher = blake3::Hasher::new();
        for part in ends.iter().copied().chain(instrument) {
            hasher.update(part.as_bytes()).update(&[0]);
        }
        let hex = hasher.finalize().to_hex();
        Self(SmolStr::new(format!("ag-{}", hex.split_at(16).0)))
    }
}

/// A claim's name: the digest of its source edition, locator, shape and verbatim words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[0-9a-f]{24}$"))]
pub struct ClaimId([u8; 12]);

impl ClaimId {
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        let mut id = [0; 12];
        hasher.finalize_xof().fill(&mut id);
        Self(id)
    }

    /// The digest itself, to be stored.
    pub fn to_bytes(self) -> [u8; 12] {
        self.0
    }

    /// From stored bytes: they must be those of [`Self::to_bytes`].
    pub fn from_bytes(bytes: [u8; 12]) -> Self {
        Self(bytes)
    }
}

impl std::fmt::Display for ClaimId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [0; 24];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
        f.write_str(std::str::from_utf8(&digits).map_err(|_| std::fmt::Error)?)
    }
}

impl std::str::FromStr for ClaimId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let bad = || BadId { text: text.to_owned() };
        if text.len() != 24 || !text.is_ascii() {
            return Err(bad());
        }
        let mut id = [0; 12];
        for (byte, pair) in id.iter_mut().zip(text.as_bytes().chunks(2)) {
            let digits = std::str::from_utf8(pair).map_err(|_| bad())?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| bad())?;
        }
        Ok(Self(id))
    }
}

impl TryFrom<String> for ClaimId {
    type Error = BadId;
    fn try_from(text: String) -> Result<Self, BadId> {
        text.parse()
    }
}

impl From<ClaimId> for String {
    fn from(id: ClaimId) -> Self {
        id.to_string()
    }
}

/// A place in the ledger: 1 is its first entry; 0 is before everything.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Seq(pub i64);

/// The entries of one import, reading or editing session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct BatchId(pub i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_slugs() {
        for good in ["gn5128581", "c40", "mayors-migration-council"] {
            assert_eq!(EntityId::new(good).unwrap().as_str(), good);
        }
        for bad in ["", "C40", "a b", "-a", "a-", "a--b", "é"] {
            assert!(EntityId::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_agreement_forgets_the_order_of_its_parties() {
        let (a, b) = (EntityId::geonames(1), EntityId::geonames(2));
        let ab = EntityId::agreement(&[a.clone(), b.clone()], None);
        assert_eq!(ab, EntityId::agreement(&[b.clone(), a.clone()], None));
        assert_ne!(ab, EntityId::agreement(&[a, b], Some("port memorandum")));
    }

    #[test]
    fn a_claim_id_reads_what_it_prints() {
        let id = ClaimId::of(&[b"source", b"row 2"]);
        assert_eq!(id.to_string().parse::<ClaimId>().unwrap(), id);
        assert_ne!(id, ClaimId::of(&[b"sourcer", b"ow 2"]));
    }
}
