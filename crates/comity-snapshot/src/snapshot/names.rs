//! Every name of every entity, folded and in order.

use comity_model::{Entity, Level};
use rayon::prelude::*;
use smol_str::SmolStr;

use super::EntityIx;
use crate::fold::fold;

/// Folded names with the entities that bear them, sorted.
#[derive(Debug)]
pub(super) struct Names(Vec<(SmolStr, EntityIx)>);

impl Names {
    pub(super) fn build(entities: &[Entity]) -> Self {
        let mut names: Vec<(SmolStr, EntityIx)> = entities
            .par_iter()
            .enumerate()
            .flat_map_iter(|(at, entity)| folded(entity, EntityIx::new(at)))
            .collect();
        names.par_sort_unstable();
        names.dedup();
        Self(names)
    }

    /// Who bears this folded name.
    pub(super) fn bearers(&self, key: &str) -> impl Iterator<Item = EntityIx> {
        let start = self.0.partition_point(|(name, _)| name.as_str() < key);
        self.0[start..].iter().take_while(move |(name, _)| name == key).map(|(_, node)| *node)
    }

    /// Names that start with it.
    pub(super) fn starting(&self, key: &str) -> impl Iterator<Item = EntityIx> {
        let start = self.0.partition_point(|(name, _)| name.as_str() < key);
        self.0[start..].iter().take_while(move |(name, _)| name.starts_with(key)).map(|(_, node)| *node)
    }
}

/// All that an entity is called, folded; a nation by its code as well.
fn folded(entity: &Entity, node: EntityIx) -> Vec<(SmolStr, EntityIx)> {
    let own = std::iter::once(entity.name.as_str());
    let code = entity.country.as_deref().filter(|_| entity.is(Level::Nation));
    let all = own.chain(entity.names.iter().map(|name| name.text.as_str())).chain(code);
    let keys = all.map(|name| SmolStr::from(fold(name))).filter(|key| !key.is_empty());
    keys.map(|key| (key, node)).collect()
}
