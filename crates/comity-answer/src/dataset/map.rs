//! Places and the ties between them on one day, for a map.

use std::collections::BTreeMap;

use comity_model::{EntityId, LinkKind};
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
    /// "confirmed" or "possible".
    pub certainty: &'static str,
    pub n: u32,
}

/// A network with more members than this is not drawn as pairs.
const DRAWN_MEMBERS: usize = 150;

type Pairs = BTreeMap<(Layer, EntityIx, EntityIx), (bool, u32)>;

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
        pairs.retain(|(_, a, b), _| near.holds(*a) || near.holds(*b));
    }
    let all = pairs.len();
    pairs.retain(|(_, a, b), _| snapshot.entity(*a).point.is_some() && snapshot.entity(*b).point.is_some());
    Ok(drawn(snapshot, args, &pairs, note(all - pairs.len(), skipped)))
}

/// Adds every pair that meets in one thing; gives how many things were too large.
fn meet(snapshot: &Snapshot, kind: LinkKind, at: &At, largest: usize, pairs: &mut Pairs) -> usize {
    let links = snapshot.all_links().filter(|(link, _, _)| link.kind == kind);
    let mut skipped = 0;
    let mut things: BTreeMap<EntityIx, Vec<(EntityIx, bool)>> = BTreeMap::new();
    for ((thing, who), fact) in facts(links.map(|(link, who, thing)| ((thing, who), link))) {
        let state = fact.state(at.window);
        if state.is_possible() {
            things.entry(thing).or_default().push((who, state.is_certain()));
        }
    }
    for members in things.values() {
        if members.len() > largest {
            skipped += 1;
            continue;
        }
        for (place, (a, sure)) in members.iter().enumerate() {
            for (b, also) in &members[place + 1..] {
                let pair = pairs.entry((Layer::of(kind), *a, *b)).or_default();
                *pair = (pair.0 || (*sure && *also), pair.1 + 1);
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
    for ((_, a, b), (_, n)) in pairs {
        *ties_of.entry(*a).or_default() += n;
        *ties_of.entry(*b).or_default() += n;
    }
    let index: BTreeMap<EntityIx, usize> = ties_of.keys().copied().zip(0..).collect();
    let ties = pairs.iter().map(|((layer, a, b), (sure, n))| MapTie {
        a: index[a],
        b: index[b],
        layer: *layer,
        certainty: if *sure { "confirmed" } else { "possible" },
        n: *n,
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
