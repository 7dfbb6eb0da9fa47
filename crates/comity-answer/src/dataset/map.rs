//! Places and the ties between them on one day, for a map.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use comity_messages::say;
use comity_model::{EntityId, EntityKind, Level, LinkKind, Point};
use comity_snapshot::record::Basis;
use comity_snapshot::{EntityIx, Fact, Layer, Snapshot, Territory, facts};
use schemars::JsonSchema;
use serde::Serialize;

use crate::arguments::AskError;
use crate::report::At;

/// When, and whose ties.
#[derive(Debug, Clone)]
pub struct MapArgs {
    pub at: At,
    pub scope: MapScope,
    /// Shared networks are drawn only where asked for: a network of 3,000 members makes 4.5 million pairs. Of a network
    /// that `scope` names, its members are drawn in any case.
    pub networks: bool,
}

/// Whose ties; all where nothing is named.
#[derive(Debug, Clone, Default)]
pub struct MapScope {
    /// Only ties of this entity or of what lies within it.
    pub entity: Option<EntityId>,
    /// Of these, only those whose other end is this entity or lies within it.
    pub with: Option<EntityId>,
}

/// The two sides that a map is narrowed to.
pub(super) struct Sides {
    near: Option<Territory>,
    far: Option<Territory>,
}

impl Sides {
    pub(super) fn of(snapshot: &Snapshot, scope: &MapScope) -> Result<Self, AskError> {
        Ok(Self {
            near: snapshot.territory_of(scope.entity.as_ref())?,
            far: snapshot.territory_of(scope.with.as_ref())?,
        })
    }

    pub(super) fn are_open(&self) -> bool {
        self.near.is_none() && self.far.is_none()
    }

    /// Whether a tie between these two is of the map.
    pub(super) fn hold(&self, one: EntityIx, other: EntityIx) -> bool {
        let is_near = |end| self.near.as_ref().is_none_or(|near| near.holds(end));
        let is_far = |end| self.far.as_ref().is_none_or(|far| far.holds(end));
        (is_near(one) && is_far(other)) || (is_near(other) && is_far(one))
    }
}

/// What a map draws; `ties` point into `places`. Of a network its members, each as a tie of a place to itself.
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
    /// The place whose point it is, where it has none of its own: of a state, the largest city on file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawn_at: Option<String>,
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
pub(super) const DRAWN_MEMBERS: usize = 150;

/// Two that meet in things of one kind; a member of a network meets itself.
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

/// Where each is drawn: itself, or the place that stands in for it.
type DrawnAt = BTreeMap<EntityIx, (EntityIx, Point)>;

/// Cost: one pass over the party links; with networks, the square of each network's members.
pub fn map(snapshot: &Snapshot, args: &MapArgs) -> Result<Map, AskError> {
    let (mut pairs, skipped) = match network_and_within(snapshot, &args.scope)? {
        Some((network, within)) => {
            let mut members = members(snapshot, network, &args.at);
            let sides = Sides::of(snapshot, &within)?;
            members.retain(|pair, _| sides.hold(pair.a, pair.b));
            (members, 0)
        }
        None => ties(snapshot, args)?,
    };
    let all = pairs.len();
    let ends: BTreeSet<EntityIx> = pairs.keys().flat_map(|pair| [pair.a, pair.b]).collect();
    let spots = ends.into_iter().filter_map(|node| Some((node, spot(snapshot, node)?)));
    let drawn_at: DrawnAt = spots.collect();
    pairs.retain(|pair, _| drawn_at.contains_key(&pair.a) && drawn_at.contains_key(&pair.b));
    let stand_in = |node: EntityIx| drawn_at[&node].0 != node;
    let nearby = pairs.keys().filter(|pair| stand_in(pair.a) || stand_in(pair.b)).count();
    let not_drawn = note(all - pairs.len(), nearby, skipped);
    Ok(drawn(snapshot, args, &pairs, &drawn_at, not_drawn))
}

/// Pairs of places that meet in agreements or networks, and how many networks were too large.
fn ties(snapshot: &Snapshot, args: &MapArgs) -> Result<(Pairs, usize), AskError> {
    let sides = Sides::of(snapshot, &args.scope)?;
    let mut pairs = Pairs::new();
    meet(snapshot, LinkKind::Party, &args.at, usize::MAX, &mut pairs);
    let skipped =
        if args.networks { meet(snapshot, LinkKind::Member, &args.at, DRAWN_MEMBERS, &mut pairs) } else { 0 };
    pairs.retain(|pair, _| sides.hold(pair.a, pair.b));
    Ok((pairs, skipped))
}

fn members(snapshot: &Snapshot, network: EntityIx, at: &At) -> Pairs {
    let held = |(who, fact)| Some((who, observed(snapshot, &fact, at)?));
    let members = memberships(snapshot, network).into_iter().filter_map(held);
    let key = |who| PairKey { layer: Layer::of(LinkKind::Member), a: who, b: who };
    members.map(|(who, observed)| (key(who), Meetings { observed, n: 1 })).collect()
}

/// The network whose members are asked for, and where they shall lie; `None`: neither side is a network.
pub(super) fn network_and_within(
    snapshot: &Snapshot,
    scope: &MapScope,
) -> Result<Option<(EntityIx, MapScope)>, AskError> {
    for (side, other) in [(&scope.entity, &scope.with), (&scope.with, &scope.entity)] {
        let Some(id) = side else { continue };
        let node = snapshot.require(id)?;
        if snapshot.entity(node).kind == EntityKind::Network {
            return Ok(Some((node, MapScope { entity: other.clone(), with: None })));
        }
    }
    Ok(None)
}

