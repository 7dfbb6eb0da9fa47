//! Which city, network or single tie alone connects a region to the rest?

use std::collections::{BTreeMap, BTreeSet};

use comity_graph::Graph;
use comity_graph::articulation::{Loss, Splits};
use comity_graph::bridges::bridges as only_ties;
use comity_messages::{message, say};
use comity_snapshot::timeslice::AffiliationMatrix;
use comity_snapshot::{EntityIx, Evidence, Snapshot};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, GraphArguments, ISSUE, LAYERS, LEVEL, OF, ROLL};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question};
use crate::questions::connectivity::tie_matrix::{TieMatrix, countries, some_names};
use crate::report::{Cell, Chart, Dot, Figure, Head, Indicator, Method, Picture, Report, Table, as_number};

pub(crate) const QUESTION: Question = Question {
    id: "bridges",
    title: message!("question-bridges"),
    group: Group::Connectivity,
    help: message!("help-bridges"),
    arguments: &[OF, AT, LAYERS, ISSUE, LEVEL, ROLL, BOUND, LIMIT],
    example: &[("layers", "agreements"), ("of", "japan")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let asked = &GraphArguments::read(arguments)?;
    let mut about = asked.about(snapshot, say!("bridges-heading"))?;
    let both = TieMatrix::new(snapshot, asked);
    if let Some(why) = asked.empty(&both.timeslice, both.matrix.ties().graph.edge_count()) {
        return Ok(Report::unanswerable(about, &why).into());
    }
    about.methods.push(Method::new(&say!("bridges-method"), "Hopcroft & Tarjan 1973, CACM 16:372"));
    about.caveats.push(say!("bridges-caveat"));
    let whole = Whole::new(&both.matrix);
    let lists = asked.lists(snapshot)?;
    let cut = CutOff { snapshot, both: &both, whole: &whole, limit: asked.limit };
    let cities = cut.alone(NodeKind::Actor, &lists);
    let things = cut.alone(NodeKind::Thing, &lists);
    let mut sheet = Report::new(about, lead(snapshot, &whole));
    let evidence = both.some_evidence(snapshot);
    sheet.indicators = measures(&whole).into_iter().map(|one| one.by(evidence.iter().cloned())).collect();
    sheet.charts = vec![chart(snapshot, &whole, &cities.shown)];
    let cities = cut.table(NodeKind::Actor, &cities);
    let things = cut.table(NodeKind::Thing, &things);
    sheet.tables = vec![cities, things, single(snapshot, &both, &lists, asked.limit)];
    Ok(sheet.into())
}

/// Actors and things as the nodes of one graph: the rows first, then the columns. A path through a thing is a meeting.
struct Whole<'m> {
    matrix: &'m AffiliationMatrix,
    graph: Graph,
    splits: Splits,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NodeKind {
    Actor,
    Thing,
}

impl<'m> Whole<'m> {
    fn new(matrix: &'m AffiliationMatrix) -> Self {
        let actors = u32::try_from(matrix.actors.len()).expect("fewer than 2^32 entities");
        let links: Vec<(u32, u32)> =
            matrix.table.entries().map(|entry| (entry.actor, actors + entry.thing)).collect();
        let graph = Graph::from_links(matrix.actors.len() + matrix.things.len(), &links).0;
        let splits = Splits::new(&graph, |node| u64::from(node < actors));
        Self { matrix, graph, splits }
    }

    fn entity(&self, node: u32) -> EntityIx {
        let at = node as usize;
        if at < self.matrix.actors.len() {
            self.matrix.actors[at]
        } else {
            self.matrix.things[at - self.matrix.actors.len()]
        }
    }

    /// Nodes that cut somebody off, the greatest loss first.
    fn alone(&self, kind: NodeKind) -> Vec<u32> {
        let actors = self.matrix.actors.len();
        let of_kind = |node: &u32| ((*node as usize) < actors) == (kind == NodeKind::Actor);
        let mut found: Vec<u32> = self.graph.nodes().filter(of_kind).collect();
        found.retain(|node| self.loss(*node).cut_off > 0);
        found.sort_by_key(|node| {
            (std::cmp::Reverse((self.loss(*node).cut_off, self.loss(*node).pairs)), *node)
        });
        found
    }

    fn loss(&self, node: u32) -> Loss {
        self.splits.loss(node)
    }

    /// The actors that would no longer be with the largest part, ascending.
    fn cut_off(&self, node: u32) -> Vec<EntityIx> {
        let actors =
            self.splits.cut_off(node).into_iter().filter(|each| (*each as usize) < self.matrix.actors.len());
        actors.map(|row| self.entity(row)).collect()
    }
}

fn lead(snapshot: &Snapshot, whole: &Whole<'_>) -> String {
    let [places, things] = [NodeKind::Actor, NodeKind::Thing].map(|kind| whole.alone(kind));
    let Some(first) = worst(snapshot, whole, places.iter().chain(&things)) else {
        return say!("bridges-none");
    };
    say!("bridges-all", first = first, places = places.len(), things = things.len())
}

/// Whose loss would cut off most, in a sentence.
fn worst<'n>(snapshot: &Snapshot, whole: &Whole<'_>, nodes: impl Iterator<Item = &'n u32>) -> Option<String> {
    let first = nodes.min_by_key(|node| (std::cmp::Reverse(whole.loss(**node).cut_off), **node))?;
    let cut_off = whole.loss(*first).cut_off;
    Some(say!("bridges-first", name = snapshot.name(whole.entity(*first)), n = cut_off))
}

