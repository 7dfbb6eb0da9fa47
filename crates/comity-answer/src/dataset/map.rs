//! Places and the ties between them on one day, for a map.

use std::collections::BTreeMap;

use comity_model::{EntityId, LinkKind};
use comity_snapshot::record::Basis;
use comity_snapshot::{EntityIx, Layer, Snapshot, facts};
use schemars::JsonSchema;
use serde::Serialize;

use crate::arguments::AskError;
use crate::report::At;

/// When, and whose ties.
#[derive(Debug, Clone)]
pub struct MapArgs {
    pub at: At,
    /// Only ties of this entity or of what lies within it.
    pub entity: Option<EntityId>,
    /// Shared networks are drawn only where asked for: a network of 3,000 members makes 4.5 million pairs.
    pub networks: bool,
}

/// What a map draws; `ties` point into `places`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Map {
    pub at: String,
    pub known: String,
    /// What is not drawn, in a sentence; may be empty.
    pub note: String,
    pub places: Vec<MapPlace>,
    pub ties: Vec<MapTie>,
}

/// A place with a point.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MapPlace {
    pub id: EntityId,
    pub name: String,
    pub country: String,
    /// Degrees north and east (WGS 84).
    pub lat: f64,
    pub lon: f64,
    pub ties: u32,
}

/// `n` ties of one layer between two places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MapTie {
    pub a: usize,
    pub b: usize,
    pub layer: Layer,
    /// "observed" where evidence reaches the day, "carried" where it was reported earlier.
    pub basis: &'static str,
    pub n: u32,
}

/// A network with more members than this is not drawn as pairs.
const DRAWN_MEMBERS: usize = 150;

/// Two that meet in things of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct PairKey {
    layer: Layer,
    a: EntityIx,
    b: EntityIx,
}

/// In how many they meet.
#[derive(Debug, Clone, Copy, Default)]
struct Meetings {
    /// In one of them by evidence that reaches the day.
    observed: bool,
    n: u32,
}

type Pairs = BTreeMap<PairKey, Meetings>;

/// Cost: one pass over the party links; with networks, the square of each network's members.
pub fn map(snapshot: &Snapshot, args: &MapArgs) -> Result<Map, AskError> {
    let near = args
        .entity
        .as_ref()
        .map(|id| snapshot.require(id).map(|node| snapshot.territory(node)))
        .transpose()?;
    let mut pairs = Pairs::new();
    meet(snapshot, LinkKind::Party, &args.at, usize::MAX, &mut pairs);
    let skipped =
        if args.networks { meet(snapshot, LinkKind::Member, &args.at, DRAWN_MEMBERS, &mut pairs) } else { 0 };
    if let Some(near) = &near {
        pairs.retain(|pair, _| near.holds(pair.a) || near.holds(pair.b));
    }
    let all = pairs.len();
    let has_point = |node| snapshot.entity(node).point.is_some();
    pairs.retain(|pair, _| has_point(pair.a) && has_point(pair.b));
    Ok(drawn(snapshot, args, &pairs, note(all - pairs.len(), skipped)))
}

/// Adds every pair that meets in one thing; gives how many things were too large.
fn meet(snapshot: &Snapshot, kind: LinkKind, at: &At, largest: usize, pairs: &mut Pairs) -> usize {
    let links = snapshot.all_links().filter(|(link, _, _)| link.kind == kind);
    let links = links.filter(|(_, _, thing)| !snapshot.is_declaration(*thing));
    let mut skipped = 0;
    let mut things: BTreeMap<EntityIx, Vec<(EntityIx, bool)>> = BTreeMap::new();
    for ((thing, who), fact) in facts(links.map(|(link, who, thing)| ((thing, who), link))) {
        let standing = fact.standing(snapshot, at.window);
        if standing.presumed {
            things.entry(thing).or_default().push((who, standing.basis != Some(Basis::Carried)));
        }
    }
    for members in things.values() {
        if members.len() > largest {
            skipped += 1;
            continue;
        }
        for (place, (a, observed)) in members.iter().enumerate() {
            for (b, also) in &members[place + 1..] {
                let pair = PairKey { layer: Layer::of(kind), a: *a, b: *b };
                let meetings = pairs.entry(pair).or_default();
                meetings.observed |= *observed && *also;
                meetings.n += 1;
            }
        }
    }
    skipped
}

fn note(without_point: usize, skipped: usize) -> String {
    let mut parts = Vec::new();
    if without_point > 0 {
        parts.push(format!("{without_point} ties are not drawn, because a place has no known point."));
    }
    if skipped > 0 {
        parts.push(format!("{skipped} networks with more than {DRAWN_MEMBERS} members are not drawn."));
    }
    parts.join(" ")
}

fn drawn(snapshot: &Snapshot, args: &MapArgs, pairs: &Pairs, note: String) -> Map {
    let mut ties_of: BTreeMap<EntityIx, u32> = BTreeMap::new();
    for (pair, meetings) in pairs {
        *ties_of.entry(pair.a).or_default() += meetings.n;
        *ties_of.entry(pair.b).or_default() += meetings.n;
    }
    let index: BTreeMap<EntityIx, usize> = ties_of.keys().copied().zip(0..).collect();
    let ties = pairs.iter().map(|(pair, meetings)| MapTie {
        a: index[&pair.a],
        b: index[&pair.b],
        layer: pair.layer,
        basis: if meetings.observed { "observed" } else { "carried" },
        n: meetings.n,
    });
    Map {
        at: args.at.text.clone(),
        known: snapshot.known().0.to_string(),
        note,
        ties: ties.collect(),
        places: ties_of.iter().filter_map(|(node, ties)| place(snapshot, *node, *ties)).collect(),
    }
}

fn place(snapshot: &Snapshot, node: EntityIx, ties: u32) -> Option<MapPlace> {
    let (entity, point) = (snapshot.entity(node), snapshot.entity(node).point?);
    Some(MapPlace {
        id: entity.id.clone(),
        name: entity.name.to_string(),
        country: entity.country.as_deref().unwrap_or_default().to_owned(),
        lat: point.lat(),
        lon: point.lon(),
        ties,
    })
}
