//! Which cities are active in every kind of tie, and which depend on one?

use crate::{Graph, Layers, Node, share::share};

/// How a node's ties spread over the layers (Battiston, Nicosia & Latora 2014, PRE 89:032804).
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// Neighbours in each layer.
    pub by_layer: Vec<u32>,
    /// Their sum: overlapping degree.
    pub overlapping: u32,
    /// Neighbours in any layer.
    pub aggregated: u32,
    /// Overlapping degree as standard deviations (of the population) above the mean. `None` if all are equal.
    pub z: Option<f64>,
    /// 0 if all ties are in one layer, 1 if they are evenly spread. `None` without ties or with one layer.
    pub participation: Option<f64>,
    /// Entropy of the spread, in nats. `None` without ties.
    pub entropy: Option<f64>,
}

/// The spread of every node. Cost: one pass over each layer.
///
/// ```
/// use comity_graph::{multiplex::spread, Graph, Layers};
/// let layer = |links: &[(u32, u32)]| Graph::from_links(3, links).0;
/// let layers = Layers::new(vec![("pact".into(), layer(&[(0, 1), (0, 2)])), ("visit".into(), layer(&[(0, 1)]))]);
/// let found = spread(&layers);
/// assert_eq!(found[0].by_layer, [2, 1]);
/// assert_eq!((found[1].participation, found[2].participation), (Some(1.0), Some(0.0)));
/// ```
pub fn spread(layers: &Layers) -> Vec<Spread> {
    let all = layers.aggregate();
    let by_layer = |node: Node| layers.iter().map(|(_, graph)| graph.degree(node)).collect::<Vec<_>>();
    let of = |node: Node| of_degrees(by_layer(node), all.degree(node));
    let mut found: Vec<Spread> = all.nodes().map(of).collect();
    let n = found.len() as f64;
    let mean = found.iter().map(|node| f64::from(node.overlapping)).sum::<f64>() / n;
    let variance = found.iter().map(|node| (f64::from(node.overlapping) - mean).powi(2)).sum::<f64>() / n;
    for node in &mut found {
        node.z = (variance > 0.0).then(|| (f64::from(node.overlapping) - mean) / variance.sqrt());
    }
    found
}

fn of_degrees(by_layer: Vec<u32>, aggregated: u32) -> Spread {
    let overlapping: u32 = by_layer.iter().sum();
    let layers = by_layer.len() as f64;
    let shares: Vec<f64> = by_layer.iter().map(|&k| f64::from(k) / f64::from(overlapping)).collect();
    let concentration: f64 = shares.iter().map(|share| share * share).sum();
    let entropy: f64 =
        -shares.iter().filter(|share| **share > 0.0).map(|share| share * share.ln()).sum::<f64>();
    Spread {
        overlapping,
        aggregated,
        z: None,
        participation: (overlapping > 0 && layers > 1.0)
            .then(|| layers / (layers - 1.0) * (1.0 - concentration)),
        entropy: (overlapping > 0).then_some(entropy + 0.0),
        by_layer,
    }
}

/// In how many layers two nodes are linked.
pub fn overlap(layers: &Layers, a: Node, b: Node) -> usize {
    layers.iter().filter(|(_, graph)| graph.has_edge(a, b)).count()
}

/// How many pairs are linked in exactly 1, 2, … layers.
pub fn overlap_histogram(layers: &Layers) -> Vec<usize> {
    let mut pairs = vec![0; layers.len()];
    for (a, b) in layers.aggregate().edges() {
        pairs[overlap(layers, a, b) - 1] += 1;
    }
    pairs
}

/// The mean share of layers in which a linked pair is linked. `None` without links.
pub fn mean_overlap(layers: &Layers) -> Option<f64> {
    let pairs = overlap_histogram(layers);
    let linked: usize = pairs.iter().sum();
    let layered: usize = pairs.iter().enumerate().map(|(at, count)| (at + 1) * count).sum();
    share(layered as u64, (layers.len() * linked) as u64)
}

/// P(edge in `x` | edge in `y`). `None` if `y` has no edges.
pub fn conditional(x: &Graph, y: &Graph) -> Option<f64> {
    share(common(x, y) as u64, y.edge_count() as u64)
}

/// Edges in both layers over edges in either. `None` if neither has any.
pub fn layer_jaccard(x: &Graph, y: &Graph) -> Option<f64> {
    let both = common(x, y);
    let either = x.edge_count() + y.edge_count() - both;
    share(both as u64, either as u64)
}

fn common(x: &Graph, y: &Graph) -> usize {
    x.edges().filter(|&(a, b)| y.has_edge(a, b)).count()
}
