//! Are the cities that somebody names the most connected ones of their country, and by which measures are they not?

use comity_messages::{listed, message, say};
use comity_model::{EntityId, Statement};
use comity_snapshot::timeslice::{AffiliationMatrix, CentralityMeasure};
use comity_snapshot::{EntityIx, Evidence, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, GraphArguments, ISSUE, LAYERS, LEVEL, WEIGHTS};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::questions::connectivity::tie_matrix::TieMatrix;
use crate::report::{Cell, Chart, Figure, Head, Indicator, Mark, MatrixCell, Method, Picture, Report, Table};

pub(crate) const QUESTION: Question = Question {
    id: "ranking",
    title: message!("question-ranking"),
    group: Group::Connectivity,
    help: message!("help-ranking"),
    arguments: &[
        may(
            "statement",
            Range::Text { of: "the label or number of a statement on file, such as S48" },
            "a statement that names them",
        ),
        may("cities", Range::Entities { most: 100 }, "or the cities themselves"),
        may("of", Range::Entity, "the country or state; the country they share if left out"),
        AT,
        LAYERS,
        ISSUE,
        LEVEL,
        WEIGHTS,
        BOUND,
        LIMIT,
    ],
    example: &[("statement", "S48")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let asked = GraphArguments::read(arguments)?;
    let named = named(snapshot, arguments)?;
    let asked = GraphArguments { of: Some(snapshot.entity(named.place).id.clone()), ..asked };
    let cities: Vec<String> = named.cities.iter().map(|city| snapshot.name(*city)).collect();
    let (top, place) = (named.cities.len(), snapshot.name(named.place));
    let mut about = asked.about(
        snapshot,
        say!("ranking-heading", cities = wording::list(&cities), top = top, place = place),
    )?;
    let both = TieMatrix::new(snapshot, &asked);
    if let Some(why) = asked.empty(&both.timeslice, both.matrix.ties().graph.edge_count()) {
        return Ok(Report::unanswerable(about, &why).into());
    }
    about.methods.push(Method::new(&say!("ranking-method"), "Taylor 2001; Freeman 1977; Brin & Page 1998"));
    about.caveats.extend(both.too_large(snapshot));
    about.caveats.push(say!("ranking-caveat"));
    let lists = asked.lists(snapshot)?;
    let ranks = Ranks::of(&both.matrix, &lists);
    let mut sheet = Report::new(about, lead(snapshot, &ranks, &named));
    let cities = by_city(snapshot, &both, &ranks, &named);
    let claims: Vec<Evidence> =
        cities.rows.iter().flat_map(|row| row.evidence.iter().take(2).cloned()).collect();
    sheet.indicators = vec![agreeing(&ranks, &named).by(claims)];
    sheet.charts = vec![chart(snapshot, &ranks, &named)];
    sheet.tables = vec![by_measure(snapshot, &ranks, &named), cities];
    Ok(sheet.into())
}

/// The cities named, by whom, and where they are looked for.
struct CityNames {
    cities: Vec<EntityIx>,
    place: EntityIx,
    said: Vec<Evidence>,
}

fn named(snapshot: &Snapshot, arguments: &Arguments<'_>) -> Result<CityNames, AskError> {
    let statement = arguments.some_statement("statement")?;
    let given = arguments.entities("cities")?;
    let place = arguments.some_entity("of")?;
    let (cities, said) = match statement {
        Some(statement) if given.is_empty() => {
            (cities_of(snapshot, statement), vec![snapshot.evidence_of_statement(statement)])
        }
        _ => (nodes(snapshot, &given)?, Vec::new()),
    };
    let shared = || cities.first().and_then(|city| snapshot.nation(*city));
    let place = match place {
        Some(id) => Some(snapshot.require(&id)?),
        None => shared(),
    };
    match place.filter(|_| !cities.is_empty()) {
        Some(place) => Ok(CityNames { cities, place, said }),
        None => Err(arguments.missing(if cities.is_empty() { "cities" } else { "of" })),
    }
}

fn nodes(snapshot: &Snapshot, ids: &[EntityId]) -> Result<Vec<EntityIx>, AskError> {
    let mut nodes = ids.iter().map(|id| snapshot.require(id)).collect::<Result<Vec<_>, _>>()?;
    nodes.sort_unstable();
    nodes.dedup();
    Ok(nodes)
}

/// The polities a statement names, countries left out.
fn cities_of(snapshot: &Snapshot, statement: &Statement) -> Vec<EntityIx> {
    let mentioned = snapshot.mentioned_in(statement).into_iter();
    mentioned.filter(|node| is_below_nation(snapshot.entity(*node))).collect()
}

fn is_below_nation(entity: &comity_model::Entity) -> bool {
    entity.kind == comity_model::EntityKind::Polity && !entity.is(comity_model::Level::Nation)
}

/// The cities of the country by each measure.
struct Ranks {
    /// In the order of [`CentralityMeasure::ALL`]: every city that is listed with its rank, best first.
    by: Vec<Vec<(EntityIx, u32)>>,
}

impl Ranks {
    fn of(matrix: &AffiliationMatrix, lists: &impl Fn(EntityIx) -> bool) -> Self {
        Self { by: CentralityMeasure::ALL.map(|by| ranked(matrix, by, lists)).into() }
    }

    /// `None`: it has no tie.
    fn rank(&self, by: usize, city: EntityIx) -> Option<u32> {
        self.by[by].iter().find(|(node, _)| *node == city).map(|(_, rank)| *rank)
    }

    fn hold(&self, by: usize, named: &CityNames) -> bool {
        self.missing(by, named).is_empty()
    }

    /// Named cities that are not among the top n.
    fn missing(&self, by: usize, named: &CityNames) -> Vec<(EntityIx, Option<u32>)> {
        let top = u32::try_from(named.cities.len()).unwrap_or(u32::MAX);
        let ranked = named.cities.iter().map(|city| (*city, self.rank(by, *city)));
        ranked.filter(|(_, rank)| rank.is_none_or(|rank| rank > top)).collect()
    }

    /// Cities among the top n.
    fn top(&self, by: usize, named: &CityNames) -> impl Iterator<Item = EntityIx> {
        let top = u32::try_from(named.cities.len()).unwrap_or(u32::MAX);
        self.by[by].iter().take_while(move |(_, rank)| *rank <= top).map(|(node, _)| *node)
    }
}

/// Those listed with their ranks by one measure; equals share the first of theirs.
fn ranked(
    matrix: &AffiliationMatrix,
    by: CentralityMeasure,
    lists: &impl Fn(EntityIx) -> bool,
) -> Vec<(EntityIx, u32)> {
    let central = matrix.central();
    let rows = central.order(by).into_iter().filter(|row| lists(matrix.actors[*row as usize]));
    let mut ranked: Vec<(EntityIx, u32)> = Vec::new();
    let mut last = None;
    for (before, row) in (0..).zip(rows) {
        let value = central.value(by, row);
        let rank = match ranked.last() {
            Some((_, rank)) if last == Some(value) => *rank,
            _ => before + 1,
        };
        last = Some(value);
        ranked.push((matrix.actors[row as usize], rank));
    }
    ranked
}

fn holding(ranks: &Ranks, named: &CityNames) -> usize {
    (0..CentralityMeasure::ALL.len()).filter(|by| ranks.hold(*by, named)).count()
}

fn lead(snapshot: &Snapshot, ranks: &Ranks, named: &CityNames) -> String {
    say!(
        "ranking-summary",
        holds = holding(ranks, named),
        measures = CentralityMeasure::ALL.len(),
        cities = listed(named.cities.iter().map(|city| snapshot.name(*city))),
        top = named.cities.len(),
        place = snapshot.name(named.place)
    )
}

fn agreeing(ranks: &Ranks, named: &CityNames) -> Indicator {
    let measure = Indicator::count(&say!("ranking-figure"), holding(ranks, named), "of 7");
    measure.by(named.said.iter().cloned())
}

fn by_measure(snapshot: &Snapshot, ranks: &Ranks, named: &CityNames) -> Table {
    let mut table = Table::new(
        "measures",
        &say!("ranking-table-measures"),
        &[
            ("measure", &say!("head-measure"), ""),
            ("holds", &say!("head-holds"), ""),
            ("top", &say!("head-the-top"), ""),
            ("not_in_it", &say!("head-named-but-not-in-it"), "rank"),
        ],
    );
    for (at, by) in CentralityMeasure::ALL.into_iter().enumerate() {
        let top: Vec<String> = ranks.top(at, named).map(|city| snapshot.name(city)).collect();
        let missing = ranks.missing(at, named).into_iter();
        let missing: Vec<String> = missing.map(|(city, rank)| name_and_rank(snapshot, city, rank)).collect();
        let cells = vec![
            by.title().into(),
            Cell::yes_or_no(ranks.hold(at, named)),
            top.join(", ").into(),
            missing.join(", ").into(),
        ];
        table.push(cells, named.said.clone());
    }
    table
}

fn name_and_rank(snapshot: &Snapshot, city: EntityIx, rank: Option<u32>) -> String {
    match rank {
        Some(rank) => say!("ranking-city-rank", city = snapshot.name(city), rank = rank),
        None => say!("ranking-city-untied", city = snapshot.name(city)),
    }
}

fn by_city(snapshot: &Snapshot, both: &TieMatrix, ranks: &Ranks, named: &CityNames) -> Table {
    let city = say!("head-city");
    let mut columns: Vec<Head<'_>> = vec![("city", &city, "")];
    columns.extend(CentralityMeasure::ALL.iter().map(|by| (by.word(), by.title(), "rank")));
    let mut table = Table::new("ranks", &say!("ranking-table-ranks"), &columns);
    table.note = say!("ranking-ranks-note");
    for city in &named.cities {
        let mut cells: Vec<Cell> = vec![snapshot.refer(*city).into()];
        cells.extend(CentralityMeasure::ALL.map(|by| rank_by(ranks, by, *city).into()));
        let row = both.matrix.row(*city);
        let evidence =
            row.map(|row| both.matrix.some_evidence(snapshot, &both.timeslice, row, Figure::SHOWN));
        table.push(cells, evidence.unwrap_or_default());
    }
    table
}

fn rank_by(ranks: &Ranks, by: CentralityMeasure, city: EntityIx) -> Option<u64> {
    let place = CentralityMeasure::ALL.iter().position(|each| *each == by)?;
    ranks.rank(place, city).map(u64::from)
}

/// Dark where the rank is as claimed or better.
fn chart(snapshot: &Snapshot, ranks: &Ranks, named: &CityNames) -> Chart {
    let top = u32::try_from(named.cities.len()).unwrap_or(u32::MAX);
    let mut cells = Vec::new();
    for (row, city) in (0..).zip(&named.cities) {
        for (column, by) in (0..).zip(0..CentralityMeasure::ALL.len()) {
            let Some(rank) = ranks.rank(by, *city) else { continue };
            let mark = if rank <= top { Mark::Observed } else { Mark::Carried };
            let weight = (f64::from(top) / f64::from(rank)).min(1.0);
            cells.push(MatrixCell { row, column, weight, mark });
        }
    }
    Chart {
        id: "ranks",
        title: say!("ranking-chart-ranks"),
        caption: say!("ranking-chart-caption", top = top),
        table: "ranks",
        picture: Picture::Matrix {
            rows: named.cities.iter().map(|city| snapshot.name(*city)).collect(),
            columns: CentralityMeasure::ALL.map(|by| by.title().to_owned()).into(),
            cells,
        },
    }
}
