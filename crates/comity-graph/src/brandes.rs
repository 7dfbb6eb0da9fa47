//! One search that shares out the shortest paths from a source among the nodes and edges between.

use crate::{Graph, Node, cancel::check};

/// Shortest-path dependencies of one source at a time (Brandes 2001, *J. Mathematical Sociology* 25:163).
pub(crate) struct Brandes<'a> {
    graph: &'a Graph,
    /// How many nodes each node stands for.
    weight: &'a [f64],
    steps: Vec<u32>,
    paths: Vec<f64>,
    /// Of the latest source: the pairs it has with nodes beyond each node, by share of shortest paths.
    pub(crate) dependency: Vec<f64>,
    /// Nodes reached from the latest source, nearest first.
    pub(crate) order: Vec<Node>,
}

const UNSEEN: u32 = u32::MAX;

impl<'a> Brandes<'a> {
    pub(crate) fn new(graph: &'a Graph, weight: &'a [f64]) -> Brandes<'a> {
        let n = graph.len();
        Brandes {
            graph,
            weight,
            steps: vec![UNSEEN; n],
            paths: vec![0.0; n],
            dependency: vec![0.0; n],
            order: Vec::with_capacity(n),
        }
    }

    /// Searches from `source`; `on_slot` hears of each edge slot that lies on a shortest path, with its share.
    pub(crate) fn run(&mut self, source: Node, on_slot: impl FnMut(usize, f64)) {
        check();
        for node in self.order.drain(..) {
            self.steps[node as usize] = UNSEEN;
            self.paths[node as usize] = 0.0;
            self.dependency[node as usize] = 0.0;
        }
        self.count_paths(source);
        self.share_back(on_slot);
    }

    fn count_paths(&mut self, source: Node) {
        self.steps[source as usize] = 0;
        self.paths[source as usize] = 1.0;
        self.order.push(source);
        let mut at = 0;
        while let Some(&node) = self.order.get(at) {
            at += 1;
            let beyond = self.steps[node as usize] + 1;
            let paths = self.paths[node as usize];
            for &next in self.graph.neighbours(node) {
                if self.steps[next as usize] == UNSEEN {
                    self.steps[next as usize] = beyond;
                    self.order.push(next);
                }
                if self.steps[next as usize] == beyond {
                    self.paths[next as usize] += paths;
                }
            }
        }
    }

    fn share_back(&mut self, mut on_slot: impl FnMut(usize, f64)) {
        for &node in self.order[1..].iter().rev() {
            let before = self.steps[node as usize] - 1;
            let per_path =
                (self.weight[node as usize] + self.dependency[node as usize]) / self.paths[node as usize];
            for slot in self.graph.slots(node) {
                let from = self.graph.targets()[slot] as usize;
                if self.steps[from] == before {
                    let share = self.paths[from] * per_path;
                    self.dependency[from] += share;
                    on_slot(slot, share);
                }
            }
        }
    }
}
