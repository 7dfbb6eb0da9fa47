//! How fast do the places fall apart as places, networks or backers are lost one by one?

use std::collections::{BTreeMap, BTreeSet};

use comity_graph::Graph;
use comity_graph::components::components;
use comity_graph::robustness::{Attack, Robustness, robustness as under_attack, under};
use comity_graph::seed::Seeded;
use comity_messages::{Message, listed, message, say};
use comity_snapshot::relations::{RelationKind, Relations};
use comity_snapshot::timeslice::AffiliationMatrix;
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, GraphArguments, LAYERS, LEVEL};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question};
use crate::questions::scenario::backing::shares::{Shares, all_shares};
use crate::report::{
    Chart, Curve, Figure, Head, Indicator, Method, Picture, Report, Table, as_number, share,
};

pub(crate) const QUESTION: Question = Question {
    id: "robustness",
    title: message!("question-robustness"),
    group: Group::WhatIf,
    help: message!("help-robustness"),
    arguments: &[LAYERS, LEVEL, AT, BOUND, LIMIT],
    example: &[("layers", "networks")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let asked = &GraphArguments::read(arguments)?;
    let mut about = asked.about(snapshot, say!("robustness-heading"))?;
    about.methods.push(Method::new(&say!("robustness-method"), "Schneider et al. 2011, PNAS 108:3838"));
    let timeslice = snapshot.timeslice(asked.at.window);
    let matrix = timeslice.matrix(snapshot, &asked.selection);
    let graph = &matrix.ties().graph;
    if graph.edge_count() == 0 {
        let why = say!("robustness-none-on-file");
        return Ok(Report::unanswerable(about, &why).into());
    }
    let mut orders = vec![
        order(
            message!("robustness-order-targeted"),
            &under_attack(graph, Attack::DegreeAdaptive),
            &matrix.actors,
        ),
        random(graph, &matrix.actors),
    ];
    orders.extend(of_things(snapshot, &matrix, asked));
    let mut sheet = Report::new(about, lead(snapshot, graph, &orders));
    let claims: Vec<Evidence> = orders[0]
        .who
        .iter()
        .filter_map(|place| matrix.row(*place))
        .flat_map(|row| matrix.some_evidence(snapshot, &timeslice, row, 2))
        .take(Figure::SHOWN)
        .collect();
    let counts = figures(graph, &orders).map(|one| one.by(claims.iter().cloned()));
    sheet.indicators.extend(counts);
    for one in &orders {
        let measure =
            Indicator::new(&say!("robustness-figure", order = one.label.text()), Some(one.r), "share");
        sheet.indicators.push(measure.by(claims.iter().cloned()));
    }
    sheet.tables.push(curve_table(&orders, &claims));
    sheet.tables.push(first_lost(snapshot, &orders, &matrix, &timeslice).cut(asked.limit));
    sheet.charts.push(chart(&orders));
    Ok(sheet.into())
}

/// Random orders that are averaged, by seeds 1 to this.
const DRAWS: u64 = 20;
/// Points of a curve.
const STEPS: usize = 20;

/// The largest group as a share of all places, after each loss.
struct Order {
    label: Message,
    /// From 0 lost to all lost.
    largest: Vec<f64>,
    /// The mean of it over all losses.
    r: f64,
    who: Vec<EntityIx>,
}

fn lead(snapshot: &Snapshot, graph: &Graph, orders: &[Order]) -> String {
    let [targeted, random] = halved(graph, orders);
    let first: Vec<String> = orders[0].who.iter().take(3).map(|place| snapshot.name(*place)).collect();
    let said = say!("robustness-summary", places = graph.len(), targeted = targeted, random = random);
    say!("robustness-first", said = said, names = listed(first))
}

/// How many are lost until the largest group is less than half of what it was: most tied first, and at random.
fn halved(graph: &Graph, orders: &[Order]) -> [usize; 2] {
    let sizes = components(graph).sizes;
    let whole = f64::from(sizes.into_iter().max().unwrap_or(0)) / f64::from(graph.nodes().end);
    let half = |order: &Order| order.largest.iter().take_while(|share| **share >= whole / 2.0).count() + 1;
    [half(&orders[0]), half(&orders[1])]
}

fn figures(graph: &Graph, orders: &[Order]) -> [Indicator; 3] {
    let [targeted, random] = halved(graph, orders);
    [
        Indicator::count(&say!("figure-places-tied"), graph.len(), ""),
        Indicator::count(&say!("robustness-figure-targeted"), targeted, "places"),
        Indicator::count(&say!("robustness-figure-random"), random, "places"),
    ]
}

fn order(label: Message, found: &Robustness, actors: &[EntityIx]) -> Order {
    let who = found.order.iter().map(|row| actors[*row as usize]).collect();
    Order { label, largest: found.largest.clone(), r: found.robustness, who }
}

fn random(graph: &Graph, actors: &[EntityIx]) -> Order {
    let drawn: Vec<Robustness> = (1..=DRAWS).map(|seed| under(graph, shuffled(graph, seed))).collect();
    let times = as_number(DRAWS);
    let mean = |at: usize| drawn.iter().map(|one| one.largest[at]).sum::<f64>() / times;
    Order {
        label: message!("robustness-order-random"),
        largest: (0..actors.len()).map(mean).collect(),
        r: drawn.iter().map(|one| one.robustness).sum::<f64>() / times,
        who: Vec::new(),
    }
}

fn shuffled(graph: &Graph, seed: u64) -> Vec<u32> {
    let mut order: Vec<u32> = graph.nodes().collect();
    Seeded::new(seed).shuffle(&mut order);
    order
}

/// The things that are gone once the first of an order are lost.
type Losing<'l> = &'l dyn Fn(&[EntityIx]) -> BTreeSet<EntityIx>;

/// Networks lost by size, and backers by how many networks they back.
fn of_things(snapshot: &CachedSnapshot, matrix: &AffiliationMatrix, asked: &GraphArguments) -> Vec<Order> {
    let relations =
        snapshot.relations(asked.at.window, asked.selection.bound).kept(|relation| match relation.how {
            RelationKind::TakesPart(layer) => {
                asked.selection.layers.contains(&layer) && matrix.row(relation.subject).is_some()
            }
            RelationKind::Backs => true,
            RelationKind::Coordinates => false,
        });
    let mut networks: Vec<(usize, EntityIx)> = relations
        .by_object(|how| how == RelationKind::TakesPart(Layer::Networks))
        .into_iter()
        .map(|(network, members)| (members.len(), network))
        .collect();
    networks.sort_by_key(|(size, network)| (std::cmp::Reverse(*size), *network));
    let networks: Vec<EntityIx> = networks.into_iter().map(|(_, network)| network).collect();
    let shares = all_shares(&relations);
    let mut backers: Vec<EntityIx> =
        shares.values().flat_map(|shares| shares.of.iter().map(|(one, _)| *one)).collect();
    backers.sort_unstable();
    let mut counted: Vec<(usize, EntityIx)> =
        backers.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
    counted.sort_by_key(|(n, backer)| (std::cmp::Reverse(*n), *backer));
    let backers: Vec<EntityIx> = counted.into_iter().map(|(_, backer)| backer).collect();
    let losses = Losses { relations: &relations, places: matrix.actors.len() };
    let itself = |lost: &[EntityIx]| lost.iter().copied().collect();
    let mut orders = Vec::new();
    if !networks.is_empty() {
        orders.push(losses.order(message!("robustness-order-networks"), networks, &itself));
    }
    if !backers.is_empty() {
        let fallen = |lost: &[EntityIx]| without_backers(&shares, lost);
        orders.push(losses.order(message!("robustness-order-backers"), backers, &fallen));
    }
    orders
}

/// The things of which all backers are lost.
fn without_backers(shares: &BTreeMap<EntityIx, Shares>, lost: &[EntityIx]) -> BTreeSet<EntityIx> {
    let all_lost = |shares: &Shares| shares.of.iter().all(|(one, _)| lost.contains(one));
    shares.iter().filter(|(_, shares)| all_lost(shares)).map(|(thing, _)| *thing).collect()
}

/// What things are lost from, and among how many places.
struct Losses<'r> {
    relations: &'r Relations<'r>,
    places: usize,
}

