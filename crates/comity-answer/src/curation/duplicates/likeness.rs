//! Which entities are so alike that they may be one, and why.

use std::collections::{BTreeMap, BTreeSet};

use comity_graph::cancel::check;
use comity_messages::{listed, say};
use comity_model::{Entity, EntityId, EntityKind};
use comity_names::{fold, osa};
use comity_snapshot::{EntityIx, Snapshot, wording};
use schemars::JsonSchema;
use serde::Serialize;

use super::once;

/// On what a proposal rests, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LikenessReason {
    /// Two agreements of the same parties.
    Parties,
    /// Both are called so first of all.
    Name,
    /// One goes by the other's name among others.
    OtherName,
    /// The names differ in a letter or two, or in the order of their words.
    Spelling,
}

/// Places this close to each other, with one name, may be one place.
const NEAR_KM: f64 = 10.0;
/// Names shorter than this are not compared letter by letter; longer ones may differ in two letters.
const SHORT: usize = 6;
const LONG: usize = 11;

/// Two entities that may be one.
pub(super) struct LikePair {
    pub(super) one: EntityIx,
    pub(super) other: EntityIx,
    pub(super) reason: LikenessReason,
    /// In a sentence.
    pub(super) why: String,
}

/// Pairs of like entities, each once, in no order that matters.
pub(super) fn alike(snapshot: &Snapshot) -> Vec<LikePair> {
    let mut pairs = agreements(snapshot);
    pairs.extend(namesakes(snapshot));
    pairs.extend(misspelt(snapshot));
    once(&mut pairs);
    pairs
}

fn agreements(snapshot: &Snapshot) -> Vec<LikePair> {
    let mut of: BTreeMap<BTreeSet<EntityIx>, Vec<EntityIx>> = BTreeMap::new();
    for agreement in snapshot.of_kind(EntityKind::Agreement) {
        let parties = snapshot.parties(agreement);
        if parties.len() > 1 {
            of.entry(parties).or_default().push(agreement);
        }
    }
    let mut pairs = Vec::new();
    for (parties, agreements) in of {
        let names: Vec<String> = parties.into_iter().map(|party| snapshot.name(party)).collect();
        let why = say!("likeness-parties", names = listed(names));
        let reason = LikenessReason::Parties;
        pairs.extend(each(&agreements).map(|(one, other)| LikePair { one, other, reason, why: why.clone() }));
    }
    pairs
}

fn namesakes(snapshot: &Snapshot) -> Vec<LikePair> {
    let mut bearers: BTreeMap<(EntityKind, String), Vec<(EntityIx, bool)>> = BTreeMap::new();
    for node in named(snapshot) {
        let entity = snapshot.entity(node);
        let own = fold(&entity.name);
        let forms: BTreeSet<String> = snapshot.names(node).map(fold).filter(|form| form.len() > 2).collect();
        for form in forms {
            let is_own = form == own;
            bearers.entry((entity.kind, form)).or_default().push((node, is_own));
        }
    }
    let mut pairs = Vec::new();
    for bearers in bearers.values() {
        for (n, (one, own)) in bearers.iter().enumerate() {
            check();
            for (other, others_own) in bearers.iter().skip(n + 1) {
                if !(*own || *others_own) || !may_be_one(snapshot.entity(*one), snapshot.entity(*other)) {
                    continue;
                }
                let (reason, why) = if *own && *others_own {
                    (LikenessReason::Name, say!("likeness-name", name = snapshot.name(*one)))
                } else {
                    let (whose, also) = if *own { (*one, *other) } else { (*other, *one) };
                    let why =
                        say!("likeness-other-name", name = snapshot.name(whose), other = snapshot.name(also));
                    (LikenessReason::OtherName, why)
                };
                pairs.push(LikePair { one: *one, other: *other, reason, why });
            }
        }
    }
    pairs
}

/// Only what has these in common is compared letter by letter.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Block<'w> {
    kind: EntityKind,
    country: Option<&'w str>,
    first_letter: Option<char>,
}

