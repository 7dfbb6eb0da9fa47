//! Which groups of cities hold together, and do they follow country, issue or backer?

mod follow;

use comity_graph::leiden::{Communities, spread};
use comity_messages::{message, range, say};
use comity_snapshot::timeslice::AffiliationMatrix;
use comity_snapshot::{EntityIx, Snapshot};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, GraphArguments, ISSUE, LAYERS, LEVEL, ROLL};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::questions::connectivity::tie_matrix::{TieMatrix, countries, some_names};
use crate::report::{Cell, Figure, Indicator, Method, Report, Table};

/// A run over 28,000 ties takes 0.1 s (bench/graph), and both graphs are run: 20 seeds are no more than 4 s. How much runs vary
/// shows in fewer.
const SEEDS: Range = Range::Whole { least: 1, most: 20 };

pub(crate) const QUESTION: Question = Question {
    id: "communities",
    title: message!("question-communities"),
    group: Group::Connectivity,
    help: message!("help-communities"),
    arguments: &[
        AT,
        LAYERS,
        may("seeds", SEEDS, "how many runs; 10 if left out"),
        ISSUE,
        LEVEL,
        ROLL,
        BOUND,
        LIMIT,
    ],
    example: &[("layers", "agreements"), ("at", "2016")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let seeds = arguments.whole("seeds").unwrap_or(10);
    let asked = &GraphArguments::read(arguments)?;
    let mut about = asked.about(snapshot, say!("communities-heading"))?;
    let both = TieMatrix::new(snapshot, asked);
    let graph = &both.matrix.ties().graph;
    if let Some(why) = asked.empty(&both.timeslice, graph.edge_count()) {
        return Ok(Report::unanswerable(about, &why).into());
    }
    about.methods.extend(methods(seeds));
    about.caveats.extend(both.too_large(snapshot));
    about.caveats.push(say!("communities-caveat"));
    let seeds: Vec<u64> = (1..=seeds).collect();
    let runs = spread(graph, &seeds);
    let best = best(&runs);
    let mut sheet = Report::new(about, lead(best, &runs, &both.matrix));
    let evidence = both.some_evidence(snapshot);
    sheet.indicators =
        measures(&both.matrix, &runs).into_iter().map(|one| one.by(evidence.iter().cloned())).collect();
    let follow = follow::tables(snapshot, &both, best.modularity);
    sheet.tables = vec![groups(snapshot, &both, best, asked.limit), follow.table];
    sheet.tables.extend(follow.mixing);
    sheet.charts.extend(follow.chart);
    Ok(sheet.into())
}

fn methods(seeds: u64) -> Vec<Method> {
    vec![
        Method::new(
            &say!("communities-method-groups", seeds = seeds),
            "Traag, Waltman & van Eck 2019, Scientific Reports 9:5233; Newman & Girvan 2004, PRE 69:026113",
        ),
        Method::new(&say!("communities-method"), "Newman 2003, PRE 67:026126; Krackhardt & Stern 1988"),
    ]
}

/// The run of the greatest modularity; of equals the first.
fn best(runs: &[Communities]) -> &Communities {
    runs.iter().max_by(|a, b| by_modularity(a, b)).expect("there is a run for each seed, and a seed at least")
}

/// Of equals, the one drawn first is the better.
fn by_modularity(a: &Communities, b: &Communities) -> std::cmp::Ordering {
    let value = |run: &Communities| run.modularity.unwrap_or(0.0);
    value(a).total_cmp(&value(b)).then(b.seed.cmp(&a.seed))
}

/// Communities of two and more.
fn real(run: &Communities) -> usize {
    sizes(run).into_iter().filter(|size| *size > 1).count()
}

fn sizes(run: &Communities) -> Vec<usize> {
    let mut sizes = vec![0; run.count];
    for group in &run.of {
        sizes[*group as usize] += 1;
    }
    sizes
}

fn lead(best: &Communities, runs: &[Communities], matrix: &AffiliationMatrix) -> String {
    let counts = runs.iter().map(real);
    let (least, most) = (counts.clone().min().unwrap_or(0), counts.max().unwrap_or(0));
    let found = say!("communities-summary", n = real(best), places = matrix.actors.len());
    if least == most {
        return found;
    }
    say!("communities-runs", said = found, range = range(least as u64, most as u64))
}

fn measures(matrix: &AffiliationMatrix, runs: &[Communities]) -> Vec<Indicator> {
    let quality: Vec<f64> = runs.iter().filter_map(|run| run.modularity).collect();
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    let counts: Vec<f64> = runs.iter().map(|run| real(run) as f64).collect();
    vec![
        Indicator::count(&say!("figure-places-tied"), matrix.actors.len(), "nodes"),
        over(&say!("communities-figure-modularity"), "share of ties", &quality),
        over(&say!("communities-figure-groups"), "groups", &counts),
    ]
}

fn over(label: &str, unit: &str, values: &[f64]) -> Indicator {
    let best = values.iter().copied().max_by(f64::total_cmp);
    let worst = values.iter().copied().min_by(f64::total_cmp);
    let measure = Indicator::new(label, best, unit);
    match (worst, best) {
        (Some(worst), Some(best)) => measure.between(worst, best),
        _ => measure,
    }
}

fn groups(snapshot: &Snapshot, both: &TieMatrix, run: &Communities, limit: usize) -> Table {
    let mut table = Table::new(
        "groups",
        &say!("communities-table-groups"),
        &[
            ("group", &say!("head-group"), ""),
            ("members", &say!("head-members"), ""),
            ("countries", &say!("head-countries"), "most first"),
            ("centre", &say!("head-most-connected-in-it"), ""),
            ("within", &say!("head-ties-within"), "pairs"),
            ("out", &say!("head-ties-out-of-it"), "pairs"),
        ],
    );
    table.note = say!("communities-note", seed = run.seed.to_string());
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); run.count];
    for (row, group) in (0..).zip(&run.of) {
        members[*group as usize].push(row);
    }
    members.retain(|rows| rows.len() > 1);
    members.sort_by_key(|rows| (std::cmp::Reverse(rows.len()), rows.first().copied()));
    table.left_out = members.len().saturating_sub(limit) as u64;
    for (place, rows) in members.into_iter().enumerate().take(limit) {
        table.push(group_cells(snapshot, both, run, place, &rows), evidence(snapshot, both, &rows));
    }
    table
}

