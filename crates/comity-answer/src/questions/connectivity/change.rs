//! What changed in the graph between two dates: ties that came, went and stayed?

use std::collections::BTreeSet;

use comity_graph::Graph;
use comity_graph::change::{Change, change as compared};
use comity_snapshot::timeslice::{AffiliationMatrix, Selection};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot};

use crate::answer::Answer;
use crate::arguments::graph::{GraphArguments, ISSUE, LAYERS, LEVEL, OF, ROLL};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{Group, LIMIT, Question, Range, need};
use crate::questions::connectivity::certain_possible::CertainPossible;
use crate::report::{At, Cell, Chart, Dot, Figure, Indicator, Method, Picture, Report, Table, share};

pub(crate) const QUESTION: Question = Question {
    id: "change",
    title: "What changed between two dates?",
    group: Group::Connectivity,
    help: "Ties that came, went and stayed, with the turnover of the graph and of each kind of tie",
    arguments: &[
        need("from", Range::Date, "the earlier time"),
        need("to", Range::Date, "the later one"),
        OF,
        LAYERS,
        ISSUE,
        LEVEL,
        ROLL,
        LIMIT,
    ],
    example: &[("from", "2010"), ("to", "2020"), ("of", "united-states"), ("layers", "networks")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    change(snapshot, arguments).map(Answer::Report)
}

/// One graph at two dates: what surely holds and what may, over the same nodes.
struct Then {
    actors: Vec<EntityIx>,
    certain: [Graph; 2],
    possible: [Graph; 2],
}

fn change(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Report, AskError> {
    let date = |name: &'static str| arguments.date(name).ok_or_else(|| arguments.missing(name));
    let (from, to): (At, At) = (date("from")?, date("to")?);
    let asked = GraphArguments { at: to.clone(), ..GraphArguments::read(arguments)? };
    let (first, last) = (from.words(), to.words());
    let mut about = asked.about(snapshot, format!("What changed from {first} to {last}"))?;
    let at =
        [&from, &to].map(|at| CertainPossible::of(snapshot, snapshot.timeslice(at.window), &asked.selection));
    let lists = asked.lists(snapshot)?;
    let then = Then::new([&at[0], &at[1]], &lists);
    let ties = then.possible.iter().map(Graph::edge_count).sum();
    if let Some(why) = asked.empty(&at[1].timeslice, ties) {
        return Ok(Report::unanswerable(about, &why));
    }
    about.methods.push(method());
    about.caveats.extend(at.iter().filter_map(|both| both.too_large(snapshot)).collect::<BTreeSet<_>>());
    about.caveats.push(
        "A tie without dates may hold on both days and changes nothing here; a list read once cannot tell what ended."
            .to_owned(),
    );
    let mut sheet = Report::new(about, then.lead(&first, &last));
    sheet.indicators = then.measures(snapshot, at.each_ref());
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
    Ok(sheet)
}

fn method() -> Method {
    Method::new(
        "A tie surely came if it is confirmed at the later date and cannot have held at the earlier; it may have come \
         if it may hold at the later and is not confirmed at the earlier; going is the same the other way round. \
         Jaccard: ties of both dates over those of either. Turnover: came and went over all ties of both dates. Both \
         are given for what may hold, with the least and greatest that the dates allow.",
        "Jaccard 1901; Diamond 1969, PNAS 64:57",
    )
}

/// The places of two in the list of actors.
type Pair = (u32, u32);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Births,
    Deaths,
}

impl Then {
    fn new(at: [&CertainPossible; 2], lists: &impl Fn(EntityIx) -> bool) -> Self {
        let all: BTreeSet<EntityIx> =
            at.iter().flat_map(|both| both.possible.actors.iter().copied()).collect();
        let actors: Vec<EntityIx> = all.into_iter().collect();
        let graph = |matrix: &AffiliationMatrix| over(&actors, matrix, lists);
        let [certain, possible] = [at.map(|both| graph(&both.certain)), at.map(|both| graph(&both.possible))];
        Self { actors, certain, possible }
    }

    /// Pairs that surely, and pairs that may have, come or gone.
    fn pairs(&self, ends: Ends) -> (BTreeSet<Pair>, Vec<Pair>) {
        let (there, gone) = match ends {
            Ends::Births => (1, 0),
            Ends::Deaths => (0, 1),
        };
        let sure = only(&self.certain[there], &self.possible[gone]);
        (sure.into_iter().collect(), only(&self.possible[there], &self.certain[gone]))
    }

    /// How many surely, and how many may have, come or gone.
    fn counts(&self, ends: Ends) -> [u64; 2] {
        let (sure, may) = self.pairs(ends);
        [sure.len() as u64, may.len() as u64]
    }

    /// How many ties there surely were, and may have been, at one of the two dates.
    fn ties(&self, at: usize) -> [u64; 2] {
        [&self.certain, &self.possible].map(|graphs| graphs[at].edge_count() as u64)
    }

    fn lead(&self, first: &str, last: &str) -> String {
        let [came, went] = [Ends::Births, Ends::Deaths].map(|ends| range(self.counts(ends)));
        format!("From {first} to {last}, {came} ties came and {went} went.")
    }

    fn measures(&self, snapshot: &Snapshot, at: [&CertainPossible; 2]) -> Vec<Indicator> {
        let ties = |at: usize| [&self.certain, &self.possible].map(|graphs| graphs[at].edge_count());
        let moved = |ends: Ends| self.counts(ends).map(|n| usize::try_from(n).unwrap_or(usize::MAX));
        let found = compared(&self.possible[0], &self.possible[1]);
        let (jaccard, turnover) = self.bounds(&found);
        let [before, after] = at.map(|both| both.some_evidence(snapshot));
        let all: Vec<Evidence> = before.iter().chain(&after).cloned().collect();
        vec![
            Indicator::both("ties before", ties(0), "pairs").by(before),
            Indicator::both("ties after", ties(1), "pairs").by(after),
            Indicator::both("came", moved(Ends::Births), "pairs").by(self.evidence(
                snapshot,
                at,
                Ends::Births,
            )),
            Indicator::both("went", moved(Ends::Deaths), "pairs").by(self.evidence(
                snapshot,
                at,
                Ends::Deaths,
            )),
            jaccard.by(all.iter().cloned()),
            turnover.by(all),
        ]
    }

    /// Some of the claims of what came or went.
    fn evidence(&self, snapshot: &Snapshot, at: [&CertainPossible; 2], ends: Ends) -> Vec<Evidence> {
        let both = match ends {
            Ends::Births => at[1],
            Ends::Deaths => at[0],
        };
        let nodes = |(a, b): Pair| (self.actors[a as usize], self.actors[b as usize]);
        both.evidence_of_pairs(snapshot, self.pairs(ends).1.into_iter().map(nodes))
    }

    /// Jaccard and turnover of what may hold, with the least and greatest that uncertain ties allow: an uncertain tie
    /// may have held at both dates, at one, or at none.
    fn bounds(&self, found: &Change) -> (Indicator, Indicator) {
        let stayed = compared(&self.certain[0], &self.certain[1]).kept;
        let (births, deaths) = (self.pairs(Ends::Births), self.pairs(Ends::Deaths));
        let moved_least = births.0.len() + deaths.0.len();
        let moved_most = births.1.into_iter().chain(deaths.1).collect::<BTreeSet<_>>().len();
        let share = |part: usize, whole: usize| share(part as u64, whole as u64).unwrap_or(0.0);
        let most_kept = found.kept;
        let jaccard = Indicator::new("Jaccard", found.jaccard, "share");
        let jaccard =
            jaccard.between(share(stayed, stayed + moved_most), share(most_kept, most_kept + moved_least));
        let turnover = Indicator::new("turnover", found.turnover, "share");
        let turnover = turnover.between(
            share(moved_least, 2 * most_kept + moved_least),
            share(moved_most, 2 * stayed + moved_most),
        );
        (jaccard, turnover)
    }
}

/// The edges that one graph has and another has not.
fn only(has: &Graph, has_not: &Graph) -> Vec<Pair> {
    has.edges().filter(|(a, b)| !has_not.has_edge(*a, *b)).collect()
}

fn range([certain, possible]: [u64; 2]) -> Cell {
    Cell::Range { certain, possible }
}

/// The ties of a selection over a list of actors, those with an end that is listed.
fn over(actors: &[EntityIx], matrix: &AffiliationMatrix, lists: &impl Fn(EntityIx) -> bool) -> Graph {
    let ends = |(a, b): (u32, u32)| (matrix.actors[a as usize], matrix.actors[b as usize]);
    let listed = matrix.ties().graph.edges().map(ends).filter(|(a, b)| lists(*a) || lists(*b));
    let links: Vec<(u32, u32)> = listed.map(|(a, b)| (number(actors, a), number(actors, b))).collect();
    Graph::from_links(actors.len(), &links).0
}

fn number(actors: &[EntityIx], actor: EntityIx) -> u32 {
    let number = actors.binary_search(&actor).expect("all actors of both dates are in the list");
    u32::try_from(number).expect("fewer than 2^32 entities")
}

/// Ties of one kind at two dates, each number surely and at most.
struct LayerChange {
    layer: Layer,
    before: [u64; 2],
    after: [u64; 2],
    came: [u64; 2],
    went: [u64; 2],
    turnover: Option<f64>,
    evidence: Vec<Evidence>,
}

impl LayerChange {
    fn new(
        snapshot: &Snapshot,
        at: &[CertainPossible; 2],
        layer: Layer,
        part: &Selection,
        lists: &impl Fn(EntityIx) -> bool,
    ) -> Self {
        let both = at
            .each_ref()
            .map(|both| CertainPossible::of(snapshot, std::sync::Arc::clone(&both.timeslice), part));
        let then = Then::new([&both[0], &both[1]], lists);
        let moved =
            [Ends::Births, Ends::Deaths].map(|ends| then.evidence(snapshot, [&both[0], &both[1]], ends));
        let standing = both.each_ref().map(|both| both.some_evidence(snapshot));
        let evidence = moved.concat().into_iter().chain(standing.concat());
        Self {
            layer,
            before: then.ties(0),
            after: then.ties(1),
            came: then.counts(Ends::Births),
            went: then.counts(Ends::Deaths),
            turnover: compared(&then.possible[0], &then.possible[1]).turnover,
            evidence: evidence.take(2 * Figure::SHOWN).collect(),
        }
    }
}

fn by_layer(layers: Vec<LayerChange>) -> Table {
    let mut table = Table::new(
        "kinds",
        "By kind of tie",
        &[
            ("kind", "Kind", ""),
            ("before", "Before", "pairs"),
            ("after", "After", "pairs"),
            ("came", "Came", "pairs"),
            ("went", "Went", "pairs"),
            ("turnover", "Turnover, with what may hold", "share"),
        ],
    );
    table.note.push_str("A pair that meets in things of several kinds counts in each.");
    for one in layers {
        let counts = [one.before, one.after, one.came, one.went].map(range);
        let kind = std::iter::once(one.layer.title().into());
        table.push(kind.chain(counts).chain([one.turnover.into()]).collect(), one.evidence);
    }
    table
}

/// Pairs that came or went, the sure ones first.
fn table(snapshot: &Snapshot, both: &CertainPossible, then: &Then, ends: Ends, limit: usize) -> Table {
    let (id, title) = match ends {
        Ends::Births => ("came", "Ties that came"),
        Ends::Deaths => ("went", "Ties that went"),
    };
    let columns = [("a", "One", ""), ("b", "and", ""), ("through", "meet in", ""), ("surely", "Surely", "")];
    let mut table = Table::new(id, title, &columns);
    table.note.push_str("Not surely: the dates leave it possible.");
    let (sure, mut pairs) = then.pairs(ends);
    pairs.sort_by_key(|pair| (!sure.contains(pair), *pair));
    table.left_out = pairs.len().saturating_sub(limit) as u64;
    for pair in pairs.into_iter().take(limit) {
        let nodes = [pair.0, pair.1].map(|place| then.actors[place as usize]);
        let (through, evidence) = both.meeting(snapshot, nodes[0], nodes[1]);
        let certain = if sure.contains(&pair) { "yes" } else { "no" };
        let [a, b] = nodes.map(|node| Cell::from(snapshot.refer(node)));
        table.push(vec![a, b, through.into(), certain.into()], evidence);
    }
    table
}

/// What came and what went of one kind of tie, as far as anything did.
fn dots(layer: &LayerChange) -> impl Iterator<Item = Dot> {
    let kind = layer.layer.title();
    [("came", layer.came), ("went", layer.went)].into_iter().filter(|(_, [_, possible])| *possible > 0).map(
        move |(group, [certain, possible])| {
            Dot::from_to(format!("{kind}, {group}"), certain, possible, group)
        },
    )
}

fn chart(layers: &[LayerChange]) -> Chart {
    let rows: Vec<Dot> = layers.iter().flat_map(dots).collect();
    Chart {
        id: "came-and-went",
        title: "Ties that came and went".to_owned(),
        caption: "For sure, and up to what the dates leave possible, by kind of tie.".to_owned(),
        table: "kinds",
        picture: Picture::Bars { rows, unit: "pairs".to_owned() },
    }
}
