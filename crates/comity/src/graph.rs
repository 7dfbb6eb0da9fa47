//! `comity graph`: the indicators on anybody's own edge list or matrix, no register needed.

use std::cmp::Ordering;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::ValueEnum;
use comity_graph::projection::{Weighting, project};
use comity_graph::read::{self, Problems};
use comity_graph::{Graph, Labels, TwoMode};
use comity_graph::{
    articulation, betweenness, bridges, closeness, clustering, constraint, core_number, degree,
    edge_betweenness, eigenvector, harmonic, interlocking, leiden, pagerank, structure, triangles,
};
use comity_model::{MESSAGE, shortened};
use serde_json::{Map, Value, json};

use crate::global_options::{GlobalOptions, Outcome};
use crate::input::{self, most};

/// Compute indicators on your own list of links, or matrix of actors and things.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "An edge list has two columns (tab, comma or semicolon); a first row such as `Source, Target` is a \
    header; self-loops are dropped and repeated links count once.\nA matrix has things in its first row and actors in its first column; indicators of a graph \
    are then those of actors tied by what they share.\nLimits: 64 MiB for a list, 32 MiB for a matrix; pipes, \
    devices, sockets and folders are refused.\n\nExamples:\n  comity graph links.tsv\n  \
    comity graph links.tsv --indicators pagerank,betweenness --json\n  \
    comity graph firms.csv --format matrix --indicators interlocking"
)]
pub(crate) struct Args {
    /// The list or the matrix: UTF-8 text, parted by tabs, commas or semicolons
    file: PathBuf,
    /// What the file is
    #[arg(long, value_enum, default_value = "edges")]
    format: Format,
    /// Names, joined by commas, or `all`; an unknown name lists those there are. [default: structure;
    /// interlocking for a matrix]
    #[arg(long, value_delimiter = ',', value_name = "NAME,…")]
    indicators: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Edges,
    Matrix,
}

pub(crate) fn run(args: Args, global: &GlobalOptions, out: &mut impl Write) -> Result<Outcome> {
    let Args { file, format, indicators } = args;
    let chosen = choose(&indicators, format)?;
    let (input, problems) = open(&file, format)?;
    tell(&file, &problems)?;
    let answers = chosen.into_iter().map(|(name, of)| (name, of(&input)));
    if global.json {
        let whole: Map<String, Value> = answers.map(|(name, answer)| (name.to_owned(), answer)).collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&whole)?)?;
    } else {
        for (name, answer) in answers {
            print(name, &answer, out)?;
        }
    }
    Ok(Outcome::with_problems(problems.count))
}

/// The problems that were kept, and how many more there are.
fn tell(file: &Path, problems: &Problems) -> Result<()> {
    let mut story = std::io::stderr().lock();
    for problem in &problems.first {
        writeln!(story, "{}", shortened(&format!("{}: {problem}", file.display()), MESSAGE))?;
    }
    let left = problems.count - problems.first.len();
    if left > 0 {
        writeln!(story, "{}: … and {left} more problems", file.display())?;
    }
    Ok(())
}

/// What a file holds: a graph always, a table if it is a matrix.
struct Input {
    labels: Labels,
    graph: Graph,
    table: Option<TwoMode>,
}

fn open(file: &Path, format: Format) -> Result<(Input, Problems)> {
    let limit = match format {
        Format::Edges => most::EDGES,
        Format::Matrix => most::MATRIX,
    };
    let text = input::text(file, limit)?;
    if text.trim_start().starts_with(['{', '[']) {
        bail!("{} is JSON: write its links as a list of two columns", file.display());
    }
    match format {
        Format::Edges => {
            let (list, problems) = read::edges(&text);
            if let Some([from, to]) = &list.header {
                let named = shortened(&format!("{from}, {to}"), MESSAGE).into_owned();
                writeln!(std::io::stderr(), "the first row names the columns: {named}")?;
            }
            let dropped = list.collapsed;
            writeln!(
                std::io::stderr(),
                "{} nodes, {} edges; {} self-loops dropped, {} repeated links collapsed",
                list.graph.len(),
                list.graph.edge_count(),
                dropped.self_loops,
                dropped.repeats
            )?;
            Ok((Input { labels: list.labels, graph: list.graph, table: None }, problems))
        }
        Format::Matrix => {
            let (matrix, problems) = read::matrix(&text);
            writeln!(std::io::stderr(), "{} actors, {} things", matrix.actors.len(), matrix.things.len())?;
            let ties = project(&matrix.table, Weighting::Count);
            let links: Vec<_> = ties.iter().map(|tie| (tie.a, tie.b)).collect();
            let graph = Graph::from_links(matrix.actors.len(), &links).0;
            Ok((Input { labels: matrix.actors, graph, table: Some(matrix.table) }, problems))
        }
    }
}