fn group_cells(
    snapshot: &Snapshot,
    both: &TieMatrix,
    run: &Communities,
    place: usize,
    rows: &[u32],
) -> Vec<Cell> {
    let graph = &both.matrix.ties().graph;
    let own = run.of[rows[0] as usize];
    let ends = rows.iter().flat_map(|row| graph.neighbours(*row));
    let (inside, outside): (Vec<&u32>, Vec<&u32>) = ends.partition(|other| run.of[**other as usize] == own);
    vec![
        Cell::Count(place as u64 + 1),
        Cell::Count(rows.len() as u64),
        countries(snapshot, rows.iter().map(|row| both.matrix.actors[*row as usize])).into(),
        centre(snapshot, both, rows).into(),
        Cell::Count(inside.len() as u64 / 2),
        Cell::Count(outside.len() as u64),
    ]
}

fn centre(snapshot: &Snapshot, both: &TieMatrix, rows: &[u32]) -> String {
    let graph = &both.matrix.ties().graph;
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| (std::cmp::Reverse(graph.degree(*row)), *row));
    let first: Vec<EntityIx> = rows.iter().map(|row| both.matrix.actors[*row as usize]).collect();
    some_names(snapshot, &first)
}

/// Claims of its most connected members.
fn evidence(snapshot: &Snapshot, both: &TieMatrix, rows: &[u32]) -> Vec<comity_snapshot::Evidence> {
    let graph = &both.matrix.ties().graph;
    let first = rows.iter().max_by_key(|row| (graph.degree(**row), std::cmp::Reverse(**row)));
    first
        .map(|row| both.matrix.some_evidence(snapshot, &both.timeslice, *row, Figure::SHOWN))
        .unwrap_or_default()
}
