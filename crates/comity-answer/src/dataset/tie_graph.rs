//! The ties on file as one graph for other programs: who is in what, or who is tied to whom through it.

use std::collections::BTreeMap;

use comity_graph::projection::{ProjectedTie, Weighting};
use comity_model::{Certainty, ClaimId, Day, EntityId, Level, Link, LinkKind, Window};
use comity_snapshot::record::{Bound, TieStanding, TieState};
use comity_snapshot::timeslice::{AFFILIATION_LAYERS, ActorScope, RoleWeights, Selection};
use comity_snapshot::{EntityIx, EntityRef, Fact, Layer, Lifetime, Snapshot, facts};
use schemars::JsonSchema;
use serde::Serialize;

use crate::arguments::AskError;
use crate::cached_snapshot::CachedSnapshot;
use crate::report::At;

/// Which ties, when.
#[derive(Debug, Clone, Default)]
pub struct TieGraphArgs {
    /// Those that hold or may hold on some day of it. `None`: all that were ever said to hold.
    pub at: Option<At>,
    /// Empty: every layer.
    pub layers: Vec<Layer>,
    /// Empty: every kind of link.
    pub kinds: Vec<LinkKind>,
    /// Only ties with an end in this state or country, or of this network.
    pub of: Option<EntityId>,
}

/// Whom to tie to whom, through what they share.
#[derive(Debug, Clone)]
pub struct ProjectionArgs {
    pub at: At,
    /// Empty: agreements, networks, events, offices, acts and programmes.
    pub layers: Vec<Layer>,
    /// Polities of this level, each for itself. `None`: everyone.
    pub level: Option<Level>,
    /// What is counted.
    pub bound: Bound,
}

/// Nodes by id; edges by their ends and kind, several between the same two nodes where they are tied in several ways.
#[derive(Debug, Clone, PartialEq)]
pub struct TieGraph {
    pub of: TieGraphOf,
    pub nodes: Vec<EntityRef>,
    /// When each node was founded, or took place, and ended; `None`: no source says.
    pub existence: Vec<Option<TieSpell>>,
    pub edges: Vec<TieEdge>,
    /// What was left out, in sentences; may be empty.
    pub note: String,
}

/// What the edges of a graph are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieGraphOf {
    /// Links, from subject to object.
    Links,
    /// What two share on a day; it has no direction and no time.
    Shared,
    /// Two that meet in one thing; it has no direction.
    Meetings,
}

/// One tie; `from` and `to` are places in the list of nodes.
#[derive(Debug, Clone, PartialEq)]
pub struct TieEdge {
    pub from: usize,
    pub to: usize,
    pub what: TieWhat,
}

/// What ties two nodes.
#[derive(Debug, Clone, PartialEq)]
pub enum TieWhat {
    /// All that sources say of one subject, kind and object.
    Link(Box<TieLink>),
    /// What they share, counted in three ways; see METHODS.
    Shared { count: f64, newman: f64, jaccard: f64 },
    /// One agreement or network that both are in.
    Meeting(Box<TieMeeting>),
}

/// What two places meet in, and how that stands on the days looked at.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TieMeeting {
    pub layer: Layer,
    /// The agreement or network that ties them.
    pub through: EntityRef,
    /// Not placed: no source says when, and it may or may not have held then.
    pub state: TieState,
    /// "observed" where evidence reaches the days, "carried" where it was reported earlier; empty: not on record.
    pub basis: &'static str,
    /// Whether some source says when.
    pub dated: bool,
    /// The first and the last year on record; `None`: nobody says, or it is open.
    pub first_year: Option<i64>,
    pub last_year: Option<i64>,
    /// Independent sources of the agreements of the two; 0 for other ties.
    pub sources: usize,
    /// The stretches of days on record.
    #[serde(skip)]
    pub spells: Vec<TieSpell>,
    /// Ascending.
    pub claims: Vec<ClaimId>,
}

