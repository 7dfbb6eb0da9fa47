//! How central each actor of a selection is, by every measure at once.

use comity_graph::drawn_pairs::betweenness_of_pairs;
use comity_graph::estimate::{Estimate, estimate};
use comity_graph::{Graph, TwoMode};
use comity_graph::{
    betweenness::betweenness, degree::degree, eigenvector::eigenvector, harmonic::harmonic,
    interlocking::interlocking, pagerank::pagerank,
};

/// One value a row of the table; `None`: not defined for it.
#[derive(Debug)]
pub struct Centrality {
    pub degree: Vec<u32>,
    pub betweenness: Vec<Estimate>,
    pub harmonic: Vec<Estimate>,
    /// Within the largest component alone.
    pub eigenvector: Vec<Option<f64>>,
    pub pagerank: Vec<f64>,
    /// Taylor's N by role weights.
    pub interlocking: Vec<f64>,
    /// The same with every presence worth 1.
    pub presence: Vec<f64>,
    /// From how many pairs betweenness is estimated; `None`: exact.
    pub sampled: Option<usize>,
}

/// The measures that rank, by the names a reader may give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CentralityMeasure {
    Degree,
    Betweenness,
    Harmonic,
    Eigenvector,
    PageRank,
    Interlocking,
    Presence,
}

impl CentralityMeasure {
    pub const ALL: [Self; 7] = [
        Self::Degree,
        Self::Betweenness,
        Self::Harmonic,
        Self::Eigenvector,
        Self::PageRank,
        Self::Interlocking,
        Self::Presence,
    ];

    /// Also the key of its column.
    pub fn word(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Betweenness => "betweenness",
            Self::Harmonic => "harmonic",
            Self::Eigenvector => "eigenvector",
            Self::PageRank => "pagerank",
            Self::Interlocking => "taylor",
            Self::Presence => "taylor_unweighted",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Degree => "Partners",
            Self::Betweenness => "Between others",
            Self::Harmonic => "Closeness (harmonic)",
            Self::Eigenvector => "Eigenvector",
            Self::PageRank => "PageRank",
            Self::Interlocking => "Taylor's N",
            Self::Presence => "N without roles",
        }
    }

    pub fn unit(self) -> &'static str {
        match self {
            Self::Degree => "partners",
            Self::Betweenness => "pairs",
            Self::Harmonic => "at one step",
            Self::Eigenvector | Self::Interlocking | Self::Presence => "",
            Self::PageRank => "probability",
        }
    }

    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.word() == text)
    }
}

/// Nodes × edges that all searches may touch before betweenness is estimated instead, and harmonic centrality,
/// whose searches run 512 at once.
const EXACT: (u64, u64) = (300_000_000, 5_000_000_000);

/// Edges that the searches of an estimate may look at.
const SAMPLED: u64 = 60_000_000;

/// So that a figure stays the same from one day to the next.
const SEED: u64 = 2026;

impl Centrality {
    pub(super) fn new(table: &TwoMode, graph: &Graph) -> Self {
        let work = graph.len() as u64 * graph.edge_count() as u64;
        let drawn = (work > EXACT.0).then(|| betweenness_of_pairs(graph, SAMPLED, SEED));
        let sampled = drawn.as_ref().map(|found| found.pairs);
        let betweenness = drawn.map_or_else(|| exact(betweenness(graph)), |found| found.betweenness);
        let close = if work <= EXACT.1 {
            exact(harmonic(graph))
        } else {
            estimate(graph, sources(graph), SEED).harmonic
        };
        Self {
            degree: degree(graph),
            betweenness,
            harmonic: close,
            eigenvector: leading(graph),
            pagerank: pagerank(graph),
            interlocking: interlocking(table).connectivity,
            presence: interlocking(&table.presence()).connectivity,
            sampled,
        }
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.degree.as_slice())
            + size_of_val(self.betweenness.as_slice())
            + size_of_val(self.harmonic.as_slice())
            + size_of_val(self.eigenvector.as_slice())
            + [&self.pagerank, &self.interlocking, &self.presence]
                .map(|values| size_of_val(values.as_slice()))
                .iter()
                .sum::<usize>()
    }

    /// The values of one measure, those not defined as `None`.
    pub fn values(&self, by: CentralityMeasure) -> Vec<Option<f64>> {
        (0..).take(self.degree.len()).map(|row| self.value(by, row)).collect()
    }

    /// The value of one row.
    pub fn value(&self, by: CentralityMeasure, row: u32) -> Option<f64> {
        let at = row as usize;
        match by {
            CentralityMeasure::Degree => Some(f64::from(self.degree[at])),
            CentralityMeasure::Betweenness => Some(self.betweenness[at].value),
            CentralityMeasure::Harmonic => Some(self.harmonic[at].value),
            CentralityMeasure::Eigenvector => self.eigenvector[at],
            CentralityMeasure::PageRank => Some(self.pagerank[at]),
            CentralityMeasure::Interlocking => Some(self.interlocking[at]),
            CentralityMeasure::Presence => Some(self.presence[at]),
        }
    }

    /// Rows by one measure, largest first; equals in the order of their ids, those not defined last.
    pub fn order(&self, by: CentralityMeasure) -> Vec<u32> {
        let values: Vec<f64> =
            self.values(by).into_iter().map(|value| value.unwrap_or(f64::NEG_INFINITY)).collect();
        let mut rows: Vec<u32> = (0..).take(values.len()).collect();
        rows.sort_by(|a, b| values[*b as usize].total_cmp(&values[*a as usize]).then(a.cmp(b)));
        rows
    }
}

/// As many searches as fit the work, at least 64.
pub fn sources(graph: &Graph) -> usize {
    let most = SAMPLED / (graph.edge_count() as u64 + graph.len() as u64).max(1);
    usize::try_from(most).unwrap_or(usize::MAX).clamp(64, graph.len().max(64))
}

fn exact(values: Vec<f64>) -> Vec<Estimate> {
    values.into_iter().map(|value| Estimate { value, error: 0.0 }).collect()
}

fn leading(graph: &Graph) -> Vec<Option<f64>> {
    let mut values = vec![None; graph.len()];
    if let Some(found) = eigenvector(graph) {
        for (node, value) in found.members.iter().zip(&found.values) {
            values[*node as usize] = Some(*value);
        }
    }
    values
}
