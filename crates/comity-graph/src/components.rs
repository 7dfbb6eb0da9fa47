//! Which nodes can reach each other at all.

use crate::{Graph, Node, cancel::check};

/// The connected components of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Components {
    /// The component of each node, numbered in the order of their smallest nodes.
    pub of: Vec<u32>,
    /// How many nodes each component has.
    pub sizes: Vec<u32>,
}

impl Components {
    /// The largest component; of equals the one with the smallest node. `None` for a graph without nodes.
    pub fn largest(&self) -> Option<u32> {
        (0..self.sizes.len() as u32).max_by_key(|&at| (self.sizes[at as usize], std::cmp::Reverse(at)))
    }

    /// The nodes of one component, ascending.
    pub fn members(&self, component: u32) -> Vec<Node> {
        let inside = |&node: &Node| self.of[node as usize] == component;
        (0..self.of.len() as Node).filter(inside).collect()
    }

    /// How many unordered pairs of nodes have a path between them.
    pub fn connected_pairs(&self) -> u64 {
        self.sizes.iter().map(|&size| u64::from(size) * u64::from(size.saturating_sub(1)) / 2).sum()
    }
}

const UNSEEN: u32 = u32::MAX;

/// Connected components by depth-first search. Isolated nodes are components of one. Cost: linear.
///
/// ```
/// use comity_graph::{Graph, components::components};
/// let (graph, _) = Graph::from_links(5, &[(0, 1), (3, 4), (1, 2)]);
/// assert_eq!(components(&graph).sizes, [3, 2]);
/// assert_eq!(components(&graph).connected_pairs(), 4);
/// ```
pub fn components(graph: &Graph) -> Components {
    let mut found = Components { of: vec![UNSEEN; graph.len()], sizes: Vec::new() };
    let mut open = Vec::new();
    check();
    for root in graph.nodes() {
        if found.of[root as usize] == UNSEEN {
            let size = flood(graph, root, found.sizes.len() as u32, &mut found.of, &mut open);
            found.sizes.push(size);
        }
    }
    found
}

fn flood(graph: &Graph, root: Node, component: u32, of: &mut [u32], open: &mut Vec<Node>) -> u32 {
    of[root as usize] = component;
    open.push(root);
    let mut size = 0;
    while let Some(node) = open.pop() {
        size += 1;
        for &next in graph.neighbours(node) {
            if of[next as usize] == UNSEEN {
                of[next as usize] = component;
                open.push(next);
            }
        }
    }
    size
}