/// A link with its times and claims.
#[derive(Debug, Clone, PartialEq)]
pub struct TieLink {
    pub kind: LinkKind,
    pub layer: Layer,
    pub standing: TieStanding,
    /// `role=board; role=member`.
    pub attributes: String,
    /// As the sources state it, EDTF, joined with " or "; may be empty.
    pub period: String,
    /// One for each stretch of time that a source has it hold, by start.
    pub spells: Vec<TieSpell>,
    /// EDTF; may be empty.
    pub last_seen: String,
    /// Ascending.
    pub claims: Vec<ClaimId>,
}

/// A stretch of time; `None` is open or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TieSpell {
    pub start_earliest: Option<Day>,
    pub start_latest: Option<Day>,
    pub end_earliest: Option<Day>,
    pub end_latest: Option<Day>,
}

impl TieSpell {
    /// All of these days and no others.
    pub(super) fn during(days: Window) -> Self {
        let (from, to) = (known(days.from), known(days.to));
        Self { start_earliest: from, start_latest: from, end_earliest: to, end_latest: to }
    }
}

/// `None` at the ends of time.
fn known(day: Day) -> Option<Day> {
    (day != Day::PAST && day != Day::FUTURE).then_some(day)
}

/// Links as they are on file, subject to object.
///
/// Cost: one pass over the links.
pub fn tie_graph(snapshot: &Snapshot, args: &TieGraphArgs) -> Result<TieGraph, AskError> {
    let place = snapshot.territory_of(args.of.as_ref())?;
    let window = args.at.as_ref().map_or(Window { from: Day::PAST, to: Day::FUTURE }, |at| at.window);
    let place = place.as_ref();
    let links = snapshot.all_links().filter(|(link, subject, object)| {
        let inside = place.is_none_or(|place| place.holds(*subject) || place.holds(*object));
        inside && is_wanted(args, link.kind)
    });
    let keyed = links.map(|(link, subject, object)| ((subject, object, link.kind), link));
    let mut edges: Vec<((EntityIx, EntityIx), TieWhat)> = Vec::new();
    for ((subject, object, kind), fact) in facts(keyed) {
        let standing = fact.standing(snapshot, window);
        if standing.is_shown() {
            let link = tie_link(snapshot, &fact, (kind, standing), window);
            edges.push(((subject, object), TieWhat::Link(Box::new(link))));
        }
    }
    Ok(numbered(snapshot, TieGraphOf::Links, edges, String::new()))
}

fn is_wanted(args: &TieGraphArgs, kind: LinkKind) -> bool {
    let layer = args.layers.is_empty() || args.layers.contains(&Layer::of(kind));
    layer && (args.kinds.is_empty() || args.kinds.contains(&kind))
}

/// Who is tied to whom through what they share on a day.
///
/// Cost: see `AffiliationMatrix::ties`: things that would make more than 400,000 pairs are left out, the largest first, and
/// named in the note.
pub fn projection(snapshot: &CachedSnapshot, args: &ProjectionArgs) -> TieGraph {
    let layers = if args.layers.is_empty() { AFFILIATION_LAYERS.to_vec() } else { args.layers.clone() };
    let selection = Selection {
        layers,
        issue: None,
        who: args.level.map_or(ActorScope::Everyone, ActorScope::Only),
        bound: args.bound,
        weights: RoleWeights::default(),
    };
    let matrix = snapshot.timeslice(args.at.window).matrix(snapshot, &selection);
    let [counts, newman, jaccard] =
        [Weighting::Count, Weighting::Newman, Weighting::Jaccard].map(|weighting| matrix.weighted(weighting));
    let (newman, jaccard) = (weights(&newman), weights(&jaccard));
    let mut edges = Vec::with_capacity(counts.len());
    for tie in &counts {
        let [newman, jaccard] =
            [&newman, &jaccard].map(|weights| weights.get(&(tie.a, tie.b)).copied().unwrap_or(0.0));
        let ends = (matrix.actors[tie.a as usize], matrix.actors[tie.b as usize]);
        edges.push((ends, TieWhat::Shared { count: tie.weight, newman, jaccard }));
    }
    let (_, large) = matrix.small();
    let left_out: Vec<String> =
        large.iter().map(|column| snapshot.name(matrix.things[*column as usize])).collect();
    let note = if left_out.is_empty() {
        String::new()
    } else {
        format!("Left out, because they would tie too many: {}.", left_out.join(", "))
    };
    numbered(snapshot, TieGraphOf::Shared, edges, note)
}

