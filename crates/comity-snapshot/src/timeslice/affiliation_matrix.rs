//! A selection of a timeslice as arrays: who meets in what, and who is tied to whom through it.

use std::sync::OnceLock;

use comity_graph::projection::{ProjectedTie, Weighting, project};
use comity_graph::{Entry, Graph, TwoMode};
use comity_model::EntityKind;

use super::{ActorScope, Affiliation, Centrality, Selection, Timeslice};
use crate::record::Bound;
use crate::snapshot::{EntityIx, Evidence, Snapshot};

/// Actors × things with role weights. Actors and things that take no part in the selection have no number.
#[derive(Debug)]
pub struct AffiliationMatrix {
    pub table: TwoMode,
    /// The entity of each row, ascending.
    pub actors: Vec<EntityIx>,
    /// The entity of each column, ascending.
    pub things: Vec<EntityIx>,
    /// The entities counted for each row, by row: several where they are rolled up.
    behind: Vec<(u32, EntityIx)>,
    /// Columns that tie nobody to anybody: declarations open to signature, ascending.
    declarations: Vec<u32>,
    ties: OnceLock<Ties>,
    central: OnceLock<Centrality>,
}

/// Who is tied to whom: the count projection as a simple graph over the rows of [`AffiliationMatrix`].
#[derive(Debug)]
pub struct Ties {
    pub graph: Graph,
    /// Columns that would make too many ties, the largest last; their members are not tied by them.
    pub too_large: Vec<u32>,
}

/// How many pairs the projection may count: a network of 3,000 members alone makes 4.5 million. Measured on the full
/// register: with a million of them `connected` takes a minute of a processor, with a quarter of a million 13 seconds,
/// and a server gives nobody more than thirty.
const PAIRS: u64 = 400_000;

impl AffiliationMatrix {
    pub(super) fn new(snapshot: &Snapshot, timeslice: &Timeslice, selection: &Selection) -> Self {
        let mut rows: Vec<(EntityIx, &Affiliation)> = Vec::new();
        for own in timeslice.affiliations().chunk_by(|a, b| a.actor == b.actor) {
            if let Some(actor) = rolled(snapshot, own[0].actor, selection.who) {
                let chosen = own.iter().filter(|affiliation| takes(timeslice, selection, affiliation));
                rows.extend(chosen.map(|affiliation| (actor, affiliation)));
            }
        }
        let actors = distinct(rows.iter().map(|(actor, _)| *actor));
        let things = distinct(rows.iter().map(|(_, affiliation)| affiliation.thing));
        let mut entries: Vec<Entry> = rows
            .iter()
            .map(|(actor, affiliation)| Entry {
                actor: place(&actors, *actor),
                thing: place(&things, affiliation.thing),
                weight: weight(selection, affiliation),
            })
            .collect();
        heaviest(&mut entries);
        let mut behind: Vec<(u32, EntityIx)> =
            rows.iter().map(|(actor, affiliation)| (place(&actors, *actor), affiliation.actor)).collect();
        behind.sort_unstable();
        behind.dedup();
        let table = TwoMode::new(actors.len(), things.len(), entries);
        let declared = |(_, thing): &(u32, &EntityIx)| snapshot.is_declaration(**thing);
        let declarations = (0..).zip(&things).filter(declared).map(|(column, _)| column).collect();
        Self { table, actors, things, behind, declarations, ties: OnceLock::new(), central: OnceLock::new() }
    }

    /// What it takes in memory, with what was made of it.
    pub fn bytes(&self) -> usize {
        let own = size_of_val(self.actors.as_slice())
            + size_of_val(self.things.as_slice())
            + size_of_val(self.behind.as_slice())
            + self.table.bytes();
        let ties = self.ties.get().map_or(0, |ties| ties.graph.bytes());
        own + ties + self.central.get().map_or(0, Centrality::bytes)
    }

    /// The row of an entity.
    pub fn row(&self, actor: EntityIx) -> Option<u32> {
        self.actors.binary_search(&actor).ok().map(number)
    }

    /// The column of an entity.
    pub fn column(&self, thing: EntityIx) -> Option<u32> {
        self.things.binary_search(&thing).ok().map(number)
    }

    /// The entities that a row stands for.
    pub fn behind(&self, row: u32) -> impl Iterator<Item = EntityIx> {
        let start = self.behind.partition_point(|(each, _)| *each < row);
        self.behind[start..].iter().take_while(move |(each, _)| *each == row).map(|(_, node)| *node)
    }

    /// Who is tied to whom through what they share; made once.
    ///
    /// Cost: Σn² over the things, the largest left out beyond four hundred thousand pairs.
    pub fn ties(&self) -> &Ties {
        self.ties.get_or_init(|| {
            let (small, too_large) = self.small();
            let links: Vec<(u32, u32)> =
                project(&small, Weighting::Count).iter().map(|tie| (tie.a, tie.b)).collect();
            Ties { graph: Graph::from_links(self.actors.len(), &links).0, too_large }
        })
    }

    /// How central each row is; made once.
    ///
    /// Cost: the searches of all rows, or of a sample where that would take too long.
    pub fn central(&self) -> &Centrality {
        self.central.get_or_init(|| Centrality::new(&self.table, &self.ties().graph))
    }

    /// The ties with their weights, over the same things as [`AffiliationMatrix::ties`].
    pub fn weighted(&self, weighting: Weighting) -> Vec<ProjectedTie> {
        project(&self.small().0, weighting)
    }

