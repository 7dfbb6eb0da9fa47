//! Which rows were there before: word for word, or as the same places written otherwise.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Digests of what was seen: eight bytes a row, so that a million rows stay small.
#[derive(Default)]
pub(super) struct Repeats {
    rows: HashSet<u64>,
    places: HashSet<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    /// Every cell as in an earlier row.
    Row,
    /// Other words, but all names mean the places of an earlier row.
    Places,
}

impl Repeats {
    /// `places` are those that all names of the row mean; `None` where one of them is not decided.
    pub(super) fn of(&mut self, cells: &csv::StringRecord, places: Option<&[u32]>) -> Option<Repeat> {
        let known_places = places.is_some_and(|places| !self.places.insert(digest(places)));
        if !self.rows.insert(digest(cells.iter().collect::<Vec<_>>())) {
            return Some(Repeat::Row);
        }
        known_places.then_some(Repeat::Places)
    }
}

/// The same in every run: the hasher has no seed of its own.
fn digest(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
