//! Places with what tells whether two of them are near: ties, networks, points, inhabitants, countries.

use std::collections::BTreeMap;

use comity_graph::Graph;
use comity_graph::signs::Signs;
use comity_model::EntityKind;
use comity_snapshot::{EntityIx, Layer, Snapshot};

use crate::cached_snapshot::CachedSnapshot;
use crate::report::At;

/// An agreement of more parties is a declaration, not a partnership.
const PARTIES: usize = 8;

/// All places with an agreement or a network on the day, numbered in order.
pub(super) struct CandidateSet<'w> {
    pub(super) snapshot: &'w Snapshot,
    pub(super) places: Vec<EntityIx>,
    /// Tied by an agreement on record.
    pub(super) graph: Graph,
    /// The networks of each place, ascending.
    pub(super) networks: Vec<Vec<EntityIx>>,
    pub(super) nations: Vec<Option<EntityIx>>,
    countries: BTreeMap<(EntityIx, EntityIx), u32>,
}

impl<'w> CandidateSet<'w> {
    /// Cost: that of the timeslice, and a pass over it.
    pub(super) fn new(snapshot: &'w CachedSnapshot, at: &At) -> Self {
        let timeslice = snapshot.timeslice(at.window);
        let polity = |node: EntityIx| snapshot.entity(node).kind == EntityKind::Polity;
        let cells = || timeslice.affiliations().iter().filter(|cell| polity(cell.actor));
        let met = |layer: Layer| matches!(layer, Layer::Agreements | Layer::Networks);
        let mut places: Vec<EntityIx> =
            cells().filter(|cell| met(cell.layer)).map(|cell| cell.actor).collect();
        places.dedup();
        let number = |node: EntityIx| places.binary_search(&node).ok().and_then(|at| u32::try_from(at).ok());
        let mut networks = vec![Vec::new(); places.len()];
        let mut signed: Vec<(EntityIx, u32)> = Vec::new();
        for cell in cells() {
            let Some(place) = number(cell.actor) else { continue };
            match cell.layer {
                Layer::Networks => networks[place as usize].push(cell.thing),
                Layer::Agreements => signed.push((cell.thing, place)),
                _ => {}
            }
        }
        let graph = Graph::from_links(places.len(), &pairs(signed)).0;
        let nations: Vec<Option<EntityIx>> = places.iter().map(|place| snapshot.nation(*place)).collect();
        let countries = between_countries(&graph, &nations);
        Self { snapshot, places, graph, networks, nations, countries }
    }

    /// The same places with other ties.
    pub(super) fn with(&self, graph: Graph) -> Self {
        let countries = between_countries(&graph, &self.nations);
        let (places, networks, nations) = (self.places.clone(), self.networks.clone(), self.nations.clone());
        Self { snapshot: self.snapshot, places, graph, networks, nations, countries }
    }

    pub(super) fn place(&self, node: EntityIx) -> Option<u32> {
        self.places.binary_search(&node).ok().and_then(|at| u32::try_from(at).ok())
    }

    /// The signs of the graph, then: nearness, likeness of size, networks shared, other ties of the two countries.
    /// What is not known of a pair is NaN.
    pub(super) fn signs(&self, from: u32, others: &[u32]) -> Vec<Vec<f64>> {
        let signs = Signs::new(&self.graph, from);
        others
            .iter()
            .map(|other| [signs.of(*other).as_slice(), &self.own_signs(from, *other)].concat())
            .collect()
    }

    /// Those that no graph has.
    fn own_signs(&self, from: u32, other: u32) -> [f64; 4] {
        [
            self.km(from, other).map_or(f64::NAN, |km| -km.ln_1p()),
            self.size(from, other).map_or(f64::NAN, |size| -size.ln().abs()),
            f64::from(self.shared_networks(from, other)).ln_1p(),
            f64::from(self.other_ties(from, other)).ln_1p(),
        ]
    }

    pub(super) fn km(&self, a: u32, b: u32) -> Option<f64> {
        let point = |place: u32| self.snapshot.entity(self.places[place as usize]).point;
        Some(point(a)?.km_to(point(b)?))
    }

    /// How many times the inhabitants of `a` `b` has.
    #[expect(clippy::cast_precision_loss, reason = "inhabitants stay far below 2^52")]
    pub(super) fn size(&self, a: u32, b: u32) -> Option<f64> {
        Some(self.people(b)? as f64 / self.people(a)? as f64)
    }

    fn people(&self, place: u32) -> Option<u64> {
        self.snapshot.entity(self.places[place as usize]).population.filter(|people| *people > 0)
    }

    pub(super) fn shared_networks(&self, a: u32, b: u32) -> u32 {
        let theirs = &self.networks[b as usize];
        let shared = self.networks[a as usize].iter().filter(|network| theirs.binary_search(network).is_ok());
        u32::try_from(shared.count()).unwrap_or(u32::MAX)
    }

    /// Ties between other places of their two countries.
    pub(super) fn other_ties(&self, a: u32, b: u32) -> u32 {
        let nation = |place: u32| self.nations[place as usize];
        let Some(key) = nation(a).zip(nation(b)).map(|(a, b)| (a.min(b), a.max(b))) else { return 0 };
        self.countries.get(&key).copied().unwrap_or(0) - u32::from(self.graph.has_edge(a, b))
    }
}

fn pairs(mut signed: Vec<(EntityIx, u32)>) -> Vec<(u32, u32)> {
    signed.sort_unstable();
    let mut links = Vec::new();
    for parties in signed.chunk_by(|a, b| a.0 == b.0).filter(|parties| parties.len() <= PARTIES) {
        for (at, one) in parties.iter().enumerate() {
            links.extend(parties[at + 1..].iter().map(|other| (one.1, other.1)));
        }
    }
    links
}

fn between_countries(graph: &Graph, nations: &[Option<EntityIx>]) -> BTreeMap<(EntityIx, EntityIx), u32> {
    let mut found = BTreeMap::new();
    for (a, b) in graph.edges() {
        if let Some((a, b)) = nations[a as usize].zip(nations[b as usize]) {
            *found.entry((a.min(b), a.max(b))).or_insert(0) += 1;
        }
    }
    found
}
