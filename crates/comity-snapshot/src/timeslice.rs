//! Who takes part in what on a day: actors and the things they meet in, as one table with a layer per kind of thing.

mod affiliation_matrix;
mod cache;
mod centrality;
mod role_weights;
mod selection;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use comity_graph::cancel::bound;
use comity_model::{Certainty, EntityAttribute, EntityKind, Link, LinkKind, Polarity, Window};
use comity_names::fold;
use rayon::prelude::*;

use crate::attribute::AttributeStatement;
use crate::fact::{Fact, facts, is_firm};
use crate::record::TieStanding;
use crate::snapshot::{EntityIx, Evidence, Layer, Snapshot};

pub use affiliation_matrix::AffiliationMatrix;
pub use cache::Cache;
pub use centrality::{Centrality, CentralityMeasure, sources};
pub use role_weights::{RoleWeights, Roles, membership_role};
pub use selection::{ActorScope, Selection};

/// The kinds of thing that actors meet in, one layer each.
pub const AFFILIATION_LAYERS: [Layer; 6] =
    [Layer::Agreements, Layer::Networks, Layer::Events, Layer::Offices, Layer::Acts, Layer::Programmes];

/// A two-mode temporal multiplex of one snapshot as of one window: every affiliation that holds or may hold in it, by
/// actor. What a question needs of it is a `Selection`, made into an `AffiliationMatrix` once and kept.
#[derive(Debug)]
pub struct Timeslice {
    window: Window,
    /// Where the affiliations of each entity of the snapshot start.
    starts: Vec<u32>,
    affiliations: Vec<Affiliation>,
    issues: BTreeMap<EntityIx, BTreeSet<String>>,
    matrices: Cache<Selection, AffiliationMatrix>,
}

/// One actor in one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Affiliation {
    pub actor: EntityIx,
    pub thing: EntityIx,
    pub layer: Layer,
    /// On record or possible: what surely does not hold is none.
    pub standing: TieStanding,
    /// What it surely is in it; empty unless certain.
    pub certain_roles: Roles,
    /// What it may be in it, the certain ones included.
    pub possible_roles: Roles,
}

/// How many selections of one timeslice are kept.
const SELECTIONS: usize = 8;

impl Timeslice {
    /// Cost: one pass over the links, in parallel.
    pub fn new(snapshot: &Snapshot, window: Window) -> Self {
        let things = ThingStandings::all(snapshot, window);
        let nodes: Vec<EntityIx> = snapshot.nodes().collect();
        let of_actor = |actor: &EntityIx| affiliations_by(snapshot, *actor, &things);
        let affiliations: Vec<Affiliation> = nodes.par_iter().flat_map_iter(bound(of_actor)).collect();
        let mut starts = vec![0; nodes.len() + 1];
        for affiliation in &affiliations {
            starts[affiliation.actor.index() + 1] += 1;
        }
        for at in 0..nodes.len() {
            starts[at + 1] += starts[at];
        }
        let (issues, matrices) = (issues(snapshot, window), Cache::new(SELECTIONS));
        Self { window, starts, affiliations, issues, matrices }
    }

    /// How many actors are, or may be, in a thing; each pair once.
    pub fn len(&self) -> usize {
        self.affiliations.len()
    }

    pub fn is_empty(&self) -> bool {
        self.affiliations.is_empty()
    }

    /// What it takes in memory, with the selections made of it.
    pub fn bytes(&self) -> usize {
        size_of_val(self.affiliations.as_slice())
            + size_of_val(self.starts.as_slice())
            + self.issues.len() * size_of::<(EntityIx, BTreeSet<String>)>()
            + self.matrices.bytes(AffiliationMatrix::bytes)
    }

    pub fn window(&self) -> Window {
        self.window
    }

    /// By actor and then thing.
    pub fn affiliations(&self) -> &[Affiliation] {
        &self.affiliations
    }