fn measures(whole: &Whole<'_>) -> Vec<Indicator> {
    let alone = |kind| whole.alone(kind).len();
    let single = only_ties(&whole.matrix.ties().graph).len();
    vec![
        Indicator::count(&say!("bridges-figure-cities"), alone(NodeKind::Actor), "cities"),
        Indicator::count(&say!("bridges-figure-things"), alone(NodeKind::Thing), "things"),
        Indicator::count(&say!("bridges-figure-single-ties"), single, "pairs"),
    ]
}

/// What the tables of nodes that alone connect others are made from.
struct CutOff<'s> {
    snapshot: &'s Snapshot,
    both: &'s TieMatrix,
    whole: &'s Whole<'s>,
    limit: usize,
}

/// Nodes that alone connect others and are asked about, the greatest loss first.
struct Alone {
    shown: Vec<u32>,
    left_out: u64,
}

impl CutOff<'_> {
    /// Those that are listed or cut off one that is. Beyond the limit only the listed ones are counted: whom the others cut
    /// off is worked out for rows alone.
    fn alone(&self, kind: NodeKind, lists: &impl Fn(EntityIx) -> bool) -> Alone {
        let mut found = Alone { shown: Vec::new(), left_out: 0 };
        for node in self.whole.alone(kind) {
            let listed = lists(self.whole.entity(node));
            if found.shown.len() == self.limit {
                found.left_out += u64::from(listed);
            } else if listed || self.whole.cut_off(node).iter().any(|city| lists(*city)) {
                found.shown.push(node);
            }
        }
        found
    }

    fn table(&self, kind: NodeKind, nodes: &Alone) -> Table {
        let (id, title, first) = match kind {
            NodeKind::Actor => ("cities", say!("bridges-table-cities"), say!("head-city")),
            NodeKind::Thing => ("things", say!("bridges-table-things"), say!("head-network")),
        };
        let columns: &[Head<'_>] = &[
            ("who", &first, ""),
            ("cut_off", &say!("head-would-cut-off"), "nodes"),
            ("who_cut_off", &say!("head-whom"), "first few"),
            ("where", &say!("head-where"), "most first"),
            ("pieces", &say!("head-parts-left"), ""),
            ("pairs", &say!("head-would-lose-every-path"), "pairs"),
        ];
        let mut table = Table::new(id, &title, columns);
        table.left_out = nodes.left_out;
        for node in &nodes.shown {
            table.push(self.cells(*node), self.evidence(*node));
        }
        table
    }

    fn cells(&self, node: u32) -> Vec<Cell> {
        let entity = self.whole.entity(node);
        let away = self.whole.cut_off(node);
        let loss = self.whole.loss(node);
        vec![
            self.snapshot.refer(entity).into(),
            Cell::Count(loss.cut_off),
            some_names(self.snapshot, &away).into(),
            countries(self.snapshot, away.iter().copied()).into(),
            Cell::Count(u64::from(loss.pieces)),
            Cell::Count(loss.pairs),
        ]
    }

    /// Some of the claims that put a node into things, or actors into it.
    fn evidence(&self, node: u32) -> Vec<Evidence> {
        let (snapshot, timeslice) = (self.snapshot, &self.both.timeslice);
        let matrix = self.whole.matrix;
        let actors = u32::try_from(matrix.actors.len()).expect("fewer than 2^32 entities");
        match node.checked_sub(actors) {
            None => matrix.some_evidence(snapshot, timeslice, node, Figure::SHOWN),
            Some(column) => {
                let rows = matrix.table.of_thing(column).iter();
                rows.flat_map(|(row, _)| matrix.evidence_of(snapshot, timeslice, *row, column))
                    .take(Figure::SHOWN)
                    .collect()
            }
        }
    }
}

