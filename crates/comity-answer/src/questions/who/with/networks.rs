//! Networks both sides are in, or the membership itself where one side is a network.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use comity_messages::say;
use comity_model::{EntityId, EntityKind, LinkKind};
use comity_snapshot::record::{Bound, BoundedCount};
use comity_snapshot::{EntityRef, Layer, Snapshot, Territory};

use super::both_territories::BothTerritories;
use crate::answer::{NetworkMet, NetworksShared, Shared, Those};
use crate::questions::who::between::shared;
use crate::report::ties::{direct_ties, sort_ties};
use crate::report::{At, Tie, TieGroup};

pub(super) fn networks(
    snapshot: &Snapshot,
    sides: &BothTerritories,
    at: &At,
    limit: usize,
) -> NetworksShared {
    let mut rows = shared(snapshot, sides.near.members(), sides.far.members(), at);
    rows.retain(|row| row.layer == Layer::Networks);
    let by = |bound| distinct(rows.iter().filter(|row| row.standing.meets(bound)));
    let count = BoundedCount {
        certain: by(Bound::Certain),
        presumed: by(Bound::Presumed),
        possible: by(Bound::Possible),
    };
    let met = met(snapshot, &rows);
    let left_out = rows.len().saturating_sub(limit) as u64;
    rows.truncate(limit);
    NetworksShared {
        met,
        count,
        looked_at: looked_at(snapshot),
        networks: snapshot.of_kind(EntityKind::Network).count() as u64,
        rows,
        left_out,
        memberships: TieGroup::new(Layer::Networks, &say!("members-file"), memberships(snapshot, sides, at))
            .cut(limit),
    }
}

/// How many different things the rows are about.
fn distinct<'r>(rows: impl Iterator<Item = &'r Shared>) -> u64 {
    rows.map(|row| &row.thing.id).collect::<BTreeSet<_>>().len() as u64
}

/// Pairs on record, by network, those of which most is known first; `rows` has them so.
fn met(snapshot: &Snapshot, rows: &[Shared]) -> Vec<NetworkMet> {
    let mut by_network: Vec<&Shared> = rows.iter().filter(|row| row.standing.presumed).collect();
    by_network.sort_by_key(|row| (&row.thing.name, &row.thing.id));
    let mut met: Vec<NetworkMet> = by_network
        .chunk_by(|a, b| a.thing.id == b.thing.id)
        .map(|pairs| network_met(snapshot, pairs))
        .collect();
    met.sort_by_key(|row| row.standing.order());
    met
}

/// Of pairs that meet in one network, that of which most is known first.
fn network_met(snapshot: &Snapshot, pairs: &[&Shared]) -> NetworkMet {
    NetworkMet {
        network: pairs[0].thing.clone(),
        standing: pairs[0].standing,
        near: those(snapshot, pairs.iter().map(|pair| &pair.a.who)),
        far: those(snapshot, pairs.iter().map(|pair| &pair.b.who)),
    }
}

fn those<'r>(snapshot: &Snapshot, all: impl Iterator<Item = &'r EntityRef>) -> Those {
    let by_id: BTreeMap<&EntityId, &EntityRef> = all.map(|who| (&who.id, who)).collect();
    let mut first: Vec<&EntityRef> = by_id.into_values().collect();
    let n = first.len() as u64;
    let people = |who: &EntityRef| snapshot.entity_by_id(&who.id).and_then(|entity| entity.population);
    first.sort_by_key(|who| Reverse(people(who)));
    Those { n, first: first.into_iter().take(Those::NAMED).cloned().collect() }
}

pub(super) fn looked_at(snapshot: &Snapshot) -> u64 {
    let covered: BTreeSet<_> = snapshot
        .coverage()
        .iter()
        .filter(|row| row.link == LinkKind::Member)
        .filter_map(|row| snapshot.node(row.object.as_ref()?))
        .collect();
    let has_members = |network| snapshot.incoming(network).any(|(link, _)| link.kind == LinkKind::Member);
    let networks = snapshot.of_kind(EntityKind::Network);
    networks.filter(|network| covered.contains(network) || has_members(*network)).count() as u64
}

fn memberships(snapshot: &Snapshot, sides: &BothTerritories, at: &At) -> Vec<Tie> {
    let network = |side: &Territory| snapshot.entity(side.root()).kind == EntityKind::Network;
    let (members, of) = match (network(&sides.near), network(&sides.far)) {
        (false, true) => (&sides.near, sides.far.root()),
        (true, false) => (&sides.far, sides.near.root()),
        _ => return Vec::new(),
    };
    let id = &snapshot.entity(of).id;
    let joined = members
        .members()
        .iter()
        .flat_map(|node| direct_ties(snapshot, *node, at, |kind| kind == LinkKind::Member));
    let mut rows: Vec<Tie> = joined.filter(|tie| tie.other.id == *id).collect();
    sort_ties(&mut rows);
    rows
}