impl Losses<'_> {
    /// `who` is lost one after the other.
    fn order(&self, label: Message, who: Vec<EntityIx>, lost: Losing<'_>) -> Order {
        let largest: Vec<f64> = (1..=who.len()).map(|n| self.largest_without(&lost(&who[..n]))).collect();
        let r = largest.iter().sum::<f64>() / as_number(who.len() as u64);
        Order { label, largest, r, who }
    }

    /// The share of all places that is in the largest group once some things are gone.
    fn largest_without(&self, gone: &BTreeSet<EntityIx>) -> f64 {
        let left = self.relations.kept(|relation| !gone.contains(&relation.object)).structure();
        share(left.largest, self.places as u64).unwrap_or_else(|| as_number(left.largest))
    }
}

/// The share left after each of so many equal steps of loss.
fn points(order: &Order) -> Vec<(f64, f64)> {
    let n = order.largest.len();
    let steps = STEPS.min(n);
    let lost = (1..=steps).map(|step| (n * step).div_ceil(steps));
    lost.map(|lost| (as_number(lost as u64) / as_number(n as u64), order.largest[lost - 1])).collect()
}

fn curve_table(orders: &[Order], claims: &[Evidence]) -> Table {
    let columns: &[Head<'_>] = &[
        ("order", &say!("head-lost"), ""),
        ("lost", &say!("head-share-lost"), "0 to 1"),
        ("largest", &say!("head-largest-group"), "share of all places"),
    ];
    let mut table = Table::new("curve", &say!("robustness-table-curve"), columns);
    for order in orders {
        for (lost, largest) in points(order) {
            table.push(vec![order.label.text().into(), lost.into(), largest.into()], claims.to_vec());
        }
    }
    table
}

