//! How well would the suggestions have found ties that exist?

use crate::{
    Graph, Node,
    cancel::bound,
    link_prediction::{Score, ScoreRow, suggest},
    seed::Seeded,
};
use rayon::prelude::*;

/// How well a score finds hidden links again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accuracy {
    /// The probability that a hidden link scores above a pair that is not linked, equals counting half.
    pub auc: f64,
    /// The share of hidden links among as many best-scored pairs as were hidden; equals in ascending order of pairs.
    pub precision: f64,
}

/// A graph with some of its links hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holdout {
    pub graph: Graph,
    /// The hidden links, smaller node first, ascending.
    pub hidden: Vec<(Node, Node)>,
}

/// Hides a share of the links, drawn by `seed`. Cost: one pass over the edges.
pub fn hide(graph: &Graph, share: f64, seed: u64) -> Holdout {
    let edges: Vec<_> = graph.edges().collect();
    #[expect(clippy::cast_sign_loss, reason = "the share is clamped to 0 and more")]
    let count = (edges.len() as f64 * share.clamp(0.0, 1.0)).round() as usize;
    let drawn = Seeded::new(seed).sample(edges.len(), count);
    without(graph, &drawn.into_iter().map(|at| edges[at]).collect::<Vec<_>>())
}

/// Hides the given links.
pub fn without(graph: &Graph, hidden: &[(Node, Node)]) -> Holdout {
    let mut hidden: Vec<_> = hidden.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
    hidden.sort_unstable();
    let links: Vec<_> = graph.edges().filter(|edge| hidden.binary_search(edge).is_err()).collect();
    Holdout { graph: Graph::from_links(graph.len(), &links).0, hidden }
}

/// Accuracy of a score over all pairs that the holdout does not link (Lü & Zhou 2011, *Physica A* 390:1150).
///
/// `None` if nothing is hidden or nothing is left unlinked. Cost: O(n²) pairs, in parallel.
///
/// ```
/// use comity_graph::{holdout::{accuracy, without}, link_prediction::Score, Graph};
/// let (graph, _) = Graph::from_links(5, &[(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)]);
/// let found = accuracy(&without(&graph, &[(0, 1)]), Score::CommonNeighbours).unwrap();
/// assert_eq!((found.auc, found.precision), (0.7, 1.0));
/// ```
pub fn accuracy(holdout: &Holdout, by: Score) -> Option<Accuracy> {
    let mut sought = hidden_scores(holdout, by);
    sought.sort_by(f64::total_cmp);
    let rows: Vec<Node> = holdout.graph.nodes().collect();
    let tally = rows
        .par_chunks(NODES_AT_ONCE)
        .map(bound(|chunk| chunk_tally(holdout, by, &sought, chunk)))
        .reduce(Tally::default, |a, b| a.join(b, sought.len()));
    let pairs = tally.unlinked as f64 * sought.len() as f64;
    let found = tally.best.iter().filter(|(_, pair)| holdout.hidden.binary_search(pair).is_ok()).count();
    (pairs > 0.0).then(|| Accuracy {
        auc: tally.won_halves as f64 / 2.0 / pairs,
        precision: found as f64 / sought.len() as f64,
    })
}

/// The share of hidden link ends whose other end is among their `most` best suggestions.
///
/// `None` if nothing is hidden. Cost: one [`suggest`] per hidden link end; in parallel.
pub fn hits(holdout: &Holdout, by: Score, most: usize) -> Option<f64> {
    let ends: Vec<(Node, Node)> = holdout.hidden.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
    let hit = bound(|&(from, to): &(Node, Node)| {
        suggest(&holdout.graph, by, from, most).iter().any(|candidate| candidate.node == to)
    });
    (!ends.is_empty()).then(|| ends.par_iter().filter(|end| hit(end)).count() as f64 / ends.len() as f64)
}

const NODES_AT_ONCE: usize = 64;

fn hidden_scores(holdout: &Holdout, by: Score) -> Vec<f64> {
    let score = |&(a, b): &(Node, Node)| crate::link_prediction::score(&holdout.graph, by, a, b);
    holdout.hidden.iter().map(score).collect()
}

/// Counts in whole halves, so that they add up the same in any order.
#[derive(Default)]
struct Tally {
    unlinked: u64,
    won_halves: u64,
    /// The best-scored pairs so far, best first.
    best: Vec<(f64, (Node, Node))>,
    /// What a new pair has to beat once there are enough; equals lose, as pairs come in ascending order.
    floor: Option<f64>,
}

impl Tally {
    fn join(mut self, other: Tally, most: usize) -> Tally {
        self.unlinked += other.unlinked;
        self.won_halves += other.won_halves;
        self.best.extend(other.best);
        self.cut(most);
        self
    }

    fn cut(&mut self, most: usize) {
        self.best.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        self.best.truncate(most);
        self.floor = self.best.get(most.wrapping_sub(1)).map(|worst| worst.0);
    }

    /// One pair that the whole graph does not link either.
    fn meet(&mut self, score: f64, sought: &[f64]) {
        let below = sought.partition_point(|hidden| *hidden < score);
        let equal = sought[below..].partition_point(|hidden| *hidden <= score);
        self.unlinked += 1;
        self.won_halves += 2 * (sought.len() - below - equal) as u64 + equal as u64;
    }
}

fn chunk_tally(holdout: &Holdout, by: Score, sought: &[f64], chunk: &[Node]) -> Tally {
    let mut tally = Tally::default();
    let mut row = ScoreRow::new(&holdout.graph, by);
    for &a in chunk {
        row.fill(a);
        for b in a + 1..holdout.graph.len() as Node {
            if holdout.graph.has_edge(a, b) {
                continue;
            }
            let score = row.score(a, b);
            if score > tally.floor.unwrap_or(f64::MIN) {
                tally.best.push((score, (a, b)));
            }
            if holdout.hidden.binary_search(&(a, b)).is_err() {
                tally.meet(score, sought);
            }
        }
        tally.cut(sought.len());
    }
    tally
}
