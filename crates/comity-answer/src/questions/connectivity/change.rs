//! What changed in the graph between two dates: ties that came, went and stayed?

mod beginnings;

use std::collections::BTreeSet;

use comity_graph::Graph;
use comity_graph::change::change as compared;
use comity_messages::{message, say};
use comity_snapshot::timeslice::{AffiliationMatrix, Selection};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, GraphArguments, ISSUE, LAYERS, LEVEL, OF, ROLL};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{Group, LIMIT, Question, Range, need};
use crate::questions::connectivity::tie_matrix::TieMatrix;
use crate::report::{
    At, Cell, Chart, Dot, Figure, Head, Indicator, Method, Picture, Report, Table, as_number,
};
use beginnings::Beginnings;

pub(crate) const QUESTION: Question = Question {
    id: "change",
    title: message!("question-change"),
    group: Group::Connectivity,
    help: message!("help-change"),
    arguments: &[
        need("from", Range::Date, "the earlier time"),
        need("to", Range::Date, "the later one"),
        OF,
        LAYERS,
        ISSUE,
        LEVEL,
        ROLL,
        BOUND,
        LIMIT,
    ],
    example: &[("from", "2010"), ("to", "2020"), ("of", "united-states"), ("layers", "networks")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let date = |name: &'static str| arguments.date(name).ok_or_else(|| arguments.missing(name));
    let (from, to): (At, At) = (date("from")?, date("to")?);
    let asked = GraphArguments { at: to.clone(), ..GraphArguments::read(arguments)? };
    let (first, last) = (from.words(), to.words());
    let mut about =
        asked.about(snapshot, say!("change-heading", from = first.as_str(), to = last.as_str()))?;
    let at = [&from, &to].map(|at| TieMatrix::of(snapshot, snapshot.timeslice(at.window), &asked.selection));
    let lists = asked.lists(snapshot)?;
    let then = Then::new([&at[0], &at[1]], &lists);
    let ties = then.graphs.iter().map(Graph::edge_count).sum();
    if let Some(why) = asked.empty(&at[1].timeslice, ties) {
        return Ok(Report::unanswerable(about, &why).into());
    }
    about.methods.push(Method::new(&say!("change-method"), "Jaccard 1901; Diamond 1969, PNAS 64:57"));
    about.caveats.extend(at.iter().filter_map(|both| both.too_large(snapshot)).collect::<BTreeSet<_>>());
    about.caveats.push(say!("change-caveat"));
    let mut sheet = Report::new(about, then.lead(&first, &last));
    sheet.indicators = then.measures(snapshot, at.each_ref());
    let came = then.pairs(Ends::Births).into_iter().map(|pair| then.nodes(pair));
    let began = Beginnings::of(snapshot, &at[1], came, from.window.to);
    sheet.summary =
        crate::report::sentences([then.moved(&began, [first.as_str(), last.as_str()]), sheet.summary]);
    sheet.indicators.extend([
        Indicator::count(&say!("change-figure-began"), began.stated.len(), "pairs")
            .by(at[1].evidence_of_pairs(snapshot, began.stated)),
        Indicator::count(&say!("change-figure-first-seen"), began.first_seen.len(), "pairs")
            .by(at[1].evidence_of_pairs(snapshot, began.first_seen)),
    ]);
    let layers: Vec<LayerChange> = asked
        .selection
        .layers
        .iter()
        .map(|layer| LayerChange::new(snapshot, &at, *layer, &asked.selection.layer(*layer), &lists))
        .collect();
    sheet.charts = vec![chart(&layers)];
    let births = table(snapshot, &at[1], &then, Ends::Births, asked.limit);
    let deaths = table(snapshot, &at[0], &then, Ends::Deaths, asked.limit);
    sheet.tables = vec![by_layer(layers), births, deaths];
    Ok(sheet.into())
}

/// One graph at two dates over the same nodes.
struct Then {
    actors: Vec<EntityIx>,
    graphs: [Graph; 2],
}

/// The places of two in the list of actors.
type Pair = (u32, u32);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Births,
    Deaths,
}

