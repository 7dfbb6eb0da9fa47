//! Whoever has a name that begins so.

use std::collections::BTreeSet;

use comity_names::fold;
use comity_snapshot::EntityIx;

use crate::bearer::Bearer;
use crate::hit::FoundBy;
use crate::meaning::Meaning;
use crate::search::{Search, Typing};

/// Names on file that are read for one beginning.
const MOST_NAMES: usize = 50_000;
/// Of those, the best known; and the most populous places of the gazetteer.
const MOST: usize = 40;

impl<'a> Search<'a> {
    /// Those on file; places with nothing on file from two letters on.
    pub(crate) fn beginnings(&self, key: &str, typing: Typing) -> Vec<Meaning<'a>> {
        let letters = key.chars().count();
        if letters == 0 || (typing == Typing::Done && letters < 2) {
            return Vec::new();
        }
        let mut bearers = self.best_known(key);
        if letters > 1 || !key.is_ascii() {
            let listed = self.gazetteer.map(|places| places.prefix(key, MOST)).unwrap_or_default();
            bearers.extend(listed.into_iter().map(|place| self.bearer(place)));
        }
        bearers.into_iter().map(|bearer| self.begun(bearer, key)).collect()
    }

    fn best_known(&self, key: &str) -> Vec<Bearer<'a>> {
        let nodes: BTreeSet<EntityIx> = self.snapshot.bearers_from(key).take(MOST_NAMES).collect();
        let mut known: Vec<(u32, EntityIx)> = nodes
            .into_iter()
            .filter(|node| !self.is_unnamed(*node))
            .map(|node| (self.snapshot.ties(node), node))
            .collect();
        known.sort_by_key(|(ties, node)| (std::cmp::Reverse(*ties), *node));
        known.truncate(MOST);
        known.into_iter().map(|(_, node)| Bearer::OnFile(node)).collect()
    }

    /// With the name that begins so.
    fn begun(&self, bearer: Bearer<'a>, key: &str) -> Meaning<'a> {
        let begins = |name: &String| name.starts_with(key);
        let own = match bearer {
            Bearer::OnFile(node) => self.snapshot.names(node).map(fold).find(begins),
            Bearer::Elsewhere(_) => None,
        };
        let listed = || self.place(bearer)?.names().map(|name| fold(name.text)).find(begins);
        let name = own.or_else(listed).unwrap_or_default();
        Meaning::new(bearer, FoundBy::Beginning, &name)
    }
}
