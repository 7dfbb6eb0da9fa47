//! From what a reader typed to the one entity it means, or to the several it may mean.

use comity_model::{Entity, EntityId};

use super::{EntityIx, EntityRef, Snapshot};
use comity_names::{fold, romanise};

/// What a text means. A name that several bear is never decided silently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameResolution {
    One(EntityId),
    /// The most populous first.
    Several(Vec<EntityRef>),
    /// Nothing bears it; these come near.
    None(Vec<EntityRef>),
}

/// A namesake with fewer than a tenth of the inhabitants does not make an entity's own name doubtful,
/// when it bears it only as another name.
const NAMESAKE: u64 = 10;

impl Snapshot {
    /// By id, name, another name, or a name with the state or country it is in, written with blanks, commas
    /// or hyphens: `gn5134086`, `c40`, `New York City`, `rochester-new-york`.
    pub fn find(&self, text: &str) -> NameResolution {
        match self.seek(text) {
            Bearers::One(node) => NameResolution::One(self.entity(node).id.clone()),
            Bearers::Several(nodes) => NameResolution::Several(self.refer_all(&nodes)),
            Bearers::None => NameResolution::None(self.refer_all(&self.near(text))),
        }
    }

    fn seek(&self, text: &str) -> Bearers {
        let by_id = EntityId::new(text.trim()).ok().and_then(|id| self.node(&id));
        if let Some(node) = by_id {
            return Bearers::One(node);
        }
        let key = fold(text);
        let whole: Vec<EntityIx> = self.names.bearers(&key).collect();
        let ways = [Self::with_place, Self::romanised];
        let found =
            ways.iter().fold(whole, |found, way| if found.is_empty() { way(self, &key) } else { found });
        self.choose(&key, found)
    }

    /// `rochester new york`: every split into a name and the places that contain its bearer.
    fn with_place(&self, key: &str) -> Vec<EntityIx> {
        let mut found = Vec::new();
        for (blank, _) in key.match_indices(' ').rev() {
            let (name, place) = key.split_at(blank);
            let within = |node: &EntityIx| self.places_spell(&self.ancestors(*node), place.trim_start());
            found.extend(self.names.bearers(name).filter(within));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// `niuyue` for 纽约, and `Ньюарк` for Newark: asked for last, since another place may be called so outright.
    fn romanised(&self, key: &str) -> Vec<EntityIx> {
        let latin = romanise(key);
        let mut found: Vec<EntityIx> = self.names.romanised_bearers(&latin).collect();
        if latin != key {
            found.extend(self.names.bearers(&latin));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether `text` is made of names of some of `places`, in order.
    fn places_spell(&self, places: &[EntityIx], text: &str) -> bool {
        let Some((first, rest)) = places.split_first() else { return text.is_empty() };
        let mut names = names_of(self.entity(*first));
        names.any(|name| {
            let after =
                text.strip_prefix(name.as_str()).filter(|after| after.is_empty() || after.starts_with(' '));
            after.is_some_and(|after| after.is_empty() || self.places_spell(rest, after.trim_start()))
        }) || self.places_spell(rest, text)
    }

    fn choose(&self, key: &str, mut found: Vec<EntityIx>) -> Bearers {
        let people = |node: &EntityIx| self.entity(*node).population.unwrap_or(0);
        found.sort_by_key(|node| (std::cmp::Reverse(people(node)), self.entity(*node).id.clone()));
        let own: Vec<EntityIx> =
            found.iter().copied().filter(|node| fold(&self.entity(*node).name) == key).collect();
        match (found.as_slice(), own.as_slice()) {
            ([], _) => Bearers::None,
            ([one], _) => Bearers::One(*one),
            (_, [one]) if found.iter().all(|node| node == one || people(node) * NAMESAKE < people(one)) => {
                Bearers::One(*one)
            }
            _ => Bearers::Several(found),
        }
    }

    /// Entities whose names start as `text` does, at least three letters of it.
    fn near(&self, text: &str) -> Vec<EntityIx> {
        let key = fold(text);
        let mut stem: String = key;
        while stem.chars().count() >= 3 {
            let mut found: Vec<EntityIx> = self.names.starting(&stem).take(200).collect();
            if !found.is_empty() {
                found.sort_by_key(|node| std::cmp::Reverse(self.entity(*node).population));
                let mut once = std::collections::BTreeSet::new();
                return found.into_iter().filter(|node| once.insert(*node)).take(8).collect();
            }
            stem.pop();
        }
        Vec::new()
    }

    fn refer_all(&self, nodes: &[EntityIx]) -> Vec<EntityRef> {
        nodes.iter().map(|node| self.refer(*node)).collect()
    }
}

enum Bearers {
    One(EntityIx),
    Several(Vec<EntityIx>),
    None,
}

fn names_of(entity: &Entity) -> impl Iterator<Item = String> {
    let code = entity.country.iter().filter(|_| entity.is(comity_model::Level::Nation));
    let others = entity.names.iter().map(|name| name.text.as_str());
    std::iter::once(entity.name.as_str()).chain(others).chain(code.map(smol_str::SmolStr::as_str)).map(fold)
}
