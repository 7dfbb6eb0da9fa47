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
use rayon::prelude::*;

use crate::attribute::{AttributeStatement, said_states};
use crate::fact::{Fact, facts, is_firm};
use crate::lifespan::dissolved_before;
use crate::snapshot::{Evidence, Layer, Node, Snapshot, State};
use comity_names::fold;

pub use affiliation_matrix::AffiliationMatrix;
pub use cache::Cache;
pub use centrality::{Central, CentralityMeasure, sources};
pub use role_weights::{Roles, Weights, membership_role};
pub use selection::{ActorScope, MinCertainty, Selection};

/// The kinds of thing that actors meet in, one layer each.
pub const AFFILIATION_LAYERS: [Layer; 6] =
    [Layer::Agreements, Layer::Networks, Layer::Events, Layer::Offices, Layer::Acts, Layer::Programmes];

/// A two-mode temporal multiplex of one snapshot as of one window: every cell that holds or may hold in it, in rows by
/// actor. What a question needs of it is a `Selection`, made into a `AffiliationMatrix` once and kept.
#[derive(Debug)]
pub struct Timeslice {
    window: Window,
    /// Where the cells of each entity of the snapshot start.
    starts: Vec<u32>,
    cells: Vec<Cell>,
    issues: BTreeMap<Node, BTreeSet<String>>,
    meets: Cache<Selection, AffiliationMatrix>,
}

/// One actor in one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub actor: Node,
    pub thing: Node,
    pub layer: Layer,
    /// Confirmed, possible or disputed: what surely does not hold has no cell.
    pub state: State,
    /// What it surely is in it; empty unless confirmed.
    pub sure: Roles,
    /// What it may be in it, the sure ones included.
    pub perhaps: Roles,
}

/// How many selections of one timeslice are kept.
const SELECTIONS: usize = 8;

impl Timeslice {
    /// Cost: one pass over the links, in parallel.
    pub fn new(snapshot: &Snapshot, window: Window) -> Self {
        let over = Over::at(snapshot, window);
        let nodes: Vec<Node> = snapshot.nodes().collect();
        let cells_of = |node: &Node| cells_but(snapshot, *node, window, &over);
        let cells: Vec<Cell> = nodes.par_iter().flat_map_iter(bound(cells_of)).collect();
        let mut starts = vec![0; nodes.len() + 1];
        for cell in &cells {
            starts[cell.actor.place() + 1] += 1;
        }
        for at in 0..nodes.len() {
            starts[at + 1] += starts[at];
        }
        Self { window, starts, cells, issues: issues(snapshot, window), meets: Cache::new(SELECTIONS) }
    }

    /// How many actors are, or may be, in a thing; each pair once.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// What it takes in memory, with the selections made of it.
    pub fn bytes(&self) -> usize {
        size_of_val(self.cells.as_slice())
            + size_of_val(self.starts.as_slice())
            + self.issues.len() * size_of::<(Node, BTreeSet<String>)>()
            + self.meets.bytes(AffiliationMatrix::bytes)
    }

    pub fn window(&self) -> Window {
        self.window
    }

    /// By actor and then thing.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The things of one actor, ascending.
    pub fn of(&self, actor: Node) -> &[Cell] {
        &self.cells[self.starts[actor.place()] as usize..self.starts[actor.place() + 1] as usize]
    }

    /// The issue areas that sources name for a thing, folded, with those of its whole window.
    pub fn issues(&self, thing: Node) -> impl Iterator<Item = &str> {
        self.issues.get(&thing).into_iter().flatten().map(String::as_str)
    }

    /// Every issue area that a thing of this timeslice has.
    pub fn all_issues(&self) -> BTreeSet<&str> {
        self.issues.values().flatten().map(String::as_str).collect()
    }

    /// The part of it that a question is about; made once and kept.
    ///
    /// Cost: one pass over the cells and a sort.
    pub fn meets(&self, snapshot: &Snapshot, selection: &Selection) -> Arc<AffiliationMatrix> {
        self.meets.get(selection, || AffiliationMatrix::new(snapshot, self, selection))
    }

    /// The claims that put an actor in a thing.
    pub fn prove<'w>(&self, snapshot: &'w Snapshot, cell: &Cell) -> Vec<Evidence> {
        let own = snapshot
            .from(cell.actor)
            .filter(|(link, thing)| *thing == cell.thing && meets_in(snapshot, link, *thing));
        let hosting = snapshot
            .into(cell.actor)
            .filter(|(link, thing)| *thing == cell.thing && hosts(snapshot, link, *thing));
        let links = own.chain(hosting).map(|(link, _)| link);
        let asserted = links.filter(|link: &&'w Link| link.polarity == Polarity::Asserted);
        let holding = asserted.filter(|link| link.valid.holds(self.window).some_day() > Certainty::No);
        holding.map(|link| snapshot.prove(link)).collect()
    }
}

