//! What a sample of searches says where all of them would take too long.

use crate::{Graph, Node, cancel::check, parts, seed::Seeded};

/// A value estimated from a sample, and how far off it may be: the half of its 95 % interval, the farther one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub error: f64,
}

/// Of a normal distribution, 95 % lie so many standard errors off at most.
pub(crate) const Z: f64 = 1.959_964;

const UNSEEN: u32 = u32::MAX;

/// Centralities estimated from searches out of sampled nodes.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimates {
    /// How many nodes were sampled.
    pub sources: usize,
    /// Harmonic centrality of each node.
    pub harmonic: Vec<Estimate>,
    /// Mean distance of each node to a node it reaches, in steps: closeness is one over it, scaled by the share
    /// reached (Eppstein & Wang 2004, *J. Graph Algorithms and Applications* 8:39). `None` if no sampled node
    /// was in reach.
    pub distance: Vec<Option<Estimate>>,
}

/// Estimates from `sources` nodes drawn without replacement by `seed`; with as many sources as nodes they are
/// exact and the errors 0.
///
/// Cost: O(sources·m), in parallel.
///
/// ```
/// use comity_graph::{estimate::estimate, harmonic::harmonic, Graph};
/// let (path, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 3)]);
/// let all = estimate(&path, 4, 1);
/// assert_eq!(all.harmonic[1].value, harmonic(&path)[1]);
/// assert_eq!(all.harmonic[1].error, 0.0);
/// ```
pub fn estimate(graph: &Graph, sources: usize, seed: u64) -> Estimates {
    let drawn = Seeded::new(seed).sample(graph.len(), sources);
    let sums = parts::sum(
        drawn.len(),
        |range: std::ops::Range<usize>| {
            let mut sums = Sums::new(graph.len());
            let mut steps = vec![UNSEEN; graph.len()];
            for &source in &drawn[range] {
                sums.take(graph, source as Node, &mut steps);
            }
            sums
        },
        |total, more| total.add(&more),
    );
    sums.unwrap_or_else(|| Sums::new(graph.len())).finish(graph.len(), drawn.len())
}

/// Sum and sum of squares of what each search says of each node.
struct Sums {
    inverse: [Vec<f64>; 2],
    steps: [Vec<f64>; 2],
    arrivals: Vec<f64>,
}

impl Sums {
    fn new(nodes: usize) -> Sums {
        let pair = || [vec![0.0; nodes], vec![0.0; nodes]];
        Sums { inverse: pair(), steps: pair(), arrivals: vec![0.0; nodes] }
    }

    /// A search out of `source`, breadth first; `steps` is for its use.
    fn take(&mut self, graph: &Graph, source: Node, steps: &mut [u32]) {
        check();
        let (mut order, mut at) = (vec![source], 0);
        steps[source as usize] = 0;
        while let Some(&node) = order.get(at) {
            at += 1;
            let beyond = steps[node as usize] + 1;
            for &next in graph.neighbours(node) {
                if steps[next as usize] == UNSEEN {
                    steps[next as usize] = beyond;
                    order.push(next);
                }
            }
        }
        for &node in &order[1..] {
            let (at, away) = (node as usize, f64::from(steps[node as usize]));
            note(&mut self.inverse, at, 1.0 / away);
            note(&mut self.steps, at, away);
            self.arrivals[at] += 1.0;
        }
        for node in order {
            steps[node as usize] = UNSEEN;
        }
    }

    fn add(&mut self, other: &Sums) {
        let own = [&mut self.inverse, &mut self.steps];
        for (total, more) in own.into_iter().zip([&other.inverse, &other.steps]) {
            parts::add_all(&mut total[0], &more[0]);
            parts::add_all(&mut total[1], &more[1]);
        }
        parts::add_all(&mut self.arrivals, &other.arrivals);
    }

    fn finish(self, nodes: usize, sources: usize) -> Estimates {
        let (n, k) = (nodes as f64, sources as f64);
        Estimates {
            sources,
            harmonic: means(&self.inverse, k, n).map(|mean| mean.times(n)).collect(),
            distance: (0..nodes)
                .map(|at: usize| {
                    let arrivals = self.arrivals[at];
                    (arrivals > 0.0)
                        .then(|| mean(self.steps[0][at], self.steps[1][at], arrivals, n * arrivals / k))
                })
                .collect(),
        }
    }
}

/// Of each node, from its sum and its sum of squares.
fn means([sums, squares]: &[Vec<f64>; 2], drawn: f64, of: f64) -> impl Iterator<Item = Estimate> {
    sums.iter().zip(squares).map(move |(&sum, &squares)| mean(sum, squares, drawn, of))
}

fn note(sums: &mut [Vec<f64>; 2], at: usize, value: f64) {
    sums[0][at] += value;
    sums[1][at] += value * value;
}

/// Mean of a sample without replacement out of `population`, with 1.96 standard errors (Cochran 1977, eq. 2.20).
fn mean(sum: f64, squares: f64, sample: f64, population: f64) -> Estimate {
    let value = if sample > 0.0 { sum / sample } else { 0.0 };
    let variance = ((squares - sum * value) / (sample - 1.0).max(1.0)).max(0.0);
    let left_out = (1.0 - sample / population).max(0.0);
    Estimate { value, error: Z * (variance / sample.max(1.0) * left_out).sqrt() }
}

impl Estimate {
    pub(crate) fn times(self, by: f64) -> Estimate {
        Estimate { value: self.value * by, error: self.error * by }
    }
}
