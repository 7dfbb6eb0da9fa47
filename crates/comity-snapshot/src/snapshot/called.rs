//! Things on file by a name that may be slightly off: networks, bodies, people, events, places no gazetteer lists.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use comity_model::{Entity, EntityKind};
use comity_names::{Triple, fold, shared_triples, triples};

use super::triples::Triples;
use super::{EntityIx, Snapshot};

/// An entity that bears a name, or nearly.
#[derive(Debug, Clone, Copy)]
pub struct NameMatch<'w> {
    pub entity: &'w Entity,
    /// The name that fits best, as it is written on file.
    pub name: &'w str,
    /// 1 where both are written alike but for case, accents and punctuation; else the share of the triples of
    /// letters that they have in common (Dice), from 0.6 on.
    pub likeness: f32,
}

impl Snapshot {
    /// Whoever bears the name; then what is not listed in a gazetteer and bears a similar one. The likest first,
    /// then the most populous, at most `most`.
    ///
    /// Cost: some microseconds for a name borne as written; grows with the number of unlisted entities else. The
    /// first call makes an index of their names.
    pub fn called(&self, text: &str, most: usize) -> Vec<NameMatch<'_>> {
        let key = fold(text);
        let mut found: Vec<(EntityIx, f32)> = self.names.bearers(&key).map(|node| (node, 1.0)).collect();
        found.extend(self.triples.get_or_init(|| Triples::build(self.unlisted_names())).near(&key));
        self.best(&key, found, most)
    }

    /// Folded names of what no gazetteer lists.
    fn unlisted_names(&self) -> impl Iterator<Item = (EntityIx, String)> {
        let unlisted = self.nodes().filter(|node| is_unlisted(self.entity(*node)));
        unlisted.flat_map(|node| self.names(node).map(move |name| (node, fold(name))))
    }

    fn best(&self, key: &str, mut found: Vec<(EntityIx, f32)>, most: usize) -> Vec<NameMatch<'_>> {
        found.retain(|(node, _)| !self.entity(*node).name.is_empty());
        found.sort_by_cached_key(|(node, likeness)| {
            let entity = self.entity(*node);
            (Reverse(likeness.to_bits()), Reverse(entity.population), entity.id.clone())
        });
        let mut once = BTreeSet::new();
        found.retain(|(node, _)| once.insert(*node));
        found.truncate(most);
        found
            .into_iter()
            .map(|(node, likeness)| NameMatch {
                entity: self.entity(node),
                name: self.nearest_name(node, key),
                likeness,
            })
            .collect()
    }

    /// The entity's name that is likest to `key`; its own where several are.
    fn nearest_name(&self, node: EntityIx, key: &str) -> &str {
        let wanted = triples(key);
        let names: Vec<&str> = self.names(node).collect();
        let nearest = names.into_iter().rev().max_by_key(|name| {
            let folded = fold(name);
            let begins = u8::from(folded.starts_with(key));
            (u8::from(folded == key), begins, Reverse(distance(&wanted, &triples(&folded))))
        });
        nearest.expect("an entity has its own name")
    }
}

/// What only the register can name.
fn is_unlisted(entity: &Entity) -> bool {
    entity.kind != EntityKind::Polity || entity.id.as_geonames().is_none()
}

fn distance(one: &[Triple], other: &[Triple]) -> usize {
    one.len() + other.len() - 2 * shared_triples(one, other)
}

#[cfg(test)]
mod tests {
    use comity_model::{EntityId, Holdings, Name};

    use super::*;

    fn snapshot() -> Snapshot {
        let id = |text: &str| EntityId::new(text).unwrap();
        let mut eurocities = Entity::new(id("eurocities"), EntityKind::Network, "Eurocities");
        eurocities.names.push(Name { text: "Eurovilles".into(), lang: "fr".into() });
        let mut lyon = Entity::new(id("gn2996944"), EntityKind::Polity, "Lyon");
        lyon.population = Some(522_250);
        let person = Entity::new(id("ada-colau"), EntityKind::Person, "Ada Colau");
        let holdings = Holdings { entities: vec![person, eurocities, lyon], ..Holdings::default() };
        Snapshot::new(holdings)
    }

    fn check(text: &str, expected: &[(&str, &str, f32)]) {
        let snapshot = snapshot();
        let found = snapshot.called(text, 8);
        let found: Vec<_> =
            found.iter().map(|one| (one.entity.id.as_str(), one.name, one.likeness)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_name_as_written_is_whole() {
        check("EUROCITIES", &[("eurocities", "Eurocities", 1.0)]);
        check("eurovilles", &[("eurocities", "Eurovilles", 1.0)]);
        check("Lyon", &[("gn2996944", "Lyon", 1.0)]);
    }

    #[test]
    fn a_slip_costs_the_triples_it_touches() {
        // Eurocites has 9 triples, Eurocities 10; they share 7: all but ite, and iti, tie.
        check("Eurocites", &[("eurocities", "Eurocities", 14.0 / 19.0)]);
        check("Lyom", &[]);
        check("", &[]);
    }
}
