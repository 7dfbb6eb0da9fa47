//! Names that are alike but not the same, found by the triples of letters that they share.

use std::collections::HashMap;

use comity_names::{Triple, dice, triples};

use super::entity_ix::EntityIx;

/// Less alike than this is not alike.
const ALIKE: f32 = 0.6;

/// The names of what no gazetteer lists, by the triples of letters in them.
#[derive(Debug, Default)]
pub(super) struct Triples {
    names: Vec<(EntityIx, usize)>,
    by_triple: HashMap<Triple, Vec<usize>>,
}

impl Triples {
    /// Of folded names with the entities that bear them.
    pub(super) fn build(names: impl Iterator<Item = (EntityIx, String)>) -> Self {
        let mut built = Self::default();
        for (node, name) in names {
            built.add(node, &name);
        }
        built
    }

    pub(super) fn bytes(&self) -> usize {
        let listed: usize = self.by_triple.values().map(|names| size_of_val(names.as_slice())).sum();
        size_of_val(self.names.as_slice()) + listed + self.by_triple.len() * size_of::<(Triple, Vec<usize>)>()
    }

    fn add(&mut self, node: EntityIx, key: &str) {
        let triples = triples(key);
        let place = self.names.len();
        self.names.push((node, triples.len()));
        for triple in triples {
            self.by_triple.entry(triple).or_default().push(place);
        }
    }

    /// Who bears a name like this folded one, and how like: from [`ALIKE`] on, and below 1.
    pub(super) fn near(&self, key: &str) -> Vec<(EntityIx, f32)> {
        let wanted = triples(key);
        let lists = wanted.iter().filter_map(|triple| self.by_triple.get(triple));
        let mut shared: Vec<usize> = lists.flatten().copied().collect();
        shared.sort_unstable();
        let alike = shared.chunk_by(|a, b| a == b).map(|run| {
            let (node, size) = self.names[run[0]];
            (node, dice(run.len(), wanted.len() + size))
        });
        // A whole name is found by its key; that triples agree is less than that.
        alike
            .filter(|(_, likeness)| *likeness >= ALIKE)
            .map(|(node, alike)| (node, alike.min(0.99)))
            .collect()
    }
}
