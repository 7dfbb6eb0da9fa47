//! Which cities are connected most, by every measure of it, and do the measures agree?

mod confidence;

use comity_graph::rank::kendall;
use comity_messages::{Message, listed as listed_names, message, say};
use comity_snapshot::timeslice::{AffiliationMatrix, Centrality, CentralityMeasure};
use comity_snapshot::{EntityIx, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, GraphArguments, ISSUE, LAYERS, LEVEL, OF, ROLL, WEIGHTS};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::questions::connectivity::tie_matrix::TieMatrix;
use crate::report::{Cell, Chart, Dot, Figure, Head, Method, Picture, Report, Table};

pub(crate) const QUESTION: Question = Question {
    id: "connected",
    title: message!("question-connected"),
    group: Group::Connectivity,
    help: message!("help-connected"),
    arguments: &[
        OF,
        AT,
        may(
            "by",
            Range::Word {
                of: &[
                    "degree",
                    "betweenness",
                    "harmonic",
                    "eigenvector",
                    "pagerank",
                    "taylor",
                    "taylor_unweighted",
                ],
            },
            "the measure in whose order they are listed; degree if left out",
        ),
        LAYERS,
        ISSUE,
        LEVEL,
        ROLL,
        WEIGHTS,
        BOUND,
        LIMIT,
    ],
    example: &[("of", "united-states"), ("layers", "agreements,networks"), ("by", "betweenness")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let by = arguments.word("by", CentralityMeasure::read).unwrap_or(CentralityMeasure::Degree);
    let asked = &GraphArguments::read(arguments)?;
    let of = snapshot.require_any(asked.of.as_ref())?;
    let title = match of {
        Some(node) => say!("connected-heading-in", place = snapshot.name(node)),
        None => say!("connected-heading"),
    };
    let mut about = asked.about(snapshot, title)?;
    let both = TieMatrix::new(snapshot, asked);
    if let Some(why) = asked.empty(&both.timeslice, both.matrix.ties().graph.edge_count()) {
        return Ok(Report::unanswerable(about, &why).into());
    }
    about.methods.extend(methods());
    about.caveats.extend(caveats(snapshot, &both));
    let lists = asked.lists(snapshot)?;
    let listed = listed(&both.matrix, by, &lists);
    let shown = listed.get(..asked.limit).unwrap_or(&listed);
    let mut sheet = Report::new(about, lead(snapshot, &both, by, &listed));
    sheet.indicators = both.size(snapshot);
    sheet.charts.push(chart(snapshot, &both, by, shown));
    let mut cities = table(snapshot, &both, by, shown);
    cities.left_out = (listed.len() - shown.len()) as u64;
    sheet.tables = vec![cities, agreement(&both)];
    match confidence::table(&both) {
        Some(table) => sheet.tables.push(table),
        None => sheet.about.caveats.push(say!("connected-no-confidence")),
    }
    sheet.tables.push(weights(asked));
    Ok(sheet.into())
}

fn methods() -> Vec<Method> {
    vec![
        Method::new(
            &say!("connected-method"),
            "Freeman 1977; Brandes 2001; Boldi & Vigna 2014; Bonacich 1972; Brin & Page 1998",
        ),
        Method::new(
            &say!("connected-method-taylor"),
            "Taylor 2001, Geographical Analysis 33:181; Neal 2012, GaWC RB 379",
        ),
    ]
}

/// What the ties leave out, and what was sampled.
fn caveats(snapshot: &Snapshot, both: &TieMatrix) -> Vec<String> {
    let mut caveats: Vec<String> = both.too_large(snapshot).into_iter().collect();
    if let Some(pairs) = both.matrix.central().sampled {
        caveats.push(say!("connected-sampled", pairs = pairs));
    }
    caveats
}

/// The rows asked about, the most central first.
fn listed(matrix: &AffiliationMatrix, by: CentralityMeasure, lists: &impl Fn(EntityIx) -> bool) -> Vec<u32> {
    matrix.central().order(by).into_iter().filter(|row| lists(matrix.actors[*row as usize])).collect()
}

/// Where each measure stands.
fn table(snapshot: &Snapshot, both: &TieMatrix, by: CentralityMeasure, rows: &[u32]) -> Table {
    let heads = [say!("head-city"), say!("head-meets-others-in"), say!("head-to-check")];
    let mut columns: Vec<Head<'_>> =
        vec![("city", &heads[0], ""), ("things", &heads[1], "things"), ("waiting", &heads[2], "claims")];
    columns.push(("degree", CentralityMeasure::Degree.title(), CentralityMeasure::Degree.unit()));
    let measured = &CentralityMeasure::ALL[1..];
    columns.extend(measured.iter().map(|by| (by.word(), by.title(), by.unit())));
    let error = say!("head-error-95");
    columns.push(("betweenness_error", &error, "pairs"));
    let title = say!("connected-table-cities", measure = by.title());
    let mut table = Table::new("cities", &title, &columns);
    table.note = say!("connected-note");
    for row in rows {
        let evidence = both.matrix.some_evidence(snapshot, &both.timeslice, *row, Figure::SHOWN);
        table.push(cells(snapshot, both, *row, measured), evidence);
    }
    table
}

fn cells(snapshot: &Snapshot, both: &TieMatrix, row: u32, measured: &[CentralityMeasure]) -> Vec<Cell> {
    let (city, at) = (both.matrix.actors[row as usize], row as usize);
    let central = both.matrix.central();
    let mut cells: Vec<Cell> = vec![
        snapshot.refer(city).into(),
        Cell::Count(both.matrix.table.of_actor(row).len() as u64),
        Cell::Count(both.matrix.behind(row).map(|node| snapshot.open_about(node)).sum()),
        Cell::Count(u64::from(central.degree[at])),
    ];
    cells.extend(measured.iter().map(|by| Cell::from(central.value(*by, row))));
    cells.push(central.sampled.map(|_| central.betweenness[at].error).into());
    cells
}

fn lead(snapshot: &Snapshot, both: &TieMatrix, by: CentralityMeasure, rows: &[u32]) -> String {
    let cities = rows.iter().take(3).map(|row| both.matrix.actors[*row as usize]);
    let first: Vec<String> = cities.map(|city| snapshot.name(city)).collect();
    match first.as_slice() {
        [] => say!("connected-nobody"),
        [first] => first_of(by, first, both.matrix.central().degree[rows[0] as usize]),
        [first, next @ ..] => {
            let said = first_of(by, first, both.matrix.central().degree[rows[0] as usize]);
            if by == CentralityMeasure::Betweenness && is_too_close(both.matrix.central(), rows) {
                return say!("connected-too-close", said = said);
            }
            say!("connected-next", said = said, n = next.len(), names = listed_names(next.iter().cloned()))
        }
    }
}

/// What being first by a measure means, in a sentence.
fn first_of(by: CentralityMeasure, first: &str, partners: u32) -> String {
    match by {
        CentralityMeasure::Degree => say!("connected-degree", first = first, value = partners),
        CentralityMeasure::Betweenness => say!("connected-between", first = first),
        CentralityMeasure::Harmonic => say!("connected-closeness", first = first),
        CentralityMeasure::Eigenvector => say!("connected-eigenvector", first = first),
        CentralityMeasure::PageRank => say!("connected-pagerank", first = first),
        CentralityMeasure::Interlocking => say!("connected-role", first = first),
        CentralityMeasure::Presence => say!("connected-presence", first = first),
    }
}

/// Whether the error of an estimate exceeds the gap between one of the first places and the next.
fn is_too_close(central: &Centrality, rows: &[u32]) -> bool {
    let value = |row: &u32| central.betweenness[*row as usize];
    let first: Vec<_> = rows.iter().take(4).map(value).collect();
    central.sampled.is_some()
        && first.windows(2).any(|pair| pair[0].value - pair[1].value < pair[0].error.max(pair[1].error))
}

/// `None` where the measure is not defined.
fn bar(snapshot: &Snapshot, both: &TieMatrix, by: CentralityMeasure, row: u32) -> Option<Dot> {
    let city = snapshot.refer(both.matrix.actors[row as usize]);
    Some(Dot::plain(city.full(), both.matrix.central().value(by, row)?))
}

fn chart(snapshot: &Snapshot, both: &TieMatrix, by: CentralityMeasure, cities: &[u32]) -> Chart {
    let rows: Vec<Dot> = cities.iter().take(SHOWN).filter_map(|row| bar(snapshot, both, by, *row)).collect();
    Chart {
        id: "most-connected",
        title: by.title().to_owned(),
        caption: say!("connected-chart-caption", n = rows.len()),
        table: "cities",
        picture: Picture::Bars { rows, unit: by.unit().to_owned() },
    }
}

/// Whence figures of the whole graph come.
const FROM_ALL: Message = message!("connected-from-all");

/// Bars of the picture.
const SHOWN: usize = 20;

/// Kendall's τ of every pair of measures.
fn agreement(both: &TieMatrix) -> Table {
    let table = Table::new(
        "agreement",
        &say!("connected-table-agreement"),
        &[
            ("one", &say!("head-measure"), ""),
            ("other", &say!("head-and"), ""),
            ("tau", &say!("head-agreement"), "Kendall's τ"),
        ],
    );
    let mut table = table.computed_from(&FROM_ALL.text());
    table.note = say!("connected-agreement-note");
    for (at, one) in CentralityMeasure::ALL.into_iter().enumerate() {
        for other in &CentralityMeasure::ALL[at + 1..] {
            let cells = vec![
                one.title().into(),
                other.title().into(),
                agree(both.matrix.central(), one, *other).into(),
            ];
            table.push(cells, Vec::new());
        }
    }
    table
}

fn agree(central: &Centrality, one: CentralityMeasure, other: CentralityMeasure) -> Option<f64> {
    let both = central.values(one).into_iter().zip(central.values(other));
    let (one, other): (Vec<f64>, Vec<f64>) = both.filter_map(|(a, b)| Some((a?, b?))).unzip();
    kendall(&one, &other)
}

/// The weights are data: shown with every answer that uses them.
fn weights(asked: &GraphArguments) -> Table {
    let table = Table::new(
        "weights",
        &say!("connected-table-weights"),
        &[("role", &say!("head-role"), ""), ("weight", &say!("head-weight"), "")],
    );
    let mut table = table.computed_from(&say!("connected-weights-from"));
    table.note = say!("connected-weights-note");
    for (role, weight) in asked.selection.weights.rows() {
        table.push(vec![wording::spoken(role).into(), weight.into()], Vec::new());
    }
    table
}