    /// The things of one actor, ascending.
    pub fn of(&self, actor: EntityIx) -> &[Affiliation] {
        &self.affiliations[self.starts[actor.index()] as usize..self.starts[actor.index() + 1] as usize]
    }

    /// The issue areas that sources name for a thing, folded, with those of its whole window.
    pub fn issues(&self, thing: EntityIx) -> impl Iterator<Item = &str> {
        self.issues.get(&thing).into_iter().flatten().map(String::as_str)
    }

    /// Every issue area that a thing of this timeslice has.
    pub fn all_issues(&self) -> BTreeSet<&str> {
        self.issues.values().flatten().map(String::as_str).collect()
    }

    /// The part of it that a question is about; made once and kept.
    ///
    /// Cost: one pass over the affiliations and a sort.
    pub fn matrix(&self, snapshot: &Snapshot, selection: &Selection) -> Arc<AffiliationMatrix> {
        self.matrices.get(selection, || AffiliationMatrix::new(snapshot, self, selection))
    }

    /// The claims that put an actor in a thing.
    pub fn evidence_of<'w>(&self, snapshot: &'w Snapshot, affiliation: &Affiliation) -> Vec<Evidence> {
        let own = snapshot
            .outgoing(affiliation.actor)
            .filter(|(link, thing)| *thing == affiliation.thing && meets_in(snapshot, link, *thing));
        let hosting = snapshot
            .incoming(affiliation.actor)
            .filter(|(link, thing)| *thing == affiliation.thing && hosts(snapshot, link, *thing));
        let links = own.chain(hosting).map(|(link, _)| link);
        let asserted = links.filter(|link: &&'w Link| link.polarity == Polarity::Asserted);
        let holding = asserted.filter(|link| link.valid.holds(self.window).some_day() > Certainty::No);
        holding.map(|link| snapshot.evidence_of(link)).collect()
    }
}

/// Links by which their subject takes part in their object.
fn meets_in(snapshot: &Snapshot, link: &Link, thing: EntityIx) -> bool {
    match link.kind {
        LinkKind::Party | LinkKind::Member | LinkKind::Adopts | LinkKind::Keeps | LinkKind::Runs => true,
        LinkKind::TakesPart => Roles::of(link).is_some(),
        LinkKind::Founds => snapshot.entity(thing).kind == EntityKind::Programme,
        _ => false,
    }
}

/// An event or office is in a place: the place is its host.
pub fn hosts(snapshot: &Snapshot, link: &Link, thing: EntityIx) -> bool {
    link.kind == LinkKind::Within
        && matches!(snapshot.entity(thing).kind, EntityKind::Event | EntityKind::Office)
}

/// The layer of a thing, by what it is.
pub fn layer_of(snapshot: &Snapshot, thing: EntityIx) -> Option<Layer> {
    match snapshot.entity(thing).kind {
        EntityKind::Agreement => Some(Layer::Agreements),
        EntityKind::Network => Some(Layer::Networks),
        EntityKind::Event => Some(Layer::Events),
        EntityKind::Office => Some(Layer::Offices),
        EntityKind::Act => Some(Layer::Acts),
        EntityKind::Programme => Some(Layer::Programmes),
        EntityKind::Polity | EntityKind::Organisation | EntityKind::Person => None,
    }
}

/// The affiliations of one actor in a window, by thing.
pub fn affiliations_of(snapshot: &Snapshot, actor: EntityIx, window: Window) -> Vec<Affiliation> {
    affiliations_by(snapshot, actor, &ThingStandings::none(window))
}

