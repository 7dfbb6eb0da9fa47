//! What changed in the graph between two dates: ties that came, went and stayed?

use std::collections::BTreeSet;

use comity_graph::Graph;
use comity_graph::change::{Change, change as compared};
use comity_snapshot::timeslice::{AffiliationMatrix, Selection};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot};

use crate::answer::Answer;
use crate::arguments::graph::{Asked, ISSUE, LAYERS, LEVEL, OF, ROLL};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{Group, LIMIT, Question, Range, need};
use crate::questions::connectivity::certain_possible::CertainPossible;
use crate::report::{At, Cell, Chart, Dot, Figure, Measure, Method, Picture, Sheet, Table};

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
    change(snapshot, arguments).map(Answer::Sheet)
}

/// One graph at two dates: what surely holds and what may, over the same nodes.
struct Then {
    actors: Vec<EntityIx>,
    certain: [Graph; 2],
    possible: [Graph; 2],
}

fn change(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Sheet, AskError> {
    let date = |name: &'static str| arguments.date(name).ok_or_else(|| arguments.missing(name));
    let (from, to): (At, At) = (date("from")?, date("to")?);
    let asked = Asked { at: to.clone(), ..Asked::read(arguments)? };
    let (first, last) = (from.words(), to.words());
    let mut about = asked.about(snapshot, format!("What changed from {first} to {last}"))?;
    let at =
        [&from, &to].map(|at| CertainPossible::of(snapshot, snapshot.timeslice(at.window), &asked.selection));
    let lists = asked.lists(snapshot)?;
    let then = Then::new([&at[0], &at[1]], &lists);
    let ties = then.possible.iter().map(Graph::edge_count).sum();
    if let Some(why) = asked.empty(&at[1].timeslice, ties) {
        return Ok(Sheet::cannot(about, &why));
    }
    about.methods.push(method());
    about.caveats.extend(at.iter().filter_map(|both| both.too_large(snapshot)).collect::<BTreeSet<_>>());
    about.caveats.push(
        "A tie without dates may hold on both days and changes nothing here; a list read once cannot tell what ended."
            .to_owned(),
    );
    let mut sheet = Sheet::new(about, then.lead(&first, &last));
    sheet.measures = then.measures(snapshot, at.each_ref());
    let layers = by_layer(snapshot, &at, &asked.selection, &lists);
    sheet.charts = vec![chart(&layers)];
    let births = table(snapshot, &at[1], &then, Ends::Births, asked.limit);
    let deaths = table(snapshot, &at[0], &then, Ends::Deaths, asked.limit);
    sheet.tables = vec![layers, births, deaths];
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
        let only = |has: &Graph, has_not: &Graph| {
            has.edges().filter(|(a, b)| !has_not.has_edge(*a, *b)).collect::<Vec<_>>()
        };
        let sure = only(&self.certain[there], &self.possible[gone]);
        (sure.into_iter().collect(), only(&self.possible[there], &self.certain[gone]))
    }

    fn lead(&self, first: &str, last: &str) -> String {
        let said = |ends: Ends| {
            let (sure, may) = self.pairs(ends);
            Cell::Range { certain: sure.len() as u64, possible: may.len() as u64 }
        };
        format!("From {first} to {last}, {} ties came and {} went.", said(Ends::Births), said(Ends::Deaths))
    }

    fn measures(&self, snapshot: &Snapshot, at: [&CertainPossible; 2]) -> Vec<Measure> {
        let ties = |at: usize| [&self.certain, &self.possible].map(|graphs| graphs[at].edge_count());
        let moved = |ends: Ends| {
            let (sure, may) = self.pairs(ends);
            [sure.len(), may.len()]
        };
        let found = compared(&self.possible[0], &self.possible[1]);
        let (jaccard, turnover) = self.bounds(&found);
        let [before, after] = at.map(|both| both.some_evidence(snapshot));
        let all: Vec<Evidence> = before.iter().chain(&after).cloned().collect();
        vec![
            Measure::both("ties before", ties(0), "pairs").by(before),
            Measure::both("ties after", ties(1), "pairs").by(after),
            Measure::both("came", moved(Ends::Births), "pairs").by(self.evidence(snapshot, at, Ends::Births)),
            Measure::both("went", moved(Ends::Deaths), "pairs").by(self.evidence(snapshot, at, Ends::Deaths)),
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
    fn bounds(&self, found: &Change) -> (Measure, Measure) {
        let stayed = compared(&self.certain[0], &self.certain[1]).kept;
        let (births, deaths) = (self.pairs(Ends::Births), self.pairs(Ends::Deaths));
        let moved_least = births.0.len() + deaths.0.len();
        let moved_most = births.1.into_iter().chain(deaths.1).collect::<BTreeSet<_>>().len();
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { count(part) / count(whole) };
        let most_kept = found.kept;
        let jaccard = Measure::new("Jaccard", found.jaccard, "share");
        let jaccard =
            jaccard.between(share(stayed, stayed + moved_most), share(most_kept, most_kept + moved_least));
        let turnover = Measure::new("turnover", found.turnover, "share");
        let turnover = turnover.between(
            share(moved_least, 2 * most_kept + moved_least),
            share(moved_most, 2 * stayed + moved_most),
        );
        (jaccard, turnover)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn count(n: usize) -> f64 {
    n as f64
}

/// The ties of a selection over a list of actors, those with an end that is listed.
fn over(actors: &[EntityIx], matrix: &AffiliationMatrix, lists: &impl Fn(EntityIx) -> bool) -> Graph {
    let ends = |(a, b): (u32, u32)| (matrix.actors[a as usize], matrix.actors[b as usize]);
    let place = |node: EntityIx| {
        let place = actors.binary_search(&node).expect("all actors of both dates are in the list");
        u32::try_from(place).expect("fewer than 2^32 entities")
    };
    let listed = matrix.ties().graph.edges().map(ends).filter(|(a, b)| lists(*a) || lists(*b));
    let links: Vec<(u32, u32)> = listed.map(|(a, b)| (place(a), place(b))).collect();
    Graph::from_links(actors.len(), &links).0
}

fn by_layer(
    snapshot: &Snapshot,
    at: &[CertainPossible; 2],
    selection: &Selection,
    lists: &impl Fn(EntityIx) -> bool,
) -> Table {
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
    for layer in &selection.layers {
        let part = selection.layer(*layer);
        let both = at
            .each_ref()
            .map(|both| CertainPossible::of(snapshot, std::sync::Arc::clone(&both.timeslice), &part));
        let then = Then::new([&both[0], &both[1]], lists);
        let moved =
            [Ends::Births, Ends::Deaths].map(|ends| then.evidence(snapshot, [&both[0], &both[1]], ends));
        let standing = both.each_ref().map(|both| both.some_evidence(snapshot));
        let proof = moved.concat().into_iter().chain(standing.concat());
        table.push(layer_cells(*layer, &then), proof.take(2 * Figure::SHOWN).collect());
    }
    table
}

fn layer_cells(layer: Layer, then: &Then) -> Vec<Cell> {
    let ties = |at: usize| Cell::Range {
        certain: then.certain[at].edge_count() as u64,
        possible: then.possible[at].edge_count() as u64,
    };
    let moved = |ends: Ends| {
        let (sure, may) = then.pairs(ends);
        Cell::Range { certain: sure.len() as u64, possible: may.len() as u64 }
    };
    let turnover = compared(&then.possible[0], &then.possible[1]).turnover;
    vec![layer.title().into(), ties(0), ties(1), moved(Ends::Births), moved(Ends::Deaths), turnover.into()]
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

fn chart(layers: &Table) -> Chart {
    let dots = |row: &crate::report::Row| {
        let dot = |column: usize, group: &str| {
            let Cell::Range { certain, possible } = row.cells[column] else { return None };
            #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
            let (low, high) = (certain as f64, possible as f64);
            let label = format!("{}, {group}", row.cells[0]);
            (possible > 0).then(|| Dot {
                label,
                value: low,
                low: Some(low),
                high: Some(high),
                group: group.to_owned(),
            })
        };
        [dot(3, "came"), dot(4, "went")]
    };
    let rows: Vec<Dot> = layers.rows.iter().flat_map(dots).flatten().collect();
    Chart {
        id: "came-and-went",
        title: "Ties that came and went".to_owned(),
        caption: "For sure, and up to what the dates leave possible, by kind of tie.".to_owned(),
        table: "kinds",
        picture: Picture::Bars { rows, unit: "pairs".to_owned() },
    }
}
