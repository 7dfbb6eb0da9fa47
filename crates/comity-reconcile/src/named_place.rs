//! A place as it was found under a name.

use comity_gazetteer::{Gazetteer, Hit, NameKind, PlaceRef};

use crate::name_variant::NameVariant;

/// A place found under one reading of the name.
#[derive(Debug, Clone)]
pub(crate) struct NamedPlace<'g, 'r> {
    pub(crate) place: PlaceRef<'g>,
    /// The folded name it was found under.
    pub(crate) key: &'r str,
    pub(crate) kind: NameKind,
    pub(crate) edits: usize,
    pub(crate) reading: &'r NameVariant,
    pub(crate) standing: Bearer,
}

/// How a place came to be weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bearer {
    /// It bears the name, or one a slip away.
    Name,
    /// Its name goes on after the words: it may be meant by them, and is never sure.
    LongerName,
    /// It lies in a territory that lists file under the stated country.
    Territory,
    /// An East Asian town, village or ward of the same name, of which we do not hold what it is called in full.
    Core,
}

/// The places that bear the name as it is read.
pub(crate) fn exact<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    reading: &'r NameVariant,
) -> impl Iterator<Item = NamedPlace<'g, 'r>> {
    gazetteer.lookup_key(&reading.name).into_iter().map(|hit| found(hit, &reading.name, 0, reading))
}

pub(crate) fn found<'g, 'r>(
    hit: Hit<'g>,
    key: &'r str,
    edits: usize,
    reading: &'r NameVariant,
) -> NamedPlace<'g, 'r> {
    let standing = Bearer::Name;
    NamedPlace { place: hit.place, kind: hit.kind, key, edits, reading, standing }
}