impl Then {
    fn new(at: [&TieMatrix; 2], lists: &impl Fn(EntityIx) -> bool) -> Self {
        let all: BTreeSet<EntityIx> = at.iter().flat_map(|both| both.matrix.actors.iter().copied()).collect();
        let actors: Vec<EntityIx> = all.into_iter().collect();
        let graphs = at.map(|both| over(&actors, &both.matrix, lists));
        Self { actors, graphs }
    }

    /// Pairs that came or went.
    fn pairs(&self, ends: Ends) -> Vec<Pair> {
        let (there, gone) = match ends {
            Ends::Births => (1, 0),
            Ends::Deaths => (0, 1),
        };
        only(&self.graphs[there], &self.graphs[gone])
    }

    /// How many ties there were at one of the two dates.
    fn ties(&self, at: usize) -> usize {
        self.graphs[at].edge_count()
    }

    fn lead(&self, first: &str, last: &str) -> String {
        say!("change-from-to", from = first, to = last, before = self.ties(0), after = self.ties(1))
    }

    /// What surely began in that span first, then what was first read of in it, then what went.
    fn moved(&self, began: &Beginnings, [first, last]: [&str; 2]) -> String {
        let (stated, first_seen) = (began.stated.len(), began.first_seen.len());
        let went = self.pairs(Ends::Deaths).len();
        let mut said = vec![say!("change-summary", from = first, to = last, began = stated, went = went)];
        if first_seen > 0 {
            said.push(say!("change-first-seen", n = first_seen));
        }
        crate::report::sentences(said)
    }

    fn nodes(&self, pair: Pair) -> (EntityIx, EntityIx) {
        (self.actors[pair.0 as usize], self.actors[pair.1 as usize])
    }

    fn measures(&self, snapshot: &Snapshot, at: [&TieMatrix; 2]) -> Vec<Indicator> {
        let moved = |ends: Ends| self.pairs(ends).len();
        let found = compared(&self.graphs[0], &self.graphs[1]);
        let [before, after] = at.map(|both| both.some_evidence(snapshot));
        let all: Vec<Evidence> = before.iter().chain(&after).cloned().collect();
        vec![
            Indicator::count(&say!("change-figure-ties-before"), self.ties(0), "pairs").by(before),
            Indicator::count(&say!("change-figure-ties-after"), self.ties(1), "pairs").by(after),
            Indicator::count(&say!("change-figure-came"), moved(Ends::Births), "pairs").by(self.evidence(
                snapshot,
                at,
                Ends::Births,
            )),
            Indicator::count(&say!("change-figure-went"), moved(Ends::Deaths), "pairs").by(self.evidence(
                snapshot,
                at,
                Ends::Deaths,
            )),
            Indicator::new(&say!("change-figure-jaccard"), found.jaccard, "share").by(all.iter().cloned()),
            Indicator::new(&say!("change-figure-turnover"), found.turnover, "share").by(all),
        ]
    }

    /// Some of the claims of what came or went.
    fn evidence(&self, snapshot: &Snapshot, at: [&TieMatrix; 2], ends: Ends) -> Vec<Evidence> {
        let both = match ends {
            Ends::Births => at[1],
            Ends::Deaths => at[0],
        };
        both.evidence_of_pairs(snapshot, self.pairs(ends).into_iter().map(|pair| self.nodes(pair)))
    }
}

/// The edges that one graph has and another has not.
fn only(has: &Graph, has_not: &Graph) -> Vec<Pair> {
    has.edges().filter(|(a, b)| !has_not.has_edge(*a, *b)).collect()
}

/// The ties of a selection over a list of actors, those with an end that is listed.
fn over(actors: &[EntityIx], matrix: &AffiliationMatrix, lists: &impl Fn(EntityIx) -> bool) -> Graph {
    let ends = |(a, b): (u32, u32)| (matrix.actors[a as usize], matrix.actors[b as usize]);
    let listed = matrix.ties().graph.edges().map(ends).filter(|(a, b)| lists(*a) || lists(*b));
    let links: Vec<(u32, u32)> = listed.map(|(a, b)| (place(actors, a), place(actors, b))).collect();
    Graph::from_links(actors.len(), &links).0
}

fn place(actors: &[EntityIx], actor: EntityIx) -> u32 {
    let number = actors.binary_search(&actor).expect("all actors of both dates are in the list");
    u32::try_from(number).expect("fewer than 2^32 entities")
}

