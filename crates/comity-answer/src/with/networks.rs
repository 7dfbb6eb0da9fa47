//! Networks both sides are in, or the membership itself where one side is a network.

use std::collections::BTreeSet;

use comity_model::{EntityKind, LinkKind};
use serde::Serialize;

use super::Sides;
use crate::between::{Shared, shared};
use crate::part::{At, Layer, Tie, TieGroup};
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
    /// One row for each pair of members.
    pub rows: Vec<Shared>,
    pub left_out: u64,
    /// Where one side is a network: who of the other is in it.
    pub memberships: TieGroup,
}

pub(super) fn networks(world: &World, sides: &Sides, at: &At, limit: usize) -> NetworksShared {
    let mut rows = shared(world, sides.near.members(), sides.far.members(), at);
    rows.retain(|row| row.layer == Layer::Networks);
    let distinct = |wanted: fn(&Shared) -> bool| {
        rows.iter().filter(|row| wanted(row)).map(|row| &row.thing.id).collect::<BTreeSet<_>>().len() as u64
    };
    let (certain, possible) =
        (distinct(|row| row.state.is_certain()), distinct(|row| row.state.is_possible()));
    let left_out = rows.len().saturating_sub(limit) as u64;
    rows.truncate(limit);
    NetworksShared {
        certain,
        possible,
        looked_at: looked_at(world),
        networks: world.of_kind(EntityKind::Network).count() as u64,
        rows,
        left_out,
        memberships: TieGroup::new(Layer::Networks, "Members", memberships(world, sides, at)).cut(limit),
    }
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
