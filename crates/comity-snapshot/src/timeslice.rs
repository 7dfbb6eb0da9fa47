//! Who takes part in what on a day: actors and the things they meet in, as one table with a layer per kind of thing.

mod affiliation_matrix;
mod cache;
mod centrality;
mod role_weights;
mod selection;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use comity_graph::cancel::bound;
use comity_model::{
    Certainty, EntityAttribute, EntityKind, Link, LinkKind, Polarity, Shape, Standing, Statement, Window,
};
use rayon::prelude::*;

use crate::attribute::said_states;
use crate::fact::{Fact, facts, is_firm};
use crate::fold::fold;
use crate::snapshot::{Evidence, Layer, Node, State, World};

pub use affiliation_matrix::Meets;
pub use cache::Kept;
pub use centrality::{By, Central, sources};
pub use role_weights::{Roles, Weights, membership_role};
pub use selection::{Selection, Surely, Who};

/// The kinds of thing that actors meet in, one layer each.
pub const MEETING: [Layer; 6] =
    [Layer::Agreements, Layer::Networks, Layer::Events, Layer::Offices, Layer::Acts, Layer::Programmes];

/// A two-mode temporal multiplex of one world as of one window: every cell that holds or may hold in it, in rows by
/// actor. What a question needs of it is a `Selection`, made into a `Meets` once and kept.
#[derive(Debug)]
pub struct Snapshot {
    window: Window,
    /// Where the cells of each entity of the world start.
    starts: Vec<u32>,
    cells: Vec<Cell>,
    issues: BTreeMap<Node, BTreeSet<String>>,
    meets: Kept<Selection, Meets>,
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

/// How many selections of one snapshot are kept.
const SELECTIONS: usize = 8;

impl Snapshot {
    /// Cost: one pass over the links, in parallel.
    pub fn new(world: &World, window: Window) -> Self {
        let over = said_to_be_over(world, window);
        let nodes: Vec<Node> = world.nodes().collect();
        let cells_of = |node: &Node| cells_but(world, *node, window, &over);
        let cells: Vec<Cell> = nodes.par_iter().flat_map_iter(bound(cells_of)).collect();
        let mut starts = vec![0; nodes.len() + 1];
        for cell in &cells {
            starts[cell.actor.place() + 1] += 1;
        }
        for at in 0..nodes.len() {
            starts[at + 1] += starts[at];
        }
        Self { window, starts, cells, issues: issues(world, window), meets: Kept::new(SELECTIONS) }
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
            + self.meets.bytes(Meets::bytes)
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

    /// Every issue area that a thing of this snapshot has.
    pub fn all_issues(&self) -> BTreeSet<&str> {
        self.issues.values().flatten().map(String::as_str).collect()
    }

    /// The part of it that a question is about; made once and kept.
    ///
    /// Cost: one pass over the cells and a sort.
    pub fn meets(&self, world: &World, selection: &Selection) -> Arc<Meets> {
        self.meets.get(selection, || Meets::new(world, self, selection))
    }

    /// The claims that put an actor in a thing.
    pub fn prove<'w>(&self, world: &'w World, cell: &Cell) -> Vec<Evidence> {
        let own = world
            .from(cell.actor)
            .filter(|(link, thing)| *thing == cell.thing && meets_in(world, link, *thing));
        let hosting =
            world.into(cell.actor).filter(|(link, thing)| *thing == cell.thing && hosts(world, link, *thing));
        let links = own.chain(hosting).map(|(link, _)| link);
        let asserted = links.filter(|link: &&'w Link| link.polarity == Polarity::Asserted);
        let holding = asserted.filter(|link| link.valid.holds(self.window).some_day() > Certainty::No);
        holding.map(|link| world.prove(link)).collect()
    }
}

/// Links by which their subject takes part in their object.
fn meets_in(world: &World, link: &Link, thing: Node) -> bool {
    match link.kind {
        LinkKind::Party | LinkKind::Member | LinkKind::Adopts | LinkKind::Keeps | LinkKind::Runs => true,
        LinkKind::TakesPart => Roles::of(link).is_some(),
        LinkKind::Founds => world.at(thing).kind == EntityKind::Programme,
        _ => false,
    }
}

/// An event or office is in a place: the place is its host.
pub fn hosts(world: &World, link: &Link, thing: Node) -> bool {
    link.kind == LinkKind::Within && matches!(world.at(thing).kind, EntityKind::Event | EntityKind::Office)
}

/// The layer of a thing, by what it is.
pub fn layer_of(world: &World, thing: Node) -> Option<Layer> {
    match world.at(thing).kind {
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
pub fn cells_of(world: &World, actor: Node, window: Window) -> Vec<Cell> {
    cells_but(world, actor, window, &said_to_be_over(world, window))
}

fn cells_but(world: &World, actor: Node, window: Window, over: &BTreeSet<Node>) -> Vec<Cell> {
    let own = world.from(actor).filter(|(link, thing)| meets_in(world, link, *thing));
    let hosting = world.into(actor).filter(|(link, thing)| hosts(world, link, *thing));
    let keyed = own.chain(hosting).map(|(link, thing)| ((thing, link.kind), link));
    let mut cells: Vec<Cell> = Vec::new();
    for ((thing, _), fact) in facts(keyed) {
        let Some(cell) = cell(world, (actor, thing), &fact, window, over) else { continue };
        match cells.last_mut().filter(|last| last.thing == thing) {
            Some(last) => last.join(&cell),
            None => cells.push(cell),
        }
    }
    cells
}

fn cell(
    world: &World,
    (actor, thing): (Node, Node),
    fact: &Fact<'_>,
    window: Window,
    over: &BTreeSet<Node>,
) -> Option<Cell> {
    let layer = layer_of(world, thing)?;
    let state = match fact.state(window) {
        State::Confirmed | State::Possible if over.contains(&thing) => State::Disputed,
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

/// Things that an accepted source has ended by then: what ties they make is disputed.
fn said_to_be_over(world: &World, window: Window) -> BTreeSet<Node> {
    let of_state = |statement: &&Statement| {
        let shape = &statement.claim.shape;
        matches!(shape, Shape::Attribute { attribute: EntityAttribute::State | EntityAttribute::Fate, .. })
    };
    let named =
        world.statements().iter().filter(of_state).flat_map(|statement| world.mentioned_in(statement));
    let ended = |thing: &Node| said_states(world, *thing, window).iter().any(|(value, _)| value == "ended");
    named.filter(ended).collect()
}

fn issues(world: &World, window: Window) -> BTreeMap<Node, BTreeSet<String>> {
    let mut found: BTreeMap<Node, BTreeSet<String>> = BTreeMap::new();
    for statement in world.statements().iter().filter(|each| each.standing == Standing::Accepted) {
        let Shape::Attribute { entity, attribute: EntityAttribute::IssueArea, value, .. } =
            &statement.claim.shape
        else {
            continue;
        };
        let holds = statement.claim.valid.holds(window).some_day() > Certainty::No;
        let asserted = statement.claim.polarity == Polarity::Asserted;
        if let Some(thing) = entity.id.as_ref().and_then(|id| world.node(id)).filter(|_| holds && asserted) {
            found.entry(thing).or_default().insert(fold(value));
        }
    }
    found
}
