//! Several kinds of tie between the same nodes, one graph each.

use crate::{Graph, Node};

/// Named graphs over the same nodes: a multiplex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layers {
    layers: Vec<(String, Graph)>,
}

impl Layers {
    /// # Panics
    /// If two layers differ in their number of nodes.
    pub fn new(layers: Vec<(String, Graph)>) -> Layers {
        let same = layers.windows(2).all(|pair| pair[0].1.len() == pair[1].1.len());
        assert!(same, "layers of one multiplex are graphs over the same nodes");
        Layers { layers }
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Graph)> {
        self.layers.iter().map(|(name, graph)| (name.as_str(), graph))
    }

    /// How many layers there are.
    pub fn len(&self) -> usize {
        self.layers.len()
    }

    pub fn is_empty(&self) -> bool {
        self.layers.is_empty()
    }

    /// How many nodes each layer has.
    pub fn nodes(&self) -> usize {
        self.layers.first().map_or(0, |(_, graph)| graph.len())
    }

    /// The graph with an edge wherever any layer has one.
    pub fn aggregate(&self) -> Graph {
        let links: Vec<(Node, Node)> = self.layers.iter().flat_map(|(_, graph)| graph.edges()).collect();
        Graph::from_links(self.nodes(), &links).0
    }
}