/// Pairs whose tie is the only way between two parts.
fn single(snapshot: &Snapshot, both: &TieMatrix, lists: &impl Fn(EntityIx) -> bool, limit: usize) -> Table {
    let mut table = Table::new(
        "single-ties",
        &say!("bridges-table-single-ties"),
        &[
            ("a", &say!("head-city-a"), ""),
            ("b", &say!("head-city-b"), ""),
            ("through", &say!("head-meet-in"), ""),
            ("smaller", &say!("head-smaller-side"), "nodes"),
        ],
    );
    let matrix = &both.matrix;
    let graph = &matrix.ties().graph;
    let sizes = sides(graph);
    let mut found: Vec<(u32, u32)> = only_ties(graph);
    found.retain(|(a, b)| [a, b].iter().any(|row| lists(matrix.actors[**row as usize])));
    found.sort_by_key(|ends| (std::cmp::Reverse(sizes[ends]), *ends));
    table.left_out = found.len().saturating_sub(limit) as u64;
    for (a, b) in found.into_iter().take(limit) {
        let (one, other) = (matrix.actors[a as usize], matrix.actors[b as usize]);
        let (names, evidence) = both.meeting(snapshot, one, other);
        let cells = vec![
            snapshot.refer(one).into(),
            snapshot.refer(other).into(),
            names.into(),
            Cell::Count(sizes[&(a, b)]),
        ];
        table.push(cells, evidence);
    }
    table
}

/// How many nodes stand on the smaller side of each single tie: the parts without all single ties, joined to a tree.
fn sides(graph: &Graph) -> BTreeMap<(u32, u32), u64> {
    let ties = only_ties(graph);
    // A tie in the middle of a path of length two is a node of its own: what its loss cuts off is the smaller side.
    let nodes = u32::try_from(graph.len()).expect("fewer than 2^32 entities");
    let cut: BTreeSet<(u32, u32)> = ties.iter().copied().collect();
    let kept = graph.edges().filter(|ends| !cut.contains(ends));
    let split = (0..).zip(&ties).flat_map(|(at, (a, b))| [(*a, nodes + at), (nodes + at, *b)]);
    let links: Vec<(u32, u32)> = kept.chain(split).collect();
    let whole = Graph::from_links(graph.len() + ties.len(), &links).0;
    let splits = Splits::new(&whole, |node| u64::from(node < nodes));
    (nodes..).zip(ties).map(|(middle, ends)| (ends, splits.loss(middle).cut_off)).collect()
}

/// Bars of the picture.
const DRAWN: usize = 20;

fn chart(snapshot: &Snapshot, whole: &Whole<'_>, cities: &[u32]) -> Chart {
    let bars = cities.iter().take(DRAWN).map(|node| {
        let city = snapshot.refer(whole.entity(*node));
        Dot::plain(city.full(), as_number(whole.loss(*node).cut_off))
    });
    let rows: Vec<Dot> = bars.collect();
    Chart {
        id: "alone",
        title: say!("bridges-chart-alone"),
        caption: say!("bridges-chart-caption"),
        table: "cities",
        picture: Picture::Bars { rows, unit: say!("axis-nodes") },
    }
}