fn weights(weighted: &[ProjectedTie]) -> BTreeMap<(u32, u32), f64> {
    weighted.iter().map(|tie| ((tie.a, tie.b), tie.weight)).collect()
}

/// Nodes and edges in an order that depends on nothing but what they are.
pub(super) fn numbered(
    snapshot: &Snapshot,
    of: TieGraphOf,
    edges: Vec<((EntityIx, EntityIx), TieWhat)>,
    note: String,
) -> TieGraph {
    let ends = edges.iter().flat_map(|((a, b), _)| [*a, *b]);
    let mut by_id: Vec<(&EntityId, EntityIx)> = ends.map(|node| (&snapshot.entity(node).id, node)).collect();
    by_id.sort_unstable();
    by_id.dedup();
    let places: BTreeMap<EntityIx, usize> =
        by_id.iter().enumerate().map(|(at, (_, node))| (*node, at)).collect();
    let nodes = by_id.iter().map(|(_, node)| snapshot.refer(*node)).collect();
    let existence = by_id.iter().map(|(_, node)| existence(snapshot, *node)).collect();
    let mut edges: Vec<TieEdge> = edges
        .into_iter()
        .map(|((a, b), what)| {
            let (a, b) = (places[&a], places[&b]);
            let (from, to) = if of == TieGraphOf::Links { (a, b) } else { (a.min(b), a.max(b)) };
            TieEdge { from, to, what }
        })
        .collect();
    edges.sort_by_key(|edge| (edge.from, edge.to, edge.kind()));
    TieGraph { of, nodes, existence, edges, note }
}

fn existence(snapshot: &Snapshot, node: EntityIx) -> Option<TieSpell> {
    let life = Lifetime::of(snapshot, node);
    let (start, end) = (life.founded(), life.dissolved());
    (start.is_some() || end.is_some()).then(|| TieSpell {
        start_earliest: start.map(|days| days.earliest),
        start_latest: start.map(|days| days.latest),
        end_earliest: end.map(|days| days.earliest),
        end_latest: end.map(|days| days.latest),
    })
}

impl TieEdge {
    /// The kind of link; nothing where two only share something.
    pub fn kind(&self) -> Option<LinkKind> {
        match &self.what {
            TieWhat::Link(link) => Some(link.kind),
            TieWhat::Shared { .. } | TieWhat::Meeting(_) => None,
        }
    }
}

fn tie_link(
    snapshot: &Snapshot,
    fact: &Fact<'_>,
    (kind, standing): (LinkKind, TieStanding),
    window: Window,
) -> TieLink {
    let held = || fact.asserted().filter(|link| link.valid.holds(window).some_day() > Certainty::No);
    let mut spells: Vec<TieSpell> = held().map(spell).collect();
    spells.sort_unstable();
    spells.dedup();
    let mut attributes: Vec<String> = held()
        .flat_map(|link| &link.attributes)
        .map(|(attribute, value)| format!("{attribute}={value}"))
        .collect();
    attributes.sort_unstable();
    attributes.dedup();
    let mut claims: Vec<ClaimId> = fact.links.iter().map(|link| link.claim).collect();
    claims.sort_unstable();
    claims.dedup();
    TieLink {
        kind,
        layer: Layer::of(kind),
        standing,
        attributes: attributes.join("; "),
        period: fact.periods(),
        spells,
        last_seen: fact.last_seen(snapshot).map(|seen| seen.date).unwrap_or_default(),
        claims,
    }
}

fn spell(link: &Link) -> TieSpell {
    let (start, end) = (link.valid.start(), link.valid.end());
    TieSpell {
        start_earliest: known(start.earliest),
        start_latest: known(start.latest),
        end_earliest: known(end.earliest),
        end_latest: known(end.latest),
    }
}
