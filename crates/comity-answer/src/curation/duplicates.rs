//! What may be one and the same thing on file twice: two names of one body, two agreements of one pair.

mod likeness;
mod moves;

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{EntityId, EntityKind, Sameness};
use comity_snapshot::{EntityIx, EntityRef, Snapshot};
use schemars::JsonSchema;
use serde::Serialize;

use likeness::{LikePair, alike};

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
    let mut found: Vec<OpenPair> = Vec::new();
    for like in alike(snapshot) {
        let of_kind = args.kind.is_none_or(|kind| snapshot.entity(like.one).kind == kind);
        match judged.get(&unordered(like.one, like.other)) {
            Some(Sameness::Same | Sameness::Distinct) => {}
            _ if !of_kind => {}
            unsure => found.push(OpenPair { put_off: unsure.is_some(), like }),
        }
    }
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    let put_off = found.iter().filter(|open| open.put_off).count();
    let wanted = args.pair.as_ref().and_then(|(a, b)| Some(unordered(snapshot.node(a)?, snapshot.node(b)?)));
    let start = found.iter().position(|open| Some(unordered(open.like.one, open.like.other)) == wanted);
    let start = start.unwrap_or(0);
    let shown = found.iter().skip(start).take(args.limit);
    let mut pairs: Vec<Pair> = shown.map(|open| open.pair(snapshot)).collect();
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
    let known = judged
        .iter()
        .filter_map(|(a, b, sameness)| Some((unordered(snapshot.node(a)?, snapshot.node(b)?), *sameness)));
    known.collect()
}

fn unordered(one: EntityIx, other: EntityIx) -> (EntityIx, EntityIx) {
    (one.min(other), one.max(other))
}

/// A like pair on which nobody has decided.
struct OpenPair {
    /// Somebody looked at it and was not sure.
    put_off: bool,
    like: LikePair,
}

impl OpenPair {
    /// Those put off last, the surest reasons first.
    fn order(&self) -> impl Ord + '_ {
        (self.put_off, self.like.reason, self.like.one, self.like.other, &self.like.why)
    }

    fn pair(&self, snapshot: &Snapshot) -> Pair {
        let (goes, stays) = direction(snapshot, self.like.one, self.like.other);
        Pair {
            goes: snapshot.refer(goes),
            stays: snapshot.refer(stays),
            ground: self.like.reason,
            why: self.like.why.clone(),
            moves: moves::moves(snapshot, goes),
            has: moves::moves(snapshot, stays),
            put_off: self.put_off,
        }
    }
}

/// A place of the gazetteer stays; else what more claims speak of; else what has a record of its own.
fn direction(snapshot: &Snapshot, one: EntityIx, other: EntityIx) -> (EntityIx, EntityIx) {
    if weight(snapshot, one) > weight(snapshot, other) { (other, one) } else { (one, other) }
}

fn weight(snapshot: &Snapshot, node: EntityIx) -> impl Ord + '_ {
    let id = &snapshot.entity(node).id;
    let own = !id.as_str().starts_with("ag-");
    (id.as_geonames().is_some(), own, moves::moves(snapshot, node).claims, std::cmp::Reverse(id))
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
fn once(pairs: &mut Vec<LikePair>) {
    let mut seen = BTreeSet::new();
    pairs.sort_by_key(|like| (unordered(like.one, like.other), like.reason));
    pairs.retain(|like| seen.insert(unordered(like.one, like.other)));
}
