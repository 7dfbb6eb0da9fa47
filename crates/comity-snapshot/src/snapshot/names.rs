//! Every name of every entity, folded and in order.

use comity_model::{Entity, Level};
use rayon::prelude::*;
use smol_str::SmolStr;

use super::Node;
use comity_names::fold;

/// Folded names with the entities that bear them, sorted.
#[derive(Debug)]
pub(super) struct Names(Vec<(SmolStr, Node)>);

impl Names {
    pub(super) fn build(entities: &[Entity]) -> Self {
        let keys = |(place, entity): (usize, &Entity)| {
            let own = std::iter::once(entity.name.as_str());
            let code = entity.country.as_deref().filter(|_| entity.is(Level::Nation));
            let all = own.chain(entity.names.iter().map(|name| name.text.as_str())).chain(code);
            let folded: Vec<_> = all.map(|name| (SmolStr::from(fold(name)), Node::at(place))).collect();
            folded.into_iter().filter(|(key, _)| !key.is_empty())
        };
        let mut names: Vec<(SmolStr, Node)> = entities.par_iter().enumerate().flat_map_iter(keys).collect();
        names.par_sort_unstable();
        names.dedup();
        Self(names)
    }

    /// Who bears this folded name.
    pub(super) fn bearers(&self, key: &str) -> impl Iterator<Item = Node> {
        let start = self.0.partition_point(|(name, _)| name.as_str() < key);
        self.0[start..].iter().take_while(move |(name, _)| name == key).map(|(_, node)| *node)
    }

    /// Names that start with it.
    pub(super) fn starting(&self, key: &str) -> impl Iterator<Item = Node> {
        let start = self.0.partition_point(|(name, _)| name.as_str() < key);
        self.0[start..].iter().take_while(move |(name, _)| name.starts_with(key)).map(|(_, node)| *node)
    }
}
