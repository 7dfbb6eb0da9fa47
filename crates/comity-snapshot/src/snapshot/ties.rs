//! How many ties of each entity are on file: what makes one bearer of a name better known than another.

use std::collections::{BTreeSet, HashMap};

use comity_model::{EntityId, Link, LinkKind, Polarity};

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
            if is_tie(link) {
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
        for (country, nations) in &self.nations {
            for nation in nations {
                counts[nation.index()] = by_country.get(country.as_str()).copied().unwrap_or(0);
            }
        }
    }

    /// The counts of a snapshot that was laid over this one, by those of this one: counted anew are only those of
    /// `touched` entities, whose records or links changed, and the sums of their nations. `None`: a nation came, and the
    /// ties of its places were never added up.
    pub(super) fn recounted(
        &self,
        after: &Self,
        places: &[Option<EntityIx>],
        touched: &BTreeSet<EntityId>,
    ) -> Option<Vec<u32>> {
        let before = self.tie_counts.get()?;
        let mut counts = vec![0; after.entities.len()];
        for (count, now) in before.iter().zip(places) {
            if let Some(now) = now {
                counts[now.index()] = *count;
            }
        }
        let mut more: HashMap<&str, i64> = HashMap::new();
        for id in touched {
            if let Some(node) = self.ids.find(id) {
                let country = self.entity(node).country.as_deref().unwrap_or_default();
                *more.entry(country).or_default() -= i64::from(self.own_ties(node));
            }
            if let Some(node) = after.ids.find(id) {
                let own = after.own_ties(node);
                counts[node.index()] = own;
                let country = after.entity(node).country.as_deref().unwrap_or_default();
                *more.entry(country).or_default() += i64::from(own);
            }
        }
        for (code, nations) in &after.nations {
            let all = i64::from(before[self.nations.get(code)?.first()?.index()])
                + more.get(code.as_str()).copied().unwrap_or(0);
            for nation in nations {
                counts[nation.index()] = u32::try_from(all).ok()?;
            }
        }
        Some(counts)
    }

    /// Without those of its places.
    fn own_ties(&self, node: EntityIx) -> u32 {
        let links = self.outgoing(node).chain(self.incoming(node));
        let others: BTreeSet<EntityIx> =
            links.filter(|(link, _)| is_tie(link)).map(|(_, other)| other).collect();
        u32::try_from(others.len()).expect("fewer than there are entities")
    }
}

fn is_tie(link: &Link) -> bool {
    link.kind != LinkKind::Within && link.polarity == Polarity::Asserted
}
