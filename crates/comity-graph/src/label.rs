//! Which identifier a node number stands for.

use crate::Node;
use std::collections::BTreeSet;

/// Identifiers in ascending order of their bytes; a node's number is its place, so ties break by identifier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    sorted: Vec<String>,
}

impl Labels {
    /// Sorts the identifiers and drops repeats.
    pub fn new<'a>(identifiers: impl IntoIterator<Item = &'a str>) -> Labels {
        let distinct: BTreeSet<&str> = identifiers.into_iter().collect();
        Labels { sorted: distinct.into_iter().map(String::from).collect() }
    }

    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// The node of an identifier. Cost: a binary search.
    pub fn node(&self, identifier: &str) -> Option<Node> {
        self.sorted.binary_search_by(|label| label.as_str().cmp(identifier)).ok().map(|at| at as Node)
    }

    /// # Panics
    /// If the node was not numbered by these labels.
    pub fn name(&self, node: Node) -> &str {
        &self.sorted[node as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.sorted.iter().map(String::as_str)
    }
}
