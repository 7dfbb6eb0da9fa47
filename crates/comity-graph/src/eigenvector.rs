//! How well connected a node is to well-connected nodes.

use crate::{Graph, Node, cancel::check, components::components};

/// Eigenvector centrality inside one component.
#[derive(Debug, Clone, PartialEq)]
pub struct Eigenvector {
    /// The nodes it was computed for: those of the largest component, ascending.
    pub members: Vec<Node>,
    /// Their centrality, in the same order; the squares add up to 1.
    pub values: Vec<f64>,
    /// The largest eigenvalue of the component's adjacency matrix.
    pub spectral_radius: f64,
}

/// Eigenvector centrality of the largest component (Bonacich 1972), of equals the one with the smallest node.
///
/// No unit: compare within one graph only. It says nothing about the other components, which are left out.
/// `None` if no component has an edge. Cost: O(m) per step of a restarted Lanczos iteration, some tens of steps
/// (Parlett 1998, *The Symmetric Eigenvalue Problem*).
///
/// ```
/// use comity_graph::{Graph, eigenvector::eigenvector};
/// let (star, _) = Graph::from_links(5, &[(0, 1), (0, 2), (0, 3), (0, 4)]);
/// let found = eigenvector(&star).unwrap();
/// assert!((found.spectral_radius - 2.0).abs() < 1e-9);
/// assert!((found.values[0] - 0.5f64.sqrt()).abs() < 1e-9);
/// ```
pub fn eigenvector(graph: &Graph) -> Option<Eigenvector> {
    let parts = components(graph);
    let members = parts.members(parts.largest()?);
    if members.len() < 2 {
        return None;
    }
    let inside = graph.induced(&members);
    let (mut values, mut spectral_radius) = (vec![1.0; members.len()], 0.0);
    normalise(&mut values);
    for _ in 0..MAX_RESTARTS {
        let before = std::mem::take(&mut values);
        (values, spectral_radius) = restart(&inside, before);
        if residual(&inside, &values, spectral_radius) < 1e-11 * spectral_radius {
            break;
        }
    }
    let sign = values.iter().sum::<f64>().signum();
    scale(&mut values, sign);
    Some(Eigenvector { members, values, spectral_radius })
}

/// Steps between restarts: enough to sharpen, few enough to need no reorthogonalisation.
const STEPS: usize = 20;
const MAX_RESTARTS: usize = 500;

/// The best approximation to the leading eigenpair that `STEPS` multiplications from `start` can give.
fn restart(graph: &Graph, start: Vec<f64>) -> (Vec<f64>, f64) {
    let mut basis = vec![start];
    let (mut diagonal, mut off) = (Vec::new(), Vec::new());
    loop {
        check();
        let last = &basis[basis.len() - 1];
        let mut next = multiply(graph, last);
        diagonal.push(dot(last, &next));
        subtract(&mut next, last, diagonal[diagonal.len() - 1]);
        if let [.., before, _] = basis.as_slice() {
            subtract(&mut next, before, off[off.len() - 1]);
        }
        let length = dot(&next, &next).sqrt();
        if basis.len() == STEPS || length < 1e-12 {
            break;
        }
        off.push(length);
        scale(&mut next, 1.0 / length);
        basis.push(next);
    }
    let top = largest_eigenvalue(&diagonal, &off);
    let mut combined = vec![0.0; graph.len()];
    for (vector, weight) in basis.iter().zip(eigenvector_at(top, &diagonal, &off)) {
        subtract(&mut combined, vector, -weight);
    }
    normalise(&mut combined);
    (combined, top)
}

/// A value is above all eigenvalues of a tridiagonal matrix iff no pivot is negative.
fn is_above(value: f64, diagonal: &[f64], off: &[f64]) -> bool {
    let mut pivot = value - diagonal[0];
    let mut pivots = diagonal[1..].iter().zip(off).map(|(entry, beside)| {
        let was = pivot;
        pivot = value - entry - beside * beside / was;
        was
    });
    pivots.all(|pivot| pivot > 0.0) && pivot > 0.0
}

/// Bisection.
fn largest_eigenvalue(diagonal: &[f64], off: &[f64]) -> f64 {
    let radius = 2.0 * off.iter().copied().fold(0.0, f64::max);
    let centre = diagonal.iter().copied().fold(f64::MIN, f64::max);
    let (mut low, mut high) = (centre, centre + radius + f64::EPSILON * (centre.abs() + 1.0));
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if is_above(middle, diagonal, off) { high = middle } else { low = middle }
    }
    high
}

/// The eigenvector by inverse iteration from just above its eigenvalue, where every pivot is positive.
fn eigenvector_at(value: f64, diagonal: &[f64], off: &[f64]) -> Vec<f64> {
    let shifted = value + 1e-13 * value.abs().max(1.0);
    let mut entries = vec![1.0; diagonal.len()];
    for _ in 0..4 {
        solve_shifted(shifted, diagonal, off, &mut entries);
        normalise(&mut entries);
    }
    entries
}

/// Replaces `right` by the solution of (value·I − T) x = right.
fn solve_shifted(value: f64, diagonal: &[f64], off: &[f64], right: &mut [f64]) {
    let mut pivots = vec![value - diagonal[0]];
    for (at, beside) in off.iter().enumerate() {
        pivots.push(value - diagonal[at + 1] - beside * beside / pivots[at]);
        right[at + 1] += right[at] * beside / pivots[at];
    }
    right[off.len()] /= pivots[off.len()];
    for (at, beside) in off.iter().enumerate().rev() {
        right[at] = (right[at] + beside * right[at + 1]) / pivots[at];
    }
}

fn multiply(graph: &Graph, vector: &[f64]) -> Vec<f64> {
    let row = |node| graph.neighbours(node).iter().map(|&next| vector[next as usize]).sum();
    graph.nodes().map(row).collect()
}

fn residual(graph: &Graph, vector: &[f64], value: f64) -> f64 {
    let mut left = multiply(graph, vector);
    subtract(&mut left, vector, value);
    dot(&left, &left).sqrt()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn subtract(from: &mut [f64], vector: &[f64], times: f64) {
    for (value, other) in from.iter_mut().zip(vector) {
        *value -= times * other;
    }
}

fn normalise(vector: &mut [f64]) {
    let length = dot(vector, vector).sqrt();
    scale(vector, 1.0 / length);
}

fn scale(vector: &mut [f64], by: f64) {
    for value in vector {
        *value *= by;
    }
}
