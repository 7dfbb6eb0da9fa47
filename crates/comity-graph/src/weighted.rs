//! A graph whose nodes stand for groups of nodes, while communities are being found.

use crate::Graph;

/// Groups as nodes: the edges between two of them are one edge with their number as weight.
pub(crate) struct Weighted {
    offsets: Vec<u32>,
    links: Vec<(u32, f64)>,
    /// Edge ends at each node, those of edges within it included.
    pub(crate) ends: Vec<f64>,
    /// All edge ends: twice the edges of the original graph.
    pub(crate) total: f64,
}

impl Weighted {
    pub(crate) fn new(graph: &Graph) -> Weighted {
        let offsets = graph.nodes().map(|node| graph.slots(node).start as u32);
        Weighted {
            offsets: offsets.chain([graph.targets().len() as u32]).collect(),
            links: graph.targets().iter().map(|&to| (to, 1.0)).collect(),
            ends: graph.nodes().map(|node| f64::from(graph.degree(node))).collect(),
            total: graph.targets().len() as f64,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn links(&self, node: u32) -> &[(u32, f64)] {
        &self.links[self.offsets[node as usize] as usize..self.offsets[node as usize + 1] as usize]
    }

    /// One node per group; groups are numbered from 0 without gaps.
    pub(crate) fn collapse(&self, groups: &[u32], count: usize) -> Weighted {
        let mut members = vec![Vec::new(); count];
        for (node, &group) in groups.iter().enumerate() {
            members[group as usize].push(node as u32);
        }
        let mut towards = Tally::new(count);
        let mut collapsed =
            Weighted { offsets: vec![0], links: Vec::new(), ends: vec![0.0; count], total: self.total };
        for (group, members) in members.iter().enumerate() {
            for &node in members {
                collapsed.ends[group] += self.ends[node as usize];
                for &(next, weight) in self.links(node) {
                    let to = groups[next as usize];
                    if to as usize != group {
                        towards.add(to, weight);
                    }
                }
            }
            towards.drain(|to, weight| collapsed.links.push((to, weight)));
            collapsed.offsets.push(collapsed.links.len() as u32);
        }
        collapsed
    }
}

/// Sums per group for one node at a time, in the order the groups were met.
pub(crate) struct Tally {
    sums: Vec<f64>,
    met: Vec<u32>,
}

impl Tally {
    pub(crate) fn new(groups: usize) -> Tally {
        Tally { sums: vec![0.0; groups], met: Vec::new() }
    }

    /// Adds a weight above zero.
    pub(crate) fn add(&mut self, group: u32, weight: f64) {
        if self.sums[group as usize] == 0.0 {
            self.met.push(group);
        }
        self.sums[group as usize] += weight;
    }

    pub(crate) fn of(&self, group: u32) -> f64 {
        self.sums[group as usize]
    }

    pub(crate) fn drain(&mut self, mut each: impl FnMut(u32, f64)) {
        for group in self.met.drain(..) {
            each(group, std::mem::take(&mut self.sums[group as usize]));
        }
    }
}
