//! Which cities are active in every kind of tie, which depend on one, and how alike are the kinds?

use std::collections::BTreeSet;

use comity_graph::multiplex::{Spread, conditional, layer_jaccard, overlap_histogram, spread};
use comity_graph::{Graph, Layers};
use comity_messages::{message, say};
use comity_snapshot::timeslice::{AffiliationMatrix, Selection};
use comity_snapshot::{EntityIx, Layer, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, GraphArguments, LAYERS, LEVEL, OF, ROLL};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::questions::connectivity::tie_matrix::TieMatrix;
use crate::report::{Cell, Chart, Figure, Head, Indicator, Mark, MatrixCell, Method, Picture, Report, Table};

pub(crate) const QUESTION: Question = Question {
    id: "layers",
    title: message!("question-layers"),
    group: Group::Connectivity,
    help: message!("help-layers"),
    arguments: &[
        OF,
        AT,
        may(
            "each",
            Range::Word { of: &["kind", "issue"] },
            "a layer for each kind of thing, or for each issue area; kind if left out",
        ),
        LAYERS,
        LEVEL,
        ROLL,
        BOUND,
        LIMIT,
    ],
    example: &[("of", "united-states")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let each = arguments.word("each", LayerBy::read).unwrap_or(LayerBy::Kind);
    let asked = &GraphArguments::read(arguments)?;
    let mut about = asked.about(snapshot, say!("layers-heading"))?;
    let both = TieMatrix::new(snapshot, asked);
    if let Some(why) = asked.empty(&both.timeslice, both.matrix.ties().graph.edge_count()) {
        return Ok(Report::unanswerable(about, &why).into());
    }
    let parts = parts(snapshot, &both, &asked.selection, each);
    let multiplex = multiplex(snapshot, &both, &parts);
    if parts.len() < 2 {
        let why = match each {
            LayerBy::Kind => say!("layers-one-kind"),
            LayerBy::Issue => say!("layers-one-issue"),
        };
        return Ok(Report::unanswerable(about, &why).into());
    }
    about
        .methods
        .push(Method::new(&say!("layers-method"), "Battiston, Nicosia & Latora 2014, PRE 89:032804"));
    about.caveats.extend(both.too_large(snapshot));
    let lists = asked.lists(snapshot)?;
    let mut sheet = Report::new(about, lead(&multiplex));
    let evidence = both.some_evidence(snapshot);
    sheet.indicators = measures(&multiplex).into_iter().map(|one| one.by(evidence.iter().cloned())).collect();
    sheet.charts = vec![chart(&multiplex)];
    sheet.tables = vec![
        cities(snapshot, &both, &multiplex, &lists, asked.limit),
        alike(snapshot, &both, &multiplex),
        overlap(snapshot, &both, &multiplex),
    ];
    Ok(sheet.into())
}

/// What makes a layer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LayerBy {
    Kind,
    Issue,
}

impl LayerBy {
    fn read(text: &str) -> Option<Self> {
        match text {
            "kind" => Some(Self::Kind),
            "issue" => Some(Self::Issue),
            _ => None,
        }
    }
}

/// The multiplex over the rows of its whole, and how every row's ties spread over it.
struct Multiplex<'m> {
    whole: &'m AffiliationMatrix,
    layers: Layers,
    spread: Vec<Spread>,
}

/// The layers that tie anybody, by name.
fn parts(
    snapshot: &Snapshot,
    both: &TieMatrix,
    selection: &Selection,
    each: LayerBy,
) -> Vec<(String, Selection)> {
    let mut parts: Vec<(String, Selection)> = match each {
        LayerBy::Kind => {
            let part = |layer: &Layer| (layer.title().to_owned(), selection.layer(*layer));
            selection.layers.iter().map(part).collect()
        }
        LayerBy::Issue => {
            let things = both.matrix.things.iter();
            let issues: BTreeSet<&str> = things.flat_map(|thing| both.timeslice.issues(*thing)).collect();
            let part = |issue: &str| Selection { issue: Some(issue.to_owned()), ..selection.clone() };
            issues.into_iter().map(|issue| (issue.to_owned(), part(issue))).collect()
        }
    };
    parts.retain(|(_, part)| both.timeslice.matrix(snapshot, part).ties().graph.edge_count() > 0);
    parts
}

