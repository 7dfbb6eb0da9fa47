//! Every name of every entity, folded and in order.

use comity_model::{Entity, Level};
use comity_names::{fold, latin_forms};
use rayon::prelude::*;
use smol_str::SmolStr;

use super::entity_ix::EntityIx;
use super::file::{Section, StoredFile, TextList};

/// Folded names with the entities that bear them.
#[derive(Debug)]
pub(super) struct Names {
    /// As they are written.
    pub(super) written: Keys,
    /// Of those in other scripts, how they may be written in Latin letters.
    pub(super) romanised: Keys,
}

/// In byte order, each once with each of its bearers, and those in the order of their numbers.
#[derive(Debug)]
pub(super) struct Keys {
    pub(super) names: TextList,
    pub(super) bearers: Vec<u32>,
}

impl Names {
    pub(super) fn build(entities: &[Entity]) -> Self {
        let keys = |(place, entity): (usize, &Entity)| keys_of(entity, EntityIx::new(place));
        let all: Vec<(bool, SmolStr, EntityIx)> =
            entities.par_iter().enumerate().flat_map_iter(keys).collect();
        let (romanised, written): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(is_romanised, ..)| *is_romanised);
        Self { written: Keys::new(written), romanised: Keys::new(romanised) }
    }

    /// Who bears this folded name.
    pub(super) fn bearers(&self, key: &str) -> impl Iterator<Item = EntityIx> {
        self.written.from(key).take_while(move |(name, _)| *name == key).map(|(_, node)| node)
    }

    /// Whose name in another script may be written so in Latin letters.
    pub(super) fn romanised_bearers(&self, key: &str) -> impl Iterator<Item = EntityIx> {
        self.romanised.from(key).take_while(move |(name, _)| *name == key).map(|(_, node)| node)
    }

    /// Every name as it is written, folded.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, EntityIx)> {
        self.written.after(0)
    }

    /// Names that start with it.
    pub(super) fn starting(&self, key: &str) -> impl Iterator<Item = EntityIx> {
        self.written.from(key).take_while(move |(name, _)| name.starts_with(key)).map(|(_, node)| node)
    }
}

impl Keys {
    fn new(keys: Vec<(bool, SmolStr, EntityIx)>) -> Self {
        let keys = in_order(keys);
        let names = TextList::made(keys.iter().map(|(key, _)| key.as_str()));
        Self { names, bearers: keys.iter().map(|(_, node)| node.0).collect() }
    }

    /// Of the sections that hold where names start, the names, and their bearers.
    pub(super) fn stored(file: &StoredFile, [starts, names, bearers]: [Section; 3]) -> Self {
        Self { names: TextList::stored(file, [starts, names]), bearers: file.numbers(bearers) }
    }

    fn from(&self, key: &str) -> impl Iterator<Item = (&str, EntityIx)> {
        self.after(self.names.before(key, self.names.len()))
    }

    /// Those from the n-th on.
    fn after(&self, n: usize) -> impl Iterator<Item = (&str, EntityIx)> {
        (n..).zip(&self.bearers[n..]).map(|(n, node)| (self.names.get(n), EntityIx(*node)))
    }
}

/// Each once.
pub(super) fn in_order(keys: Vec<(bool, SmolStr, EntityIx)>) -> Vec<(SmolStr, EntityIx)> {
    let mut keys: Vec<(SmolStr, EntityIx)> = keys.into_iter().map(|(_, key, node)| (key, node)).collect();
    keys.par_sort_unstable();
    keys.dedup();
    keys
}

/// The keys of one entity, and whether they are romanised.
pub(super) fn keys_of(entity: &Entity, node: EntityIx) -> Vec<(bool, SmolStr, EntityIx)> {
    let own = std::iter::once(entity.name.as_str());
    let code = entity.country.as_deref().filter(|_| entity.is(Level::Nation));
    let mut keys = Vec::new();
    for name in own.chain(entity.names.iter().map(|name| name.text.as_str())).chain(code) {
        let key = fold(name);
        if !key.is_ascii() {
            keys.extend(latin_forms(name).into_iter().map(|form| (true, SmolStr::from(form), node)));
        }
        if !key.is_empty() {
            keys.push((false, SmolStr::from(key), node));
        }
    }
    keys
}