/// The first that each order loses, with the claims behind their place in it.
fn first_lost(
    snapshot: &Snapshot,
    orders: &[Order],
    matrix: &AffiliationMatrix,
    timeslice: &comity_snapshot::timeslice::Timeslice,
) -> Table {
    const FIRST: usize = 10;
    let columns: &[Head<'_>] = &[
        ("order", &say!("head-order"), ""),
        ("who", &say!("head-lost"), ""),
        ("left", &say!("head-largest-group-then"), "share of all places"),
    ];
    let mut table = Table::new("first", &say!("robustness-table-first"), columns);
    for order in orders {
        for (who, left) in order.who.iter().zip(&order.largest).take(FIRST) {
            let row = matrix.row(*who);
            let claims = match row {
                Some(row) => matrix.some_evidence(snapshot, timeslice, row, 4),
                None => snapshot
                    .incoming(*who)
                    .chain(snapshot.outgoing(*who))
                    .map(|(link, _)| snapshot.evidence_of(link))
                    .take(4)
                    .collect(),
            };
            table.push(vec![order.label.text().into(), snapshot.refer(*who).into(), (*left).into()], claims);
        }
    }
    table
}

fn chart(orders: &[Order]) -> Chart {
    Chart {
        id: "curve",
        title: say!("robustness-chart-curve"),
        caption: say!("robustness-caption-curve"),
        table: "curve",
        picture: Picture::Curves {
            lines: orders.iter().map(line).collect(),
            x: say!("axis-share-lost"),
            y: say!("axis-share-of-places-in-the-largest-group"),
            steps: false,
        },
    }
}

fn line(order: &Order) -> Curve {
    Curve { label: order.label.text(), points: points(order), band: Vec::new(), observed: Vec::new() }
}