fn affiliations_by(snapshot: &Snapshot, actor: EntityIx, things: &ThingStandings) -> Vec<Affiliation> {
    let own = snapshot.outgoing(actor).filter(|(link, thing)| meets_in(snapshot, link, *thing));
    let hosting = snapshot.incoming(actor).filter(|(link, thing)| hosts(snapshot, link, *thing));
    let keyed = own.chain(hosting).map(|(link, thing)| ((thing, link.kind), link));
    let mut found: Vec<Affiliation> = Vec::new();
    for ((thing, _), fact) in facts(keyed) {
        let Some(one) = affiliation(snapshot, actor, thing, &fact, things) else { continue };
        match found.last_mut().filter(|last| last.thing == thing) {
            Some(last) => last.join(&one),
            None => found.push(one),
        }
    }
    found
}

/// What one fact makes of an actor and a thing; `None` where it surely does not hold.
fn affiliation(
    snapshot: &Snapshot,
    actor: EntityIx,
    thing: EntityIx,
    fact: &Fact<'_>,
    things: &ThingStandings,
) -> Option<Affiliation> {
    let layer = layer_of(snapshot, thing)?;
    let window = things.window;
    let standing = things.of(thing).unwrap_or_else(|| fact.standing(snapshot, window));
    let firm = fact.asserted().filter(|link| is_firm(link));
    let certain_roles =
        if standing.certain { roles_of(firm, window, Certainty::Certain) } else { Roles::NONE };
    let possible_roles = roles_of(fact.asserted(), window, Certainty::Possible);
    let affiliation = Affiliation { actor, thing, layer, standing, certain_roles, possible_roles };
    (standing.possible && fact.asserted().next().is_some()).then_some(affiliation)
}

/// All that those of the links make their subject which hold in a window, as surely as asked.
fn roles_of<'w>(links: impl Iterator<Item = &'w Link>, window: Window, at_least: Certainty) -> Roles {
    let holding = links.filter(|link| link.valid.holds(window).some_day() >= at_least);
    holding.filter_map(Roles::of).fold(Roles::NONE, Roles::and)
}

impl Affiliation {
    /// The same pair by another kind of link: the surer state, the roles of both.
    fn join(&mut self, other: &Self) {
        self.standing = self.standing.or(other.standing);
        self.certain_roles = self.certain_roles.and(other.certain_roles);
        self.possible_roles = self.possible_roles.and(other.possible_roles);
    }
}

/// How agreements and acts stand, each reckoned once for all who take part in it.
struct ThingStandings {
    window: Window,
    /// By entity; empty: reckoned where it is asked for.
    standings: Vec<Option<TieStanding>>,
}

impl ThingStandings {
    fn none(window: Window) -> Self {
        Self { window, standings: Vec::new() }
    }

    fn all(snapshot: &Snapshot, window: Window) -> Self {
        let nodes: Vec<EntityIx> = snapshot.nodes().collect();
        let by_node = bound(|thing: &EntityIx| standing_of(snapshot, *thing, window));
        Self { window, standings: nodes.par_iter().map(by_node).collect() }
    }

    fn of(&self, thing: EntityIx) -> Option<TieStanding> {
        *self.standings.get(thing.index())?
    }
}

/// `None`: it is neither an agreement nor an act.
fn standing_of(snapshot: &Snapshot, thing: EntityIx, window: Window) -> Option<TieStanding> {
    match snapshot.entity(thing).kind {
        EntityKind::Agreement => Some(snapshot.agreement_record(thing).on(window)),
        EntityKind::Act => Some(snapshot.act_record(thing).on(window)),
        _ => None,
    }
}

fn issues(snapshot: &Snapshot, window: Window) -> BTreeMap<EntityIx, BTreeSet<String>> {
    let mut found: BTreeMap<EntityIx, BTreeSet<String>> = BTreeMap::new();
    for (thing, stated) in
        snapshot.statements().iter().filter_map(|each| AttributeStatement::of(snapshot, each))
    {
        let holds = stated.statement.claim.valid.holds(window).some_day() > Certainty::No;
        if stated.attribute == EntityAttribute::IssueArea && holds {
            found.entry(thing).or_default().insert(fold(stated.value));
        }
    }
    found
}