type NamedIndicator = (&'static str, fn(&Input) -> Value);

const OF_GRAPHS: &[NamedIndicator] = &[
    ("structure", |input| serde_json::to_value(structure::structure(&input.graph)).unwrap_or(Value::Null)),
    ("degree", |input| by_count(input, &degree::degree(&input.graph))),
    ("betweenness", |input| by_node(input, betweenness::betweenness(&input.graph))),
    ("closeness", |input| by_node(input, closeness::closeness(&input.graph))),
    ("harmonic", |input| by_node(input, harmonic::harmonic(&input.graph))),
    ("eigenvector", leading),
    ("pagerank", |input| by_node(input, pagerank::pagerank(&input.graph))),
    ("core_number", |input| by_count(input, &core_number::core_number(&input.graph))),
    ("clustering", |input| by_node(input, clustering::clustering(&input.graph))),
    ("triangles", |input| largest_first(input, (0..).zip(triangles::triangles(&input.graph)))),
    ("constraint", |input| where_known(input, constraint::constraint(&input.graph))),
    ("effective_size", |input| where_known(input, constraint::effective_size(&input.graph))),
    ("articulation_points", cut_nodes),
    ("bridges", |input| bridges::bridges(&input.graph).into_iter().map(|(a, b)| edge(input, a, b)).collect()),
    ("edge_betweenness", loads),
    ("communities", communities),
];

const OF_TABLES: &[NamedIndicator] = &[
    ("interlocking", |input| connectivity(input, |table| interlocking::interlocking(table).connectivity)),
    ("interlocking_share", |input| connectivity(input, |table| interlocking::interlocking(table).share)),
    ("interlocking_relative", |input| {
        connectivity(input, |table| interlocking::interlocking(table).relative)
    }),
    ("interlocking_presence", |input| {
        connectivity(input, |table| interlocking::interlocking(&table.presence()).connectivity)
    }),
];

/// The indicators by name, in the order asked for.
fn choose(names: &[String], format: Format) -> Result<Vec<NamedIndicator>> {
    let usual = if format == Format::Matrix { "interlocking" } else { "structure" };
    let of_tables = if format == Format::Matrix { OF_TABLES } else { &[] };
    let known: Vec<NamedIndicator> = OF_GRAPHS.iter().chain(of_tables).copied().collect();
    let asked: Vec<&str> =
        if names.is_empty() { vec![usual] } else { names.iter().map(|name| name.trim()).collect() };
    if asked.contains(&"all") {
        return Ok(known);
    }
    asked.into_iter().map(|name| find(name, &known)).collect()
}

fn find(name: &str, known: &[NamedIndicator]) -> Result<NamedIndicator> {
    if let Some(found) = known.iter().find(|indicator| indicator.0 == name) {
        return Ok(*found);
    }
    if OF_TABLES.iter().any(|indicator| indicator.0 == name) {
        bail!("indicator `{name}` needs a matrix: add --format matrix");
    }
    let names: Vec<&str> = known.iter().map(|indicator| indicator.0).collect();
    bail!("no indicator `{name}`; there are: {}, all", names.join(", "))
}

fn by_node(input: &Input, values: Vec<f64>) -> Value {
    largest_first(input, (0..).zip(values))
}

fn by_count(input: &Input, values: &[u32]) -> Value {
    largest_first(input, (0..).zip(values.iter().copied()))
}

fn where_known(input: &Input, values: Vec<Option<f64>>) -> Value {
    largest_first(input, (0..).zip(values).filter_map(|(node, value)| Some((node, value?))))
}

/// Rows of `{id, value}`; nodes are numbered in the order of their ids, so a stable sort breaks ties by id.
fn largest_first<V: PartialOrd + Into<Value>>(
    input: &Input,
    values: impl Iterator<Item = (u32, V)>,
) -> Value {
    let mut rows: Vec<(u32, V)> = values.collect();
    rows.sort_by(|a, b| b.1.partial_cmp(&a.1).unwrap_or(std::cmp::Ordering::Equal));
    rows.into_iter()
        .map(|(node, value)| json!({ "id": input.labels.name(node), "value": value.into() }))
        .collect()
}

fn leading(input: &Input) -> Value {
    match eigenvector::eigenvector(&input.graph) {
        Some(found) => largest_first(input, found.members.into_iter().zip(found.values)),
        None => json!([]),
    }
}

/// The value is the number of pieces that the loss of the node leaves of its component.
fn cut_nodes(input: &Input) -> Value {
    let pieces = articulation::pieces_without(&input.graph);
    let cut = articulation::articulation_points(&input.graph).into_iter();
    largest_first(input, cut.map(|node| (node, pieces[node as usize])))
}

fn edge(input: &Input, a: u32, b: u32) -> Value {
    json!({ "source": input.labels.name(a), "target": input.labels.name(b) })
}

fn loads(input: &Input) -> Value {
    let mut loads = edge_betweenness::edge_betweenness(&input.graph);
    loads.sort_by(|x, y| y.pairs.total_cmp(&x.pairs));
    let mut rows = Vec::with_capacity(loads.len());
    for load in &loads {
        let mut row = edge(input, load.edge.0, load.edge.1);
        row["value"] = load.pairs.into();
        rows.push(row);
    }
    Value::Array(rows)
}

/// Of twenty seeds the partition of highest modularity, with the spread of all.
fn communities(input: &Input) -> Value {
    const SEEDS: [u64; 20] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
    let runs = leiden::spread(&input.graph, &SEEDS);
    let best = runs.iter().max_by(|a, b| by_modularity(a, b));
    let worst = runs.iter().min_by(|a, b| by_modularity(a, b));
    let (Some(best), Some(worst)) = (best, worst) else { return Value::Null };
    let counts = || runs.iter().map(|run| run.count);
    let members: Vec<Value> = (input.labels.iter().zip(&best.of))
        .map(|(id, community)| json!({ "id": id, "value": community }))
        .collect();
    json!({
        "modularity": best.modularity, "count": best.count, "seed": best.seed, "seeds": SEEDS.len(),
        "modularity_least": worst.modularity, "count_least": counts().min(), "count_most": counts().max(),
        "members": members,
    })
}

/// Of equal modularity the later seed comes first.
fn by_modularity(one: &leiden::Communities, other: &leiden::Communities) -> Ordering {
    let [a, b] = [one, other].map(|run| run.modularity.unwrap_or(0.0));
    a.total_cmp(&b).then(other.seed.cmp(&one.seed))
}

fn connectivity(input: &Input, of: impl Fn(&TwoMode) -> Vec<f64>) -> Value {
    input.table.as_ref().map_or(Value::Null, |table| by_node(input, of(table)))
}

/// A heading, then a line per row or figure, tab-separated.
fn print(name: &str, answer: &Value, out: &mut impl Write) -> Result<()> {
    writeln!(out, "# {name}")?;
    match answer {
        Value::Array(rows) => rows.iter().try_for_each(|row| print_row(row, out))?,
        Value::Object(figures) => {
            for (figure, value) in figures {
                match value {
                    Value::Array(rows) => rows.iter().try_for_each(|row| print_row(row, out))?,
                    value => writeln!(out, "{figure}\t{value}")?,
                }
            }
        }
        value => writeln!(out, "{value}")?,
    }
    Ok(())
}

fn print_row(row: &Value, out: &mut impl Write) -> Result<()> {
    let cells = ["id", "source", "target", "value"].iter().filter_map(|key| row.get(key));
    let text = |cell: &Value| cell.as_str().map_or_else(|| cell.to_string(), str::to_owned);
    writeln!(out, "{}", cells.map(text).collect::<Vec<_>>().join("\t"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(text: &str) -> Input {
        let (list, problems) = read::edges(text);
        assert_eq!(problems.count, 0);
        Input { labels: list.labels, graph: list.graph, table: None }
    }

    fn refusal(name: &str, format: Format) -> String {
        choose(&[name.to_owned()], format).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn values_come_largest_first_and_equals_by_id() {
        let found = by_count(&input("b\ta\nb\tc\n"), &[1, 2, 1]);
        assert_eq!(found.to_string(), r#"[{"id":"b","value":2},{"id":"a","value":1},{"id":"c","value":1}]"#);
    }

    #[test]
    fn an_unknown_indicator_is_told_which_exist() {
        assert!(
            refusal("fame", Format::Edges).starts_with("no indicator `fame`; there are: structure, degree,")
        );
        assert_eq!(
            refusal("interlocking", Format::Edges),
            "indicator `interlocking` needs a matrix: add --format matrix"
        );
        assert_eq!(refusal("interlocking", Format::Matrix), "");
    }

    #[test]
    fn every_indicator_answers_for_a_graph_without_nodes() {
        for (name, of) in OF_GRAPHS {
            let answer = of(&input(""));
            let empty = answer.as_array().is_some_and(Vec::is_empty);
            assert!(empty || answer.is_object(), "{name}: {answer}");
        }
    }
}