/// Ties of one kind at two dates.
struct LayerChange {
    layer: Layer,
    before: usize,
    after: usize,
    came: usize,
    went: usize,
    turnover: Option<f64>,
    evidence: Vec<Evidence>,
}

impl LayerChange {
    fn new(
        snapshot: &Snapshot,
        at: &[TieMatrix; 2],
        layer: Layer,
        part: &Selection,
        lists: &impl Fn(EntityIx) -> bool,
    ) -> Self {
        let both =
            at.each_ref().map(|both| TieMatrix::of(snapshot, std::sync::Arc::clone(&both.timeslice), part));
        let then = Then::new([&both[0], &both[1]], lists);
        let moved =
            [Ends::Births, Ends::Deaths].map(|ends| then.evidence(snapshot, [&both[0], &both[1]], ends));
        let standing = both.each_ref().map(|both| both.some_evidence(snapshot));
        let evidence = moved.concat().into_iter().chain(standing.concat());
        Self {
            layer,
            before: then.ties(0),
            after: then.ties(1),
            came: then.pairs(Ends::Births).len(),
            went: then.pairs(Ends::Deaths).len(),
            turnover: compared(&then.graphs[0], &then.graphs[1]).turnover,
            evidence: evidence.take(2 * Figure::SHOWN).collect(),
        }
    }
}

fn by_layer(layers: Vec<LayerChange>) -> Table {
    let mut table = Table::new(
        "kinds",
        &say!("change-table-kinds"),
        &[
            ("kind", &say!("head-kind"), ""),
            ("before", &say!("head-before"), "pairs"),
            ("after", &say!("head-after"), "pairs"),
            ("came", &say!("head-came"), "pairs"),
            ("went", &say!("head-went"), "pairs"),
            ("turnover", &say!("head-turnover"), "share"),
        ],
    );
    table.note = say!("change-kinds-note");
    for one in layers {
        let counts = [one.before, one.after, one.came, one.went].map(|n| Cell::Count(n as u64));
        let kind = std::iter::once(one.layer.title().into());
        table.push(kind.chain(counts).chain([one.turnover.into()]).collect(), one.evidence);
    }
    table
}

/// Pairs that came or went.
fn table(snapshot: &Snapshot, both: &TieMatrix, then: &Then, ends: Ends, limit: usize) -> Table {
    let (id, title) = match ends {
        Ends::Births => ("came", say!("change-table-came")),
        Ends::Deaths => ("went", say!("change-table-went")),
    };
    let columns: &[Head<'_>] = &[
        ("a", &say!("head-city-a"), ""),
        ("b", &say!("head-city-b"), ""),
        ("through", &say!("head-meet-in"), ""),
    ];
    let mut table = Table::new(id, &title, columns);
    let pairs = then.pairs(ends);
    table.left_out = pairs.len().saturating_sub(limit) as u64;
    for pair in pairs.into_iter().take(limit) {
        let nodes = [pair.0, pair.1].map(|place| then.actors[place as usize]);
        let (through, evidence) = both.meeting(snapshot, nodes[0], nodes[1]);
        let [a, b] = nodes.map(|node| Cell::from(snapshot.refer(node)));
        table.push(vec![a, b, through.into()], evidence);
    }
    table
}

/// What came and what went of one kind of tie, as far as anything did.
fn dots(layer: &LayerChange) -> impl Iterator<Item = Dot> {
    let kind = layer.layer.title();
    let groups = [(say!("change-figure-came"), layer.came), (say!("change-figure-went"), layer.went)];
    groups.into_iter().filter(|(_, n)| *n > 0).map(move |(group, n)| {
        let label = say!("change-dot", kind = kind, group = group.as_str());
        Dot { group, ..Dot::plain(label, as_number(n as u64)) }
    })
}

fn chart(layers: &[LayerChange]) -> Chart {
    let rows: Vec<Dot> = layers.iter().flat_map(dots).collect();
    Chart {
        id: "came-and-went",
        title: say!("change-chart-came-and-went"),
        caption: say!("change-caption-came-and-went"),
        table: "kinds",
        picture: Picture::Bars { rows, unit: say!("axis-pairs") },
    }
}