/// Sought in blocks.
fn misspelt(snapshot: &Snapshot) -> Vec<LikePair> {
    let mut blocks: BTreeMap<Block<'_>, Vec<(EntityIx, String)>> = BTreeMap::new();
    for node in named(snapshot) {
        let entity = snapshot.entity(node);
        let name = fold(&entity.name);
        let (country, first_letter) = (entity.country.as_deref(), name.chars().next());
        let block = Block { kind: entity.kind, country, first_letter };
        blocks.entry(block).or_default().push((node, name));
    }
    let mut pairs = Vec::new();
    for block in blocks.values() {
        let own = block.iter().filter(|(node, _)| snapshot.entity(*node).id.as_geonames().is_none());
        for (one, name) in own {
            check();
            for (other, others) in block.iter().filter(|(other, _)| other != one) {
                if is_misspelt(name, others) && may_be_one(snapshot.entity(*one), snapshot.entity(*other)) {
                    let (name, also) = (snapshot.name(*one), snapshot.name(*other));
                    let why = say!("likeness-spelling", name = name, other = also);
                    let reason = LikenessReason::Spelling;
                    pairs.push(LikePair { one: *one, other: *other, reason, why });
                }
            }
        }
    }
    pairs
}

/// Agreements known by their parties alone are called after them: those are compared otherwise.
fn named(snapshot: &Snapshot) -> impl Iterator<Item = EntityIx> {
    snapshot.nodes().filter(|node| {
        let entity = snapshot.entity(*node);
        entity.kind != EntityKind::Agreement && !entity.name.is_empty()
    })
}

fn each(nodes: &[EntityIx]) -> impl Iterator<Item = (EntityIx, EntityIx)> {
    (1..).zip(nodes).flat_map(|(n, one)| nodes.iter().skip(n).map(move |other| (*one, *other)))
}

/// One kind, no two countries, no two levels, no two classes; places only in one state, and side by side where both
/// points are known; entries of the gazetteer only where they are.
fn may_be_one(one: &Entity, other: &Entity) -> bool {
    let countries = one.country.as_ref().zip(other.country.as_ref());
    let levels =
        one.levels.is_empty() || other.levels.is_empty() || one.levels.iter().any(|level| other.is(*level));
    let classes = one.class.is_empty()
        || other.class.is_empty()
        || wording::plain(&one.class) == wording::plain(&other.class);
    let entries = one.id.as_geonames().is_some() && other.id.as_geonames().is_some();
    let side_by_side = one.point.zip(other.point).map(|(a, b)| a.km_to(b) < NEAR_KM);
    let in_two_states = state(one).zip(state(other)).is_some_and(|(one, other)| one != other);
    one.kind == other.kind
        && countries.is_none_or(|(one, other)| one == other)
        && levels
        && classes
        && !in_two_states
        && side_by_side != Some(false)
        && (!entries || (side_by_side.is_some() && state(one) == state(other)))
}

/// What lies between a place and its country: Kansas City is in Missouri, and beside it in Kansas.
fn state(entity: &Entity) -> Option<&EntityId> {
    entity.within.iter().nth_back(1)
}

fn is_misspelt(one: &str, other: &str) -> bool {
    if one == other || numbers(one) != numbers(other) {
        return false;
    }
    let shorter = one.chars().count().min(other.chars().count());
    let allowed = match shorter {
        0..SHORT => return false,
        SHORT..LONG => 1,
        _ => 2,
    };
    sorted(one) == sorted(other) || osa(one, other, allowed).is_some()
}

/// `Summit 2019` and `Summit 2020` differ in letters, but in no slip.
fn numbers(name: &str) -> Vec<&str> {
    name.split(|c: char| !c.is_numeric()).filter(|number| !number.is_empty()).collect()
}

fn sorted(name: &str) -> Vec<&str> {
    let mut words: Vec<&str> = name.split(' ').collect();
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_or_an_order_of_words_is_a_slip() {
        for (one, other) in
            [("leipzig", "leipsig"), ("mayors for peace", "peace for mayors"), ("rochester", "rochestor")]
        {
            assert!(is_misspelt(one, other), "{one} {other}");
        }
        for (one, other) in
            [("lyon", "lion"), ("leipzig", "leipzig"), ("portland", "poland"), ("summit 2019", "summit 2018")]
        {
            assert!(!is_misspelt(one, other), "{one} {other}");
        }
    }
}
