//! The depth-first search that finds what alone holds a graph together.

use crate::{Graph, Node};

/// Depth-first numbering with, per node, the earliest node its subtree reaches by another way than its parent
/// (Hopcroft & Tarjan 1973, CACM 16:372).
#[derive(Debug)]
pub(crate) struct LowLink {
    /// Order of discovery.
    pub(crate) preorder: Vec<Node>,
    /// The node it was discovered from; itself for a root.
    pub(crate) parent: Vec<Node>,
    pub(crate) found: Vec<u32>,
    pub(crate) low: Vec<u32>,
}

const UNSEEN: u32 = u32::MAX;

impl LowLink {
    pub(crate) fn new(graph: &Graph) -> LowLink {
        let n = graph.len();
        let mut search = LowLink {
            preorder: Vec::with_capacity(n),
            parent: vec![0; n],
            found: vec![UNSEEN; n],
            low: vec![UNSEEN; n],
        };
        let mut next: Vec<usize> = graph.nodes().map(|node| graph.slots(node).start).collect();
        for root in graph.nodes() {
            if search.found[root as usize] == UNSEEN {
                search.discover(root, root);
                search.walk(graph, root, &mut next);
            }
        }
        search
    }

    fn discover(&mut self, node: Node, parent: Node) {
        self.parent[node as usize] = parent;
        self.found[node as usize] = self.preorder.len() as u32;
        self.low[node as usize] = self.preorder.len() as u32;
        self.preorder.push(node);
    }

    /// The stack is the chain of parents, so none is kept.
    fn walk(&mut self, graph: &Graph, root: Node, next: &mut [usize]) {
        let mut node = root;
        loop {
            let slot = next[node as usize];
            if slot == graph.slots(node).end {
                if node == root {
                    return;
                }
                let parent = self.parent[node as usize];
                self.low[parent as usize] = self.low[parent as usize].min(self.low[node as usize]);
                node = parent;
                continue;
            }
            next[node as usize] += 1;
            let target = graph.targets()[slot];
            if self.found[target as usize] == UNSEEN {
                self.discover(target, node);
                node = target;
            } else if target != self.parent[node as usize] {
                self.low[node as usize] = self.low[node as usize].min(self.found[target as usize]);
            }
        }
    }
}
