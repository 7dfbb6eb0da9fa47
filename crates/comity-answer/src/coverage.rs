//! How complete this is: claimed numbers against what is on file, how old it is, what rests on one source.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{Day, EntityId, EntityKind, LinkKind, Shape, SourceId, Statement, Window};
use serde::Serialize;

use crate::ask::{Answer, Arguments, AskError};
use crate::part::{About, At, Claimed, EntityRef, Figure, Layer, Look, Method, about, claimed, looked};
use crate::question::{AT, Group, LIMIT, Question, may};
use crate::scope::{Tested, time_of};
use crate::words;
use crate::world::{Node, World};

pub(crate) const QUESTION: Question = Question {
    id: "coverage",
    title: "How complete is this?",
    group: Group::Trust,
    help: "Claimed numbers against what is on file, how old it is, what rests on one source, what waits",
    arguments: &[may("entity", "only this network or place"), AT, LIMIT],
    example: "comity ask coverage c40",
    answer: |world, arguments| coverage(world, &CoverageArgs::read(arguments)?).map(Answer::Coverage),
};

/// Of everything, or of one network or place.
#[derive(Debug, Clone)]
pub struct CoverageArgs {
    pub entity: Option<EntityId>,
    pub at: At,
    pub limit: usize,
}

impl CoverageArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        Ok(Self { entity: arguments.some_entity("entity")?, at: arguments.at()?, limit: arguments.limit()? })
    }
}

/// What is known of what there is to know.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coverage {
    #[serde(flatten)]
    pub about: About,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<EntityRef>,
    /// Every claimed number that can be compared with what is on file.
    pub claimed: Vec<ClaimedAndHeld>,
    pub networks: Vec<NetworkCoverage>,
    /// Ties on file, and those of them that rest on a single root source.
    pub ties: u64,
    pub on_one_source: u64,
    /// All figures in one place, for a home page.
    pub figures: Vec<Figure>,
}

/// A claimed number beside what is on file for the same time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimedAndHeld {
    pub claimed: Claimed,
    pub held_certain: u64,
    pub held_possible: u64,
    /// In plain words: "3 of 40 on file".
    pub words: String,
}

/// What is on file of one network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NetworkCoverage {
    pub network: EntityRef,
    pub certain: u64,
    pub possible: u64,
    /// The largest number of members any source claims; `None`: none does.
    pub claimed: Option<i64>,
    /// The latest day a source described, in plain words; empty: nobody looked.
    pub last_look: String,
    /// Whole years between that day and the day asked about.
    pub years_old: Option<i64>,
}

pub fn coverage(world: &World, args: &CoverageArgs) -> Result<Coverage, AskError> {
    let node = args.entity.as_ref().map(|id| world.must(id)).transpose()?;
    let territory = node.map(|node| world.territory(node));
    let layers = [Layer::Agreements, Layer::Networks, Layer::Events, Layer::Offices, Layer::Acts];
    let sides: Vec<_> = territory.iter().collect();
    let looked = looked(world, &Look { layers: &layers, sides: &sides });
    let name = node.map_or_else(|| "what is on file".to_owned(), |node| world.refer(node).full());
    let mut about = about(world, format!("How complete is {name}?"), &args.at, looked);
    about.methods.push(Method::new(
        "Claimed numbers are compared with what is on file for the time each of them describes. Sources that only \
         report another count as that other.",
        "",
    ));
    let (ties, on_one_source) = roots(world, node);
    Ok(Coverage {
        about,
        entity: node.map(|node| world.refer(node)),
        claimed: claimed_and_held(world, node, args.limit),
        networks: networks(world, node, args),
        ties,
        on_one_source,
        figures: figures(world),
    })
}

fn claimed_and_held(world: &World, node: Option<Node>, limit: usize) -> Vec<ClaimedAndHeld> {
    let about =
        |statement: &&Statement| node.is_none_or(|node| world.mentioned_in(statement).contains(&node));
    let rows = world.statements().iter().filter(about).filter_map(|statement| held(world, statement));
    let mut rows: Vec<ClaimedAndHeld> = rows.collect();
    rows.sort_by(|a, b| {
        (&a.claimed.wording, a.claimed.evidence.claim).cmp(&(&b.claimed.wording, b.claimed.evidence.claim))
    });
    rows.truncate(limit);
    rows
}

