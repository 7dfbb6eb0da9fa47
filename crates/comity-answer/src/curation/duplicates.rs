//! What may be one and the same thing on file twice: two names of one body, two agreements of one pair.

mod likeness;
mod moves;

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{EntityId, EntityKind, Sameness};
use comity_snapshot::{EntityIx, EntityRef, Snapshot};
use schemars::JsonSchema;
use serde::Serialize;

use likeness::alike;

pub use likeness::LikenessReason;
pub use moves::Moves;

/// Which pairs, and where among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DuplicatesArgs {
    /// Only this kind of thing.
    pub kind: Option<EntityKind>,
    /// The pair to begin with, in either order, as `a~b`; the first where none is named.
    pub pair: Option<(EntityId, EntityId)>,
    /// At most so many pairs.
    pub limit: usize,
}

/// Pairs that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Duplicates {
    /// Pairs nobody has decided about, those put off not counted.
    pub waiting: u64,
    /// Pairs of which a person was not sure.
    pub put_off: u64,
    /// How many stand before the first of `pairs`.
    pub before: u64,
    /// The likeliest first, those put off last.
    pub pairs: Vec<Pair>,
}

/// Two things that may be one. The first would become the second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pair {
    /// Would go: its address would lead to the other.
    pub goes: EntityRef,
    /// Would stay, with its own name.
    pub stays: EntityRef,
    pub ground: LikenessReason,
    /// Why they may be one, in a sentence.
    pub why: String,
    /// What would move from the one that goes to the one that stays.
    pub moves: Moves,
    /// What the one that stays has itself.
    pub has: Moves,
    pub put_off: bool,
}

/// Pairs that may be one, but for those that somebody called the same or distinct.
///
/// `judged` are all such decisions. Cost: one pass over the names, n log n in entities; names that differ in a
/// letter or two are sought only where one of the two has no entry in the gazetteer.
pub fn duplicates(
    snapshot: &Snapshot,
    judged: &[(EntityId, EntityId, Sameness)],
    args: &DuplicatesArgs,
) -> Duplicates {
    let judged = by_pair(snapshot, judged);
    let mut found: Vec<(bool, LikenessReason, EntityIx, EntityIx, String)> = Vec::new();
    for (one, other, ground, why) in alike(snapshot) {
        let of_kind = args.kind.is_none_or(|kind| snapshot.entity(one).kind == kind);
        match judged.get(&unordered(one, other)) {
            Some(Sameness::Same | Sameness::Distinct) => {}
            _ if !of_kind => {}
            unsure => found.push((unsure.is_some(), ground, one, other, why)),
        }
    }
    found.sort();
    let put_off = found.iter().filter(|(put_off, ..)| *put_off).count();
    let wanted = args.pair.as_ref().and_then(|(a, b)| Some(unordered(snapshot.node(a)?, snapshot.node(b)?)));
    let start = found.iter().position(|(_, _, one, other, _)| Some(unordered(*one, *other)) == wanted);
    let start = start.unwrap_or(0);
    let shown = found.iter().skip(start).take(args.limit);
    let mut pairs: Vec<Pair> = shown.map(|found| pair(snapshot, found)).collect();
    if let (Some(first), Some((a, _))) = (pairs.first_mut(), &args.pair) {
        first.turn(a, wanted.is_some());
    }
    Duplicates {
        waiting: (found.len() - put_off) as u64,
        put_off: put_off as u64,
        before: start as u64,
        pairs,
    }
}

/// What is decided about each pair, by what its entities have become.
fn by_pair(
    snapshot: &Snapshot,
    judged: &[(EntityId, EntityId, Sameness)],
) -> BTreeMap<(EntityIx, EntityIx), Sameness> {
    let pair = |(a, b, sameness): &(EntityId, EntityId, Sameness)| {
        Some((unordered(snapshot.node(a)?, snapshot.node(b)?), *sameness))
    };
    judged.iter().filter_map(pair).collect()
}

fn unordered(one: EntityIx, other: EntityIx) -> (EntityIx, EntityIx) {
    (one.min(other), one.max(other))
}

fn pair(
    snapshot: &Snapshot,
    (put_off, ground, one, other, why): &(bool, LikenessReason, EntityIx, EntityIx, String),
) -> Pair {
    let (goes, stays) = direction(snapshot, *one, *other);
    Pair {
        goes: snapshot.refer(goes),
        stays: snapshot.refer(stays),
        ground: *ground,
        why: why.clone(),
        moves: moves::moves(snapshot, goes),
        has: moves::moves(snapshot, stays),
        put_off: *put_off,
    }
}

/// A place of the gazetteer stays; else what more claims speak of; else what has a record of its own.
fn direction(snapshot: &Snapshot, one: EntityIx, other: EntityIx) -> (EntityIx, EntityIx) {
    let weight = |node: EntityIx| {
        let id = &snapshot.entity(node).id;
        let own = !id.as_str().starts_with("ag-");
        (id.as_geonames().is_some(), own, moves::moves(snapshot, node).claims, std::cmp::Reverse(id.clone()))
    };
    if weight(one) > weight(other) { (other, one) } else { (one, other) }
}

impl Pair {
    /// `a~b` in an address names the direction too: `a` goes.
    fn turn(&mut self, goes: &EntityId, found: bool) {
        if found && self.stays.id == *goes {
            std::mem::swap(&mut self.goes, &mut self.stays);
            std::mem::swap(&mut self.moves, &mut self.has);
        }
    }
}

/// Each pair once.
fn once(pairs: &mut Vec<(EntityIx, EntityIx, LikenessReason, String)>) {
    let mut seen = BTreeSet::new();
    pairs.sort_by_key(|(one, other, ground, _)| (unordered(*one, *other), *ground));
    pairs.retain(|(one, other, ..)| seen.insert(unordered(*one, *other)));
}