/// Every membership in a network, whatever the day.
pub(super) fn memberships(snapshot: &Snapshot, network: EntityIx) -> Vec<(EntityIx, Fact<'_>)> {
    let links = snapshot.all_links();
    let links = links.filter(|(link, _, thing)| link.kind == LinkKind::Member && *thing == network);
    facts(links.map(|(link, who, _)| (who, link)))
}

/// Its own point, or that of the largest place on file within it: gazetteers give states none. A nation has
/// none: its largest city would take its ties for the city's own.
pub(super) fn spot(snapshot: &Snapshot, node: EntityIx) -> Option<(EntityIx, Point)> {
    let entity = snapshot.entity(node);
    if let Some(point) = entity.point {
        return Some((node, point));
    }
    if entity.kind != EntityKind::Polity || entity.is(Level::Nation) || entity.is(Level::Supranational) {
        return None;
    }
    let size = |place: EntityIx| (snapshot.entity(place).population, Reverse(place));
    let within = snapshot.parts(node).into_iter();
    let largest = within.filter(|place| snapshot.entity(*place).point.is_some());
    let place = largest.max_by_key(|place| size(*place))?;
    Some((place, snapshot.entity(place).point?))
}

/// Who is in each thing, by links of one kind, with what `when` gives of the link; who has nothing is left out.
pub(super) fn gathered<T>(
    snapshot: &Snapshot,
    kind: LinkKind,
    when: impl Fn(&Fact) -> Option<T>,
) -> BTreeMap<EntityIx, Vec<(EntityIx, T)>> {
    let links = snapshot.all_links().filter(|(link, _, _)| link.kind == kind);
    let links = links.filter(|(_, _, thing)| !snapshot.is_declaration(*thing));
    let mut things: BTreeMap<EntityIx, Vec<(EntityIx, T)>> = BTreeMap::new();
    for ((thing, who), fact) in facts(links.map(|(link, who, thing)| ((thing, who), link))) {
        if let Some(days) = when(&fact) {
            things.entry(thing).or_default().push((who, days));
        }
    }
    things
}

/// Who is in each thing on the day, and whether by evidence that reaches it.
pub(super) fn met_in(
    snapshot: &Snapshot,
    kind: LinkKind,
    at: &At,
) -> BTreeMap<EntityIx, Vec<(EntityIx, bool)>> {
    gathered(snapshot, kind, |fact| observed(snapshot, fact, at))
}

/// Whether evidence reaches the day; `None`: it is not on record then.
fn observed(snapshot: &Snapshot, fact: &Fact<'_>, at: &At) -> Option<bool> {
    let standing = fact.standing(snapshot, at.window);
    standing.presumed.then_some(standing.basis != Some(Basis::Carried))
}

/// Each two of those in one thing, once.
pub(super) fn pairs_of<T>(members: &[T]) -> impl Iterator<Item = (&T, &T)> {
    members
        .iter()
        .enumerate()
        .flat_map(|(place, one)| members[place + 1..].iter().map(move |other| (one, other)))
}

/// Adds every pair that meets in one thing; gives how many things were too large.
fn meet(snapshot: &Snapshot, kind: LinkKind, at: &At, largest: usize, pairs: &mut Pairs) -> usize {
    let things = met_in(snapshot, kind, at);
    let (drawn, too_large): (Vec<_>, Vec<_>) = things.values().partition(|members| members.len() <= largest);
    for ((a, observed), (b, also)) in drawn.into_iter().flat_map(|members| pairs_of(members)) {
        let meetings = pairs.entry(PairKey { layer: Layer::of(kind), a: *a, b: *b }).or_default();
        meetings.observed |= *observed && *also;
        meetings.n += 1;
    }
    too_large.len()
}

fn note(without_point: usize, nearby: usize, skipped: usize) -> String {
    let mut parts = Vec::new();
    if without_point > 0 {
        parts.push(say!("map-without-point", n = without_point));
    }
    if nearby > 0 {
        parts.push(say!("map-stand-in", n = nearby));
    }
    if skipped > 0 {
        parts.push(say!("map-large-networks", n = skipped, members = DRAWN_MEMBERS));
    }
    parts.join(" ")
}

fn drawn(snapshot: &Snapshot, args: &MapArgs, pairs: &Pairs, at: &DrawnAt, note: String) -> Map {
    let mut ties_of: BTreeMap<EntityIx, u32> = BTreeMap::new();
    for (pair, meetings) in pairs {
        *ties_of.entry(pair.a).or_default() += meetings.n;
        if pair.b != pair.a {
            *ties_of.entry(pair.b).or_default() += meetings.n;
        }
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
        places: ties_of.iter().map(|(node, ties)| place(snapshot, *node, at[node], *ties)).collect(),
    }
}

pub(super) fn place(
    snapshot: &Snapshot,
    node: EntityIx,
    (spot, point): (EntityIx, Point),
    ties: u32,
) -> MapPlace {
    let entity = snapshot.entity(node);
    MapPlace {
        id: entity.id.clone(),
        name: entity.name.to_string(),
        country: entity.country.as_deref().unwrap_or_default().to_owned(),
        lat: point.lat(),
        lon: point.lon(),
        drawn_at: (spot != node).then(|| snapshot.entity(spot).name.to_string()),
        ties,
    }
}