fn multiplex<'m>(snapshot: &Snapshot, both: &'m TieMatrix, parts: &[(String, Selection)]) -> Multiplex<'m> {
    let mut graphs = Vec::with_capacity(parts.len());
    for (name, part) in parts {
        let matrix = both.timeslice.matrix(snapshot, part);
        graphs.push((name.clone(), over(&both.matrix, &matrix)));
    }
    let layers = Layers::new(graphs);
    Multiplex { whole: &both.matrix, spread: spread(&layers), layers }
}

/// The ties of a part over the rows of the whole.
fn over(whole: &AffiliationMatrix, part: &AffiliationMatrix) -> Graph {
    let row = |row: u32| whole.row(part.actors[row as usize]).expect("a part has no actors of its own");
    let links: Vec<(u32, u32)> = part.ties().graph.edges().map(|(a, b)| (row(a), row(b))).collect();
    Graph::from_links(whole.actors.len(), &links).0
}

/// With ties of every kind.
fn everywhere(multiplex: &Multiplex<'_>) -> usize {
    multiplex.spread.iter().filter(|spread| spread.by_layer.iter().all(|ties| *ties > 0)).count()
}

/// With ties of one kind alone.
fn one_kind(multiplex: &Multiplex<'_>) -> usize {
    let one = |spread: &&Spread| spread.by_layer.iter().filter(|ties| **ties > 0).count() == 1;
    multiplex.spread.iter().filter(one).count()
}

fn lead(of: &Multiplex<'_>) -> String {
    say!(
        "layers-summary",
        places = of.whole.actors.len(),
        everywhere = everywhere(of),
        kinds = of.layers.len(),
        one = one_kind(of)
    )
}

fn measures(of: &Multiplex<'_>) -> Vec<Indicator> {
    vec![
        Indicator::count(&say!("figure-places-tied"), of.whole.actors.len(), "nodes"),
        Indicator::count(&say!("layers-figure-everywhere"), everywhere(of), "nodes"),
        Indicator::count(&say!("layers-figure-one-kind"), one_kind(of), "nodes"),
    ]
}

/// The most evenly spread first; who depends on one kind last, the most tied of them first.
fn cities(
    snapshot: &Snapshot,
    both: &TieMatrix,
    of: &Multiplex<'_>,
    lists: &impl Fn(EntityIx) -> bool,
    limit: usize,
) -> Table {
    let mut table = Table::new(
        "cities",
        &say!("layers-table-cities"),
        &[
            ("city", &say!("head-city"), ""),
            ("by_kind", &say!("head-partners-by-kind"), ""),
            ("participation", &say!("head-participation"), "0 to 1"),
            ("entropy", &say!("head-entropy"), "nats"),
            ("overlapping", &say!("head-overlapping"), "partners"),
            ("z", &say!("head-from-the-mean"), "deviations"),
            ("partners", &say!("head-different-partners"), "partners"),
        ],
    );
    let mut rows: Vec<u32> = (0..).take(of.whole.actors.len()).collect();
    rows.retain(|row| lists(of.whole.actors[*row as usize]) && of.spread[*row as usize].overlapping > 0);
    rows.sort_by(|a, b| {
        let [one, other] = [a, b].map(|row| &of.spread[*row as usize]);
        let [p, q] = [one, other].map(|spread| spread.participation.unwrap_or(0.0));
        q.total_cmp(&p).then(other.overlapping.cmp(&one.overlapping)).then(a.cmp(b))
    });
    table.left_out = rows.len().saturating_sub(limit) as u64;
    for row in rows.into_iter().take(limit) {
        let city = of.whole.actors[row as usize];
        let spread = &of.spread[row as usize];
        let cells = vec![
            snapshot.refer(city).into(),
            by_kind(of, spread).into(),
            spread.participation.into(),
            spread.entropy.into(),
            Cell::Count(u64::from(spread.overlapping)),
            spread.z.into(),
            Cell::Count(u64::from(spread.aggregated)),
        ];
        table.push(cells, of.whole.some_evidence(snapshot, &both.timeslice, row, Figure::SHOWN));
    }
    table
}