    /// The columns that two rows are both in, ascending.
    pub fn shared(&self, a: u32, b: u32) -> Vec<u32> {
        let own = self.table.of_actor(b);
        let both = |column: &u32| own.binary_search_by_key(column, |(column, _)| *column).is_ok();
        self.table.of_actor(a).iter().map(|(column, _)| *column).filter(both).collect()
    }

    /// Who the two rows of a tie are.
    pub fn ends(&self, (a, b): (u32, u32)) -> (EntityIx, EntityIx) {
        (self.actors[a as usize], self.actors[b as usize])
    }

    /// At most so many of the claims that put a row into things.
    pub fn some_evidence(
        &self,
        snapshot: &Snapshot,
        timeslice: &Timeslice,
        row: u32,
        most: usize,
    ) -> Vec<Evidence> {
        let columns = self.table.of_actor(row).iter();
        columns
            .flat_map(|(column, _)| self.evidence_of(snapshot, timeslice, row, *column))
            .take(most)
            .collect()
    }

    /// The table without declarations, which tie nobody, and without the things that would make too many ties, and those.
    pub fn small(&self) -> (TwoMode, Vec<u32>) {
        let size = |thing: u32| self.table.of_thing(thing).len() as u64;
        let ties = |thing: &u32| self.declarations.binary_search(thing).is_err();
        let mut by_size: Vec<u32> = (0..number(self.things.len())).filter(ties).collect();
        by_size.sort_by_key(|thing| (size(*thing), *thing));
        let too_large = by_size.split_off(fitting(by_size.iter().map(|thing| size(*thing))));
        if too_large.is_empty() && self.declarations.is_empty() {
            return (self.table.clone(), too_large);
        }
        let kept = self.table.without_things(|thing| ties(&thing) && !too_large.contains(&thing));
        (kept, too_large)
    }

    /// The claims that put a row into a column, of everyone it stands for.
    pub fn evidence_of(
        &self,
        snapshot: &Snapshot,
        timeslice: &Timeslice,
        row: u32,
        column: u32,
    ) -> Vec<Evidence> {
        let thing = self.things[column as usize];
        let affiliations = self
            .behind(row)
            .flat_map(|actor| timeslice.of(actor))
            .filter(|affiliation| affiliation.thing == thing);
        affiliations.flat_map(|affiliation| timeslice.evidence_of(snapshot, affiliation)).collect()
    }
}

fn takes(timeslice: &Timeslice, selection: &Selection, affiliation: &Affiliation) -> bool {
    let wanted = |issue: &String| timeslice.issues(affiliation.thing).any(|known| known.starts_with(issue));
    affiliation.standing.meets(selection.bound)
        && selection.layers.contains(&affiliation.layer)
        && selection.issue.as_ref().is_none_or(wanted)
}

/// As whom an actor counts; `None`: not at all.
fn rolled(snapshot: &Snapshot, actor: EntityIx, who: ActorScope) -> Option<EntityIx> {
    let entity = snapshot.entity(actor);
    let polity = entity.kind == EntityKind::Polity;
    match who {
        ActorScope::Everyone => Some(actor),
        ActorScope::Polities => polity.then_some(actor),
        ActorScope::Only(level) => entity.is(level).then_some(actor),
        ActorScope::RolledUp(level) if entity.is(level) => Some(actor),
        ActorScope::RolledUp(level) => snapshot
            .ancestors(actor)
            .into_iter()
            .filter(|_| polity)
            .find(|above| snapshot.entity(*above).is(level)),
    }
}

fn weight(selection: &Selection, affiliation: &Affiliation) -> f64 {
    match selection.bound {
        Bound::Certain => selection.weights.of(affiliation.certain_roles),
        Bound::Presumed | Bound::Possible => selection.weights.of(affiliation.possible_roles),
    }
}

/// Of several entries of one cell, which rolling up makes, the one of most weight.
fn heaviest(entries: &mut Vec<Entry>) {
    entries.sort_by(|a, b| (a.actor, a.thing).cmp(&(b.actor, b.thing)).then(b.weight.total_cmp(&a.weight)));
    entries.dedup_by_key(|entry| (entry.actor, entry.thing));
}

fn distinct(nodes: impl Iterator<Item = EntityIx>) -> Vec<EntityIx> {
    let mut nodes: Vec<EntityIx> = nodes.collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}

fn place(sorted: &[EntityIx], node: EntityIx) -> u32 {
    number(sorted.binary_search(&node).expect("every node of a row is in the list it was made from"))
}

fn number(place: usize) -> u32 {
    u32::try_from(place).expect("a register holds fewer than 2^32 entities")
}

/// How many things, the smallest first, tie no more than [`PAIRS`] pairs in all.
fn fitting(sizes: impl Iterator<Item = u64>) -> usize {
    let pairs = sizes.map(|size| size * size.saturating_sub(1) / 2);
    let all = pairs.scan(0_u64, |sum, pairs| {
        *sum = sum.saturating_add(pairs);
        Some(*sum)
    });
    all.take_while(|sum| *sum <= PAIRS).count()
}

#[cfg(test)]
mod tests {
    use super::fitting;

    /// 124,750 + 179,700 + 244,650 is more than four hundred thousand: the bound is on all of them together.
    #[test]
    fn the_largest_are_left_out_until_the_rest_fits() {
        assert_eq!(fitting([500, 600, 700, 2_100].into_iter()), 2);
        assert_eq!(fitting([1, 800].into_iter()), 2);
        assert_eq!(fitting([1_000].into_iter()), 0);
        assert_eq!(fitting(std::iter::empty()), 0);
    }
}
