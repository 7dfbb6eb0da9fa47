//! Networks both sides are in, or the membership itself where one side is a network.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use comity_model::{EntityId, EntityKind, LinkKind};
use serde::Serialize;

use super::Sides;
use crate::between::{Shared, shared};
use crate::part::{At, EntityRef, Layer, State, Tie, TieGroup};
use crate::ties::{direct_ties, sort_ties};
use crate::world::{Territory, World};

/// How much the two sides meet in networks, and how many networks were looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NetworksShared {
    /// Networks with somebody of each side in them, for sure.
    pub certain: u64,
    /// Those that may be, the certain ones included.
    pub possible: u64,
    /// Networks on file of which members are on file or that were looked at.
    pub looked_at: u64,
    pub networks: u64,
    /// One row a network, whoever of each side is in it.
    pub met: Vec<NetworkMet>,
    /// One row for each pair of members.
    pub rows: Vec<Shared>,
    pub left_out: u64,
    /// Where one side is a network: who of the other is in it.
    pub memberships: TieGroup,
}

/// A network with somebody of each side in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NetworkMet {
    pub network: EntityRef,
    /// How surely both sides are in it, by the surest pair.
    pub state: State,
    pub near: Those,
    pub far: Those,
}

/// Who of one side is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Those {
    pub n: u64,
    /// The most populous of them, at most [`Those::NAMED`].
    pub first: Vec<EntityRef>,
}

impl Those {
    pub const NAMED: usize = 5;

    fn of<'r>(world: &World, all: impl Iterator<Item = &'r EntityRef>) -> Self {
        let by_id: BTreeMap<&EntityId, &EntityRef> = all.map(|who| (&who.id, who)).collect();
        let mut first: Vec<&EntityRef> = by_id.into_values().collect();
        let n = first.len() as u64;
        let people = |who: &EntityRef| world.entity(&who.id).and_then(|entity| entity.population);
        first.sort_by_key(|who| Reverse(people(who)));
        Self { n, first: first.into_iter().take(Self::NAMED).cloned().collect() }
    }

    /// How many are not named.
    pub fn others(&self) -> u64 {
        self.n.saturating_sub(self.first.len() as u64)
    }
}

impl std::fmt::Display for Those {
    /// "Rochester", "Tokyo, Yokohama and 12 more".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.first.iter().map(|who| who.name.as_str()).collect();
        f.write_str(&names.join(", "))?;
        if self.others() > 0 { write!(f, " and {} more", self.others()) } else { Ok(()) }
    }
}

pub(super) fn networks(world: &World, sides: &Sides, at: &At, limit: usize) -> NetworksShared {
    let mut rows = shared(world, sides.near.members(), sides.far.members(), at);
    rows.retain(|row| row.layer == Layer::Networks);
    let distinct = |wanted: fn(&Shared) -> bool| {
        rows.iter().filter(|row| wanted(row)).map(|row| &row.thing.id).collect::<BTreeSet<_>>().len() as u64
    };
    let (certain, possible) =
        (distinct(|row| row.state.is_certain()), distinct(|row| row.state.is_possible()));
    let met = met(world, &rows);
    let left_out = rows.len().saturating_sub(limit) as u64;
    rows.truncate(limit);
    NetworksShared {
        met,
        certain,
        possible,
        looked_at: looked_at(world),
        networks: world.of_kind(EntityKind::Network).count() as u64,
        rows,
        left_out,
        memberships: TieGroup::new(Layer::Networks, "Members", memberships(world, sides, at)).cut(limit),
    }
}

/// Pairs that hold or may hold, by network, the surest first; `rows` has the surest first.
fn met(world: &World, rows: &[Shared]) -> Vec<NetworkMet> {
    let one = |pairs: &[&Shared]| NetworkMet {
        network: pairs[0].thing.clone(),
        state: pairs[0].state,
        near: Those::of(world, pairs.iter().map(|pair| &pair.a.who)),
        far: Those::of(world, pairs.iter().map(|pair| &pair.b.who)),
    };
    let mut by_network: Vec<&Shared> = rows.iter().filter(|row| row.state.is_possible()).collect();
    by_network.sort_by_key(|row| (&row.thing.name, &row.thing.id));
    let mut met: Vec<NetworkMet> = by_network.chunk_by(|a, b| a.thing.id == b.thing.id).map(one).collect();
    met.sort_by_key(|row| row.state);
    met
}

pub(crate) fn looked_at(world: &World) -> u64 {
    let covered: BTreeSet<_> = world
        .coverage()
        .iter()
        .filter(|row| row.link == LinkKind::Member)
        .filter_map(|row| world.node(row.object.as_ref()?))
        .collect();
    let with_members = |network: &crate::world::Node| {
        covered.contains(network) || world.into(*network).any(|(link, _)| link.kind == LinkKind::Member)
    };
    world.of_kind(EntityKind::Network).filter(with_members).count() as u64
}

fn memberships(world: &World, sides: &Sides, at: &At) -> Vec<Tie> {
    let network = |side: &Territory| world.at(side.root()).kind == EntityKind::Network;
    let (members, of) = match (network(&sides.near), network(&sides.far)) {
        (false, true) => (&sides.near, sides.far.root()),
        (true, false) => (&sides.far, sides.near.root()),
        _ => return Vec::new(),
    };
    let id = &world.at(of).id;
    let joined = members
        .members()
        .iter()
        .flat_map(|node| direct_ties(world, *node, at, |kind| kind == LinkKind::Member));
    let mut rows: Vec<Tie> = joined.filter(|tie| tie.other.id == *id).collect();
    sort_ties(&mut rows);
    rows
}
