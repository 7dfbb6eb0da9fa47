//! Is the graph more than the numbers of partners alone would make it?

use comity_graph::null_model::{Confidence, confidence};
use comity_graph::{Graph, assortativity::assortativity, clustering::transitivity, components::components};
use comity_messages::{Message, message, say};

use crate::questions::connectivity::tie_matrix::TieMatrix;
use crate::report::Table;

/// Random graphs compared with, and the most edges times graphs that are drawn.
const ROUNDS: (u64, u64) = (100, 500_000);

/// So that a figure stays the same from one day to the next.
const SEED: u64 = 2026;

type FigureOf = fn(&Graph) -> f64;

/// Figures of the whole graph beside random graphs in which everyone keeps its number of partners.
pub(super) fn table(both: &TieMatrix) -> Table {
    let graph = &both.matrix.ties().graph;
    let rounds = (ROUNDS.1 / (graph.edge_count() as u64).max(1)).clamp(5, ROUNDS.0);
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
    for (words, figure) in figures {
        let Confidence { observed, mean, deviation, z, p } = confidence(graph, rounds, SEED, figure);
        let numbers = [Some(observed), Some(mean), Some(deviation), z, Some(p)];
        let cells = std::iter::once(words.text().into()).chain(numbers.into_iter().map(Into::into)).collect();
        table.push(cells, Vec::new());
    }
    table
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn largest(graph: &Graph) -> f64 {
    let sizes = components(graph).sizes;
    f64::from(sizes.iter().copied().max().unwrap_or(0)) / graph.len().max(1) as f64
}