/// Links by which their subject takes part in their object.
fn meets_in(snapshot: &Snapshot, link: &Link, thing: Node) -> bool {
    match link.kind {
        LinkKind::Party | LinkKind::Member | LinkKind::Adopts | LinkKind::Keeps | LinkKind::Runs => true,
        LinkKind::TakesPart => Roles::of(link).is_some(),
        LinkKind::Founds => snapshot.at(thing).kind == EntityKind::Programme,
        _ => false,
    }
}

/// An event or office is in a place: the place is its host.
pub fn hosts(snapshot: &Snapshot, link: &Link, thing: Node) -> bool {
    link.kind == LinkKind::Within && matches!(snapshot.at(thing).kind, EntityKind::Event | EntityKind::Office)
}

/// The layer of a thing, by what it is.
pub fn layer_of(snapshot: &Snapshot, thing: Node) -> Option<Layer> {
    match snapshot.at(thing).kind {
        EntityKind::Agreement => Some(Layer::Agreements),
        EntityKind::Network => Some(Layer::Networks),
        EntityKind::Event => Some(Layer::Events),
        EntityKind::Office => Some(Layer::Offices),
        EntityKind::Act => Some(Layer::Acts),
        EntityKind::Programme => Some(Layer::Programmes),
        EntityKind::Polity | EntityKind::Organisation | EntityKind::Person => None,
    }
}

/// The cells of one actor in a window, by thing.
pub fn cells_of(snapshot: &Snapshot, actor: Node, window: Window) -> Vec<Cell> {
    cells_but(snapshot, actor, window, &Over::at(snapshot, window))
}

fn cells_but(snapshot: &Snapshot, actor: Node, window: Window, over: &Over) -> Vec<Cell> {
    if over.dissolved.contains(&actor) {
        return Vec::new();
    }
    let own = snapshot.from(actor).filter(|(link, thing)| meets_in(snapshot, link, *thing));
    let hosting = snapshot.into(actor).filter(|(link, thing)| hosts(snapshot, link, *thing));
    let keyed = own.chain(hosting).map(|(link, thing)| ((thing, link.kind), link));
    let mut cells: Vec<Cell> = Vec::new();
    for ((thing, _), fact) in facts(keyed) {
        let Some(cell) = cell(snapshot, (actor, thing), &fact, window, over) else { continue };
        match cells.last_mut().filter(|last| last.thing == thing) {
            Some(last) => last.join(&cell),
            None => cells.push(cell),
        }
    }
    cells
}

fn cell(
    snapshot: &Snapshot,
    (actor, thing): (Node, Node),
    fact: &Fact<'_>,
    window: Window,
    over: &Over,
) -> Option<Cell> {
    let layer = layer_of(snapshot, thing).filter(|_| !over.dissolved.contains(&thing))?;
    let state = match fact.state(window) {
        State::Confirmed | State::Possible if over.ended.contains(&thing) => State::Disputed,
        state => state,
    };
    let roles = |at_least: Certainty, firm: bool| {
        let holding = fact.asserted().filter(move |link| link.valid.holds(window).some_day() >= at_least);
        holding.filter(move |link| !firm || is_firm(link)).filter_map(Roles::of).fold(Roles::NONE, Roles::and)
    };
    let sure = if state.is_certain() { roles(Certainty::Certain, true) } else { Roles::NONE };
    let perhaps = roles(Certainty::Possible, false);
    state.is_possible().then_some(Cell { actor, thing, layer, state, sure, perhaps })
}

impl Cell {
    /// The same pair by another kind of link: the surer state, the roles of both.
    fn join(&mut self, other: &Self) {
        self.state = self.state.min(other.state);
        self.sure = self.sure.and(other.sure);
        self.perhaps = self.perhaps.and(other.perhaps);
    }
}

/// What is over by a window.
struct Over {
    /// Dissolved before: there are no ties with it.
    dissolved: BTreeSet<Node>,
    /// Ended by an accepted source: what ties it makes is disputed.
    ended: BTreeSet<Node>,
}

impl Over {
    fn at(snapshot: &Snapshot, window: Window) -> Self {
        let stated = snapshot.statements().iter().filter_map(|each| AttributeStatement::of(snapshot, each));
        let of_state = stated
            .filter(|(_, stated)| matches!(stated.attribute, EntityAttribute::State | EntityAttribute::Fate));
        let named: BTreeSet<Node> = of_state.map(|(node, _)| node).collect();
        let is_ended =
            |thing: &Node| said_states(snapshot, *thing, window).iter().any(|(value, _)| value == "ended");
        let ended = named.into_iter().filter(is_ended).collect();
        Self { dissolved: dissolved_before(snapshot, window), ended }
    }
}

fn issues(snapshot: &Snapshot, window: Window) -> BTreeMap<Node, BTreeSet<String>> {
    let mut found: BTreeMap<Node, BTreeSet<String>> = BTreeMap::new();
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