/// "Agreements 3, Networks 12".
fn by_kind(of: &Multiplex<'_>, spread: &Spread) -> String {
    let named = of.layers.iter().zip(&spread.by_layer).filter(|(_, ties)| **ties > 0);
    named.map(|((name, _), ties)| format!("{name} {ties}")).collect::<Vec<_>>().join(", ")
}

/// Every pair of kinds, with claims of pairs that both tie.
fn alike(snapshot: &Snapshot, both: &TieMatrix, of: &Multiplex<'_>) -> Table {
    let mut table = Table::new(
        "alike",
        &say!("layers-table-alike"),
        &[
            ("one", &say!("head-kind"), ""),
            ("other", &say!("head-and"), ""),
            ("jaccard", &say!("head-tied-in-both-of-those-in-either"), "share"),
            ("given_other", &say!("head-tied-in-the-first-of-those-in-the-second"), "share"),
            ("given_one", &say!("head-tied-in-the-second-of-those-in-the-first"), "share"),
        ],
    );
    let graphs: Vec<(&str, &Graph)> = of.layers.iter().collect();
    for (at, (one, x)) in graphs.iter().enumerate() {
        for (other, y) in &graphs[at + 1..] {
            let cells = vec![
                (*one).into(),
                (*other).into(),
                layer_jaccard(x, y).into(),
                conditional(x, y).into(),
                conditional(y, x).into(),
            ];
            let tied = x.edges().filter(|(a, b)| y.has_edge(*a, *b));
            table.push(cells, both.evidence_of_pairs(snapshot, tied.map(|pair| of.whole.ends(pair))));
        }
    }
    table
}

/// Pairs tied in exactly so many kinds.
fn overlap(snapshot: &Snapshot, both: &TieMatrix, of: &Multiplex<'_>) -> Table {
    let columns: &[Head<'_>] =
        &[("kinds", &say!("head-tied-in"), "kinds"), ("pairs", &say!("head-pairs"), "pairs")];
    let mut table = Table::new("overlap", &say!("layers-table-overlap"), columns);
    for (at, pairs) in overlap_histogram(&of.layers).into_iter().enumerate() {
        let kinds = |(a, b): (u32, u32)| of.layers.iter().filter(|(_, layer)| layer.has_edge(a, b)).count();
        let tied = of.whole.ties().graph.edges().filter(|pair| kinds(*pair) == at + 1);
        let evidence = both.evidence_of_pairs(snapshot, tied.map(|pair| of.whole.ends(pair)));
        table.push([at + 1, pairs].map(|n| Cell::Count(n as u64)).into(), evidence);
    }
    table
}

fn chart(of: &Multiplex<'_>) -> Chart {
    let graphs: Vec<(&str, &Graph)> = of.layers.iter().collect();
    let mut cells = Vec::new();
    for (row, (_, x)) in (0..).zip(&graphs) {
        for (column, (_, y)) in (0..).zip(&graphs) {
            let alike = layer_jaccard(x, y).filter(|share| *share > 0.0);
            cells.extend(alike.map(|weight| MatrixCell { row, column, weight, mark: Mark::Observed }));
        }
    }
    let names: Vec<String> = graphs.iter().map(|(name, _)| (*name).to_owned()).collect();
    Chart {
        id: "alike",
        title: say!("layers-chart-alike"),
        caption: say!("layers-chart-caption", names = wording::list(&names)),
        table: "alike",
        picture: Picture::Matrix { rows: names.clone(), columns: names, cells },
    }
}
