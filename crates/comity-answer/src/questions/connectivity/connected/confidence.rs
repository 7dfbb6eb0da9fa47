//! Is the graph more than the numbers of partners alone would make it?

use comity_graph::null_model::{Confidence, confidence};
use comity_graph::{Graph, assortativity::assortativity, clustering::transitivity, components::components};
use comity_messages::{Message, message, say};

use crate::questions::connectivity::tie_matrix::TieMatrix;
use crate::report::Table;

/// Random graphs compared with; fewer say nothing of the spread.
const ROUNDS: std::ops::RangeInclusive<u64> = 10..=100;

/// Edges drawn in all of them at most: about a second.
const EDGES: u64 = 1_500_000;

/// So that a figure stays the same from one day to the next.
const SEED: u64 = 2026;

type FigureOf = fn(&Graph) -> f64;

/// Figures of the whole graph beside random graphs in which everyone keeps its number of partners. `None` where that would
/// take longer than anybody waits.
pub(super) fn table(both: &TieMatrix) -> Option<Table> {
    let graph = &both.matrix.ties().graph;
    let rounds = rounds(graph.edge_count() as u64)?;
    let mut table = Table::new(
        "confidence",
        &say!("connected-table-confidence"),
        &[
            ("figure", &say!("head-figure"), ""),
            ("observed", &say!("head-observed"), ""),
            ("mean", &say!("head-in-random-graphs"), "mean"),
            ("deviation", &say!("head-spread"), "standard deviation"),
            ("z", &say!("head-distance"), "deviations"),
            ("p", &say!("head-chance-of-as-far"), "probability"),
        ],
    );
    table.note = say!("connected-confidence-note", rounds = rounds);
    let mut table = table.computed_from(&super::FROM_ALL.text());
    let figures: [(Message, FigureOf); 3] = [
        (message!("connected-transitivity"), |graph| transitivity(graph).unwrap_or(0.0)),
        (message!("connected-assortativity"), |graph| assortativity(graph).unwrap_or(0.0)),
        (message!("connected-largest-part"), largest),
    ];
    let found = confidence(graph, rounds, SEED, figures.map(|(_, figure)| figure));
    for ((words, _), Confidence { observed, mean, deviation, z, p }) in figures.into_iter().zip(found) {
        let numbers = [Some(observed), Some(mean), Some(deviation), z, Some(p)];
        let cells = std::iter::once(words.text().into()).chain(numbers.into_iter().map(Into::into)).collect();
        table.push(cells, Vec::new());
    }
    Some(table)
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn largest(graph: &Graph) -> f64 {
    let sizes = components(graph).sizes;
    f64::from(sizes.iter().copied().max().unwrap_or(0)) / graph.len().max(1) as f64
}

/// How many random graphs of so many edges are drawn.
fn rounds(edges: u64) -> Option<u64> {
    let rounds = (EDGES / edges.max(1)).min(*ROUNDS.end());
    Some(rounds).filter(|rounds| ROUNDS.contains(rounds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_edges_few_graphs_are_drawn_and_of_very_many_none() {
        let drawn = [0, 15_000, 15_001, 150_000, 150_001, u64::MAX].map(rounds);
        assert_eq!(drawn, [Some(100), Some(100), Some(99), Some(10), None, None]);
    }
}
