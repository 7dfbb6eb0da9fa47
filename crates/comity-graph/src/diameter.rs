//! How far apart the two farthest members of a component are.

use crate::{Graph, Node, cancel::check, components::components};
use std::collections::VecDeque;

/// The longest shortest path in the largest component, in steps. `None` without nodes.
///
/// Exact, yet seldom more than a few dozen searches: each one bounds how far every other node can see, and the
/// search stops when no bound is open (Takes & Kosters 2011, CIKM, p. 1191).
///
/// ```
/// use comity_graph::{Graph, diameter::diameter};
/// let (path, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 3)]);
/// assert_eq!(diameter(&path), Some(3));
/// ```
pub fn diameter(graph: &Graph) -> Option<u32> {
    let parts = components(graph);
    let mut open = parts.members(parts.largest()?);
    let mut search = Bounds::new(graph);
    let (mut known, mut widest) = (0, true);
    while let Some(next) = search.pick(&open, widest) {
        check();
        widest = !widest;
        known = known.max(search.from(next));
        let floor = known;
        open.retain(|&node| search.high[node as usize] > floor);
    }
    Some(known)
}

/// What is known of each node's distance to the farthest other.
struct Bounds<'a> {
    graph: &'a Graph,
    low: Vec<u32>,
    high: Vec<u32>,
    steps: Vec<u32>,
    queue: VecDeque<Node>,
}

impl<'a> Bounds<'a> {
    fn new(graph: &'a Graph) -> Bounds<'a> {
        let n = graph.len();
        Bounds { graph, low: vec![0; n], high: vec![u32::MAX; n], steps: vec![0; n], queue: VecDeque::new() }
    }

    /// By turns the node that may see farthest and the one that may see least far; of equals the best connected.
    fn pick(&self, open: &[Node], widest: bool) -> Option<Node> {
        open.iter()
            .max_by_key(|node: &&Node| {
                let at = **node as usize;
                let reach = if widest { self.high[at] } else { u32::MAX - self.low[at] };
                (reach, self.graph.degree(**node), std::cmp::Reverse(**node))
            })
            .copied()
    }

    /// How far `source` sees; every node in its reach learns bounds from it.
    fn from(&mut self, source: Node) -> u32 {
        self.steps.fill(u32::MAX);
        self.steps[source as usize] = 0;
        self.queue.push_back(source);
        let mut farthest = 0;
        while let Some(node) = self.queue.pop_front() {
            farthest = self.steps[node as usize];
            for &next in self.graph.neighbours(node) {
                if self.steps[next as usize] == u32::MAX {
                    self.steps[next as usize] = farthest + 1;
                    self.queue.push_back(next);
                }
            }
        }
        self.learn(farthest);
        farthest
    }

    fn learn(&mut self, farthest: u32) {
        for (node, &steps) in self.steps.iter().enumerate().filter(|(_, steps)| **steps != u32::MAX) {
            self.low[node] = self.low[node].max(steps).max(farthest - steps);
            self.high[node] = self.high[node].min(farthest + steps);
        }
    }
}