pub(crate) fn held(world: &World, statement: &Statement) -> Option<ClaimedAndHeld> {
    let claimed = claimed(world, statement)?;
    let Shape::Count { scope, quantity: Some(_), .. } = &statement.claim.shape else { return None };
    let tested = Tested::new(world, scope, None)?;
    let time = time_of(world, statement);
    let window = Window { from: time.start().0, to: time.end().1 };
    let (held_certain, held_possible) = tested.count(window);
    let of = claimed.low.or(claimed.high).map_or_else(|| "an unstated number".to_owned(), |n| n.to_string());
    let words = if held_possible > held_certain {
        format!("{held_certain} to {held_possible} of {of} on file")
    } else {
        format!("{held_certain} of {of} on file")
    };
    Some(ClaimedAndHeld { claimed, held_certain, held_possible, words })
}

fn networks(world: &World, node: Option<Node>, args: &CoverageArgs) -> Vec<NetworkCoverage> {
    let wanted = |network: &Node| match node {
        Some(node) if world.at(node).kind == EntityKind::Network => *network == node,
        _ => true,
    };
    let mut rows: Vec<NetworkCoverage> = world
        .of_kind(EntityKind::Network)
        .filter(wanted)
        .map(|network| of_network(world, network, &args.at))
        .collect();
    rows.sort_by(|a, b| (b.possible, &a.network.name).cmp(&(a.possible, &b.network.name)));
    rows.truncate(args.limit);
    rows
}

fn of_network(world: &World, network: Node, at: &At) -> NetworkCoverage {
    let joined = world.into(network).filter(|(link, _)| link.kind == LinkKind::Member);
    let facts = crate::fact::facts(joined.map(|(link, member)| (member, link)));
    let states: Vec<_> = facts.iter().map(|(_, fact)| fact.state(at.window)).collect();
    let seen = facts.iter().flat_map(|(_, fact)| &fact.links).filter_map(|link| link.observed.as_ref());
    let looks = world.coverage().iter().filter(|row| row.object.as_ref() == Some(&world.at(network).id));
    let last = seen.chain(looks.filter_map(|row| row.looked.as_ref())).max_by_key(|day| day.latest());
    NetworkCoverage {
        network: world.refer(network),
        certain: states.iter().filter(|state| state.is_certain()).count() as u64,
        possible: states.iter().filter(|state| state.is_possible()).count() as u64,
        claimed: largest_claim(world, network),
        last_look: last.map(words::date).unwrap_or_default(),
        years_old: last.map(|day| years(day.latest(), at.window.to)),
    }
}

fn years(from: Day, to: Day) -> i64 {
    (i64::from(to.0) - i64::from(from.0)) / 365
}

pub(crate) fn largest_claim(world: &World, network: Node) -> Option<i64> {
    let counts = world.statements_about(network).filter_map(|statement| match &statement.claim.shape {
        Shape::Count { scope, quantity: Some(quantity), .. } if scope.link == Some(LinkKind::Member) => {
            let object = scope.object.entity.as_ref()?.id.as_ref().and_then(|id| world.node(id));
            (object == Some(network) && scope.subject.within.is_none())
                .then_some(quantity.high.or(quantity.low)?)
        }
        _ => None,
    });
    counts.max()
}

/// Ties on file, and how many of them have all their claims from one root source.
fn roots(world: &World, node: Option<Node>) -> (u64, u64) {
    let wanted = |subject: Node, object: Node| node.is_none_or(|node| subject == node || object == node);
    let mut roots: BTreeMap<(LinkKind, Node, Node), (&SourceId, bool)> = BTreeMap::new();
    for (link, subject, object) in world.all_links().filter(|(_, subject, object)| wanted(*subject, *object))
    {
        let first = roots.entry((link.kind, subject, object)).or_insert((&link.root, true));
        first.1 &= *first.0 == link.root;
    }
    (roots.len() as u64, roots.values().filter(|(_, one)| *one).count() as u64)
}

/// "We hold 912 claims from 104 sources; 31 of 60 networks looked at."
fn figures(world: &World) -> Vec<Figure> {
    let figure = |label: &str, n: usize, unit: &str| Figure {
        label: label.to_owned(),
        certain: n as u64,
        possible: n as u64,
        unit: unit.to_owned(),
        evidence: Vec::new(),
    };
    let networks: Vec<Node> = world.of_kind(EntityKind::Network).collect();
    let with_members: BTreeSet<&Node> = networks
        .iter()
        .filter(|network| world.into(**network).any(|(link, _)| link.kind == LinkKind::Member))
        .collect();
    vec![
        figure("Statements on file", world.claims(), "statements"),
        figure("Sources", world.sources().len(), "sources"),
        figure("Networks with members on file", with_members.len(), "networks"),
        figure("Networks", networks.len(), "networks"),
        figure(
            "Waiting for someone to check",
            usize::try_from(world.waiting().values().sum::<u64>()).unwrap_or(usize::MAX),
            "statements",
        ),
    ]
}
