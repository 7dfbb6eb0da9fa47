//! Who is in what, who backs and who coordinates whom on a day; and what is left when some of it goes.

use std::collections::{BTreeMap, BTreeSet};

use comity_graph::Graph;
use comity_graph::components::components;
use comity_messages::say;
use comity_model::{Certainty, EntityKind, LinkKind, Polarity, Window};

use crate::fact::facts;
use crate::record::Bound;
use crate::snapshot::{EntityIx, Evidence, Layer, Snapshot};
use crate::timeslice::Timeslice;

/// All relations of a day, by what bound they were asked for.
#[derive(Clone)]
pub struct Relations<'w> {
    pub snapshot: &'w Snapshot,
    pub window: Window,
    /// In order.
    pub all: Vec<Relation>,
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    pub how: RelationKind,
    pub subject: EntityIx,
    pub object: EntityIx,
}

/// What the subject does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    /// Meets others in the object.
    TakesPart(Layer),
    Backs,
    Coordinates,
}

impl RelationKind {
    pub fn words(self) -> String {
        match self {
            Self::TakesPart(layer) => say!("does-take-part", kind = layer.title().to_lowercase()),
            Self::Backs => say!("does-back"),
            Self::Coordinates => say!("does-coordinate"),
        }
    }
}

/// Pairs of places that are counted one by one; beyond, their number is not given.
const PAIRS: u64 = 2_000_000;

/// How the places hang together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RelationStructure {
    /// Places that meet another one somewhere.
    pub tied: BTreeSet<EntityIx>,
    /// Pairs that meet in something; `None`: too many to count.
    pub ties: Option<u64>,
    /// Groups of two places and more that no path joins.
    pub groups: u64,
    /// Places in the largest of them.
    pub largest: u64,
    /// Pairs of places with a path between them.
    pub connected: u64,
}

impl<'w> Relations<'w> {
    /// Those of the timeslice's window. Cost: a pass over the links.
    pub fn new(snapshot: &'w Snapshot, timeslice: &Timeslice, bound: Bound) -> Self {
        let window = timeslice.window();
        let held = timeslice.affiliations().iter().filter(|one| one.standing.meets(bound));
        let meets = held.map(|affiliation| Relation {
            how: RelationKind::TakesPart(affiliation.layer),
            subject: affiliation.actor,
            object: affiliation.thing,
        });
        let mut relations: Vec<Relation> = meets.collect();
        for (kind, how) in
            [(LinkKind::Backs, RelationKind::Backs), (LinkKind::Coordinates, RelationKind::Coordinates)]
        {
            let links = snapshot.all_links().filter(|(link, _, _)| link.kind == kind);
            for ((subject, object), fact) in
                facts(links.map(|(link, subject, object)| ((subject, object), link)))
            {
                let standing = fact.standing(snapshot, window);
                relations.extend(standing.meets(bound).then_some(Relation { how, subject, object }));
            }
        }
        relations.sort_unstable();
        Self { snapshot, window, all: relations }
    }

    #[must_use]
    pub fn kept(&self, keep: impl Fn(&Relation) -> bool) -> Self {
        let relations = self.all.iter().copied().filter(|relation| keep(relation)).collect();
        Self { snapshot: self.snapshot, window: self.window, all: relations }
    }

    /// The relations of one sort, by object.
    pub fn by_object(&self, how: impl Fn(RelationKind) -> bool) -> BTreeMap<EntityIx, Vec<Relation>> {
        let mut found: BTreeMap<EntityIx, Vec<Relation>> = BTreeMap::new();
        for relation in self.all.iter().filter(|relation| how(relation.how)) {
            found.entry(relation.object).or_default().push(*relation);
        }
        found
    }

    /// Cost: a pass over the relations, and the pairs where they are few enough to count.
    pub fn structure(&self) -> RelationStructure {
        let polity = |node: EntityIx| self.snapshot.entity(node).kind == EntityKind::Polity;
        let things: Vec<Vec<EntityIx>> = self
            .by_object(|how| matches!(how, RelationKind::TakesPart(_)))
            .into_values()
            .map(|inside| {
                inside.iter().map(|relation| relation.subject).filter(|node| polity(*node)).collect()
            })
            .filter(|inside: &Vec<EntityIx>| inside.len() > 1)
            .collect();
        let tied: BTreeSet<EntityIx> = things.iter().flatten().copied().collect();
        let places: Vec<EntityIx> = tied.iter().copied().collect();
        let number = |node: &EntityIx| places.binary_search(node).expect("every place of a thing is listed");
        let count = |place: usize| u32::try_from(place).expect("a register holds fewer than 2^32 entities");
        let mut links = Vec::new();
        for (at, inside) in things.iter().enumerate() {
            links.extend(inside.iter().map(|place| (count(number(place)), count(places.len() + at))));
        }
        let graph = Graph::from_links(places.len() + things.len(), &links).0;
        let found = components(&graph);
        let mut sizes = vec![0_u64; found.sizes.len()];
        for component in &found.of[..places.len()] {
            sizes[*component as usize] += 1;
        }
        RelationStructure {
            ties: pairs(&things),
            groups: sizes.iter().filter(|size| **size > 1).count() as u64,
            largest: sizes.iter().copied().max().unwrap_or(0),
            connected: sizes.iter().map(|size| size * size.saturating_sub(1) / 2).sum(),
            tied,
        }
    }

    /// The claims behind a relation that leave it possible on the day.
    pub fn evidence_of(&self, relation: &Relation) -> Vec<Evidence> {
        let (subject, object) = (relation.subject, relation.object);
        let out = self.snapshot.outgoing(subject).filter(|(_, other)| *other == object);
        let back = self.snapshot.outgoing(object).filter(|(_, other)| *other == subject);
        let links = out.chain(back).map(|(link, _)| link);
        let holds = links.filter(|link| {
            link.polarity == Polarity::Asserted && link.valid.holds(self.window).some_day() > Certainty::No
        });
        holds.map(|link| self.snapshot.evidence_of(link)).collect()
    }
}

/// Different pairs of places that share a thing.
fn pairs(things: &[Vec<EntityIx>]) -> Option<u64> {
    let size = |inside: &Vec<EntityIx>| inside.len() as u64;
    let most: u64 = things.iter().map(|inside| size(inside) * (size(inside) - 1) / 2).sum();
    if most > PAIRS {
        return None;
    }
    let mut found: Vec<(EntityIx, EntityIx)> = Vec::new();
    for inside in things {
        for (at, one) in inside.iter().enumerate() {
            found.extend(inside[at + 1..].iter().map(|other| (*one, *other)));
        }
    }
    found.sort_unstable();
    found.dedup();
    Some(found.len() as u64)
}
