//! How many ties of each entity are on file: what makes one bearer of a name better known than another.

use std::collections::HashMap;

use comity_model::{Level, LinkKind, Polarity};

use super::{EntityIx, Snapshot};

impl Snapshot {
    /// Agreements, networks, events, acts and others it is linked to, each once; for a nation those of all its places.
    ///
    /// Cost: one pass over the links on the first call, none later.
    pub fn ties(&self, node: EntityIx) -> u32 {
        self.all_ties()[node.index()]
    }

    /// Those of every entity.
    pub(super) fn all_ties(&self) -> &[u32] {
        self.tie_counts.get_or_init(|| self.count_ties())
    }

    fn count_ties(&self) -> Vec<u32> {
        let mut counts = vec![0_u32; self.entities.len()];
        let mut pairs: Vec<(EntityIx, EntityIx)> = Vec::new();
        for (link, subject, object) in self.all_links() {
            if link.kind != LinkKind::Within && link.polarity == Polarity::Asserted {
                pairs.extend([(subject, object), (object, subject)]);
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        for (node, _) in pairs {
            counts[node.index()] += 1;
        }
        self.add_up_nations(&mut counts);
        counts
    }

    fn add_up_nations(&self, counts: &mut [u32]) {
        let mut by_country: HashMap<&str, u32> = HashMap::new();
        for node in self.nodes() {
            if let Some(country) = self.entity(node).country.as_deref() {
                *by_country.entry(country).or_default() += counts[node.index()];
            }
        }
        for node in self.nodes().filter(|node| self.entity(*node).is(Level::Nation)) {
            let country = self.entity(node).country.as_deref();
            let all = country.and_then(|country| by_country.get(country));
            counts[node.index()] = all.copied().unwrap_or(counts[node.index()]);
        }
    }
}
