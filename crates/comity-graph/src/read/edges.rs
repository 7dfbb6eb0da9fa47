//! A list of links, two columns, into a graph.

use super::names::Names;
use super::{Problems, ReadProblem, is_comment, records, row_of, shown};
use crate::{Collapsed, Graph, Labels, Node};

/// A graph read from a list of links, and what had to be collapsed to make it simple.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdgeList {
    pub labels: Labels,
    pub graph: Graph,
    pub collapsed: Collapsed,
    /// The first row, where it names the columns and no ends of a link.
    pub header: Option<[String; 2]>,
}

/// Reads one link per line, parted by tabs, commas or semicolons. `#` and `%` lines are comments.
///
/// A first row that says `Source, Target` or the like is a header, unless a link below names one of the two. A row without exactly two names is a problem and left out. A self-loop still names its node.
///
/// ```
/// let (list, problems) = comity_graph::read::edges("Lyon\tLeipzig\nLeipzig\tLyon\nLyon\n");
/// assert_eq!((list.graph.len(), list.graph.edge_count(), list.collapsed.repeats), (2, 1, 1));
/// assert_eq!(problems.first[0].to_string(), "row 3, column 2: `Lyon`: expected two names");
/// ```
pub fn edges(text: &str) -> (EdgeList, Problems) {
    let mut problems = Problems::default();
    let mut ends = Names::default();
    let (mut first, mut header) = (true, None::<[String; 2]>);
    for record in records(text).records() {
        let record = record.expect("text in memory is UTF-8 and any number of columns is accepted");
        match pair(&record) {
            EdgeRow::Link(from, to) if first && is_header(from, to) => {
                header = Some([from.to_owned(), to.to_owned()]);
                first = false;
            }
            EdgeRow::Link(from, to) => {
                first = false;
                ends.push(from);
                ends.push(to);
            }
            EdgeRow::Comment => {}
            EdgeRow::Bad(problem) => {
                first = false;
                problems.push(problem);
            }
        }
    }
    if header.as_ref().is_some_and(|header| ends.iter().any(|end| header.iter().any(|name| name == end))) {
        header.take().into_iter().flatten().for_each(|name| ends.push(&name));
    }
    (EdgeList { header, ..build(&ends) }, problems)
}

/// Whether two cells say what the columns are: `Source, Target`, `city_1;city_2`.
fn is_header(from: &str, to: &str) -> bool {
    const PAIRS: [[&str; 2]; 16] = [
        ["source", "target"],
        ["source", "destination"],
        ["from", "to"],
        ["origin", "destination"],
        ["sender", "receiver"],
        ["ego", "alter"],
        ["node1", "node2"],
        ["name1", "name2"],
        ["city1", "city2"],
        ["citya", "cityb"],
        ["place1", "place2"],
        ["city", "partner"],
        ["city", "partnercity"],
        ["city", "sistercity"],
        ["city", "twincity"],
        ["stadt", "partnerstadt"],
    ];
    let plain = |cell: &str| cell.to_lowercase().replace([' ', '_', '-'], "");
    let found = [plain(from), plain(to)];
    PAIRS.iter().any(|pair| found == *pair)
}

enum EdgeRow<'a> {
    Link(&'a str, &'a str),
    Comment,
    Bad(ReadProblem),
}

fn pair(record: &csv::StringRecord) -> EdgeRow<'_> {
    let cells: Vec<&str> = record.iter().take(3).collect();
    match cells.as_slice() {
        [first, ..] if is_comment(first) => EdgeRow::Comment,
        [""] => EdgeRow::Comment,
        [from, to] if !from.is_empty() && !to.is_empty() => EdgeRow::Link(from, to),
        _ => EdgeRow::Bad(ReadProblem {
            row: row_of(record),
            column: record.iter().position(str::is_empty).map_or(cells.len().min(2) + 1, |at| at + 1),
            text: shown(record),
            expected: "two names",
        }),
    }
}

/// `ends` are the two ends of each link in turn.
fn build(ends: &Names) -> EdgeList {
    let labels = Labels::new(ends.iter());
    let mut nodes = ends.iter().map(|name| labels.node(name).expect("every name of the list was labelled"));
    let links: Vec<(Node, Node)> = std::iter::from_fn(|| nodes.next().zip(nodes.next())).collect();
    let (graph, collapsed) = Graph::from_links(labels.len(), &links);
    EdgeList { labels, graph, collapsed, header: None }
}
