//! How far every node is from every other, summed up.

use crate::{Graph, Node, cancel::check, parts};

/// What each node's distances to all others add up to. Nodes out of reach count in none of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// How many other nodes it reaches.
    pub reached: Vec<u32>,
    /// Sum of the distances to them, in steps.
    pub distance: Vec<u64>,
    /// Sum of one over the distance to them.
    pub inverse: Vec<f64>,
    /// The distance to the farthest of them, in steps.
    pub eccentricity: Vec<u32>,
}

/// Bits per node and batch: how many searches run at once.
const WORDS: usize = 8;
const LANES: usize = WORDS * 64;
type Set = [u64; WORDS];

/// Distances from every node to every other, exactly.
///
/// Cost: O(n·m), but 512 searches share each pass over the edges as bits of one word (Then et al. 2014, PVLDB
/// 8:449); a graph of 10,000 nodes takes about a tenth of a second. As the graph is undirected, a search that
/// arrives counts where it arrives, so nothing is kept per pair.
pub fn reach(graph: &Graph) -> Reach {
    let order = breadth_first_order(graph);
    let batches: Vec<&[Node]> = order.chunks(LANES).collect();
    parts::sum(
        batches.len(),
        |range: std::ops::Range<usize>| {
            let mut search = Search::new(graph);
            for sources in &batches[range] {
                search.run(sources);
            }
            search.found
        },
        |total, more| total.add(&more),
    )
    .unwrap_or_else(|| Reach::new(0))
}

impl Reach {
    fn new(nodes: usize) -> Reach {
        Reach {
            reached: vec![0; nodes],
            distance: vec![0; nodes],
            inverse: vec![0.0; nodes],
            eccentricity: vec![0; nodes],
        }
    }

    fn add(&mut self, other: &Reach) {
        for node in 0..self.reached.len() {
            self.reached[node] += other.reached[node];
            self.distance[node] += other.distance[node];
            self.eccentricity[node] = self.eccentricity[node].max(other.eccentricity[node]);
        }
        parts::add_all(&mut self.inverse, &other.inverse);
    }

    fn arrive(&mut self, node: usize, searches: u32, steps: u32) {
        self.reached[node] += searches;
        self.distance[node] += u64::from(searches) * u64::from(steps);
        self.inverse[node] += f64::from(searches) / f64::from(steps);
        self.eccentricity[node] = self.eccentricity[node].max(steps);
    }
}

/// Neighbouring sources share most of their frontiers, so batches follow this order.
pub(crate) fn breadth_first_order(graph: &Graph) -> Vec<Node> {
    let mut order = Vec::with_capacity(graph.len());
    let mut seen = vec![false; graph.len()];
    for root in graph.nodes() {
        let mut at = order.len();
        if !std::mem::replace(&mut seen[root as usize], true) {
            order.push(root);
        }
        while let Some(&node) = order.get(at) {
            at += 1;
            let fresh = |next: &&Node| !std::mem::replace(&mut seen[**next as usize], true);
            order.extend(graph.neighbours(node).iter().filter(fresh));
        }
    }
    order
}

/// Many breadth-first searches at once: bit i of a node's set belongs to the i-th source.
struct Search<'a> {
    graph: &'a Graph,
    seen: Vec<Set>,
    frontier: Vec<Set>,
    next: Vec<Set>,
    found: Reach,
}

impl<'a> Search<'a> {
    fn new(graph: &'a Graph) -> Search<'a> {
        let empty = || vec![[0; WORDS]; graph.len()];
        Search { graph, seen: empty(), frontier: empty(), next: empty(), found: Reach::new(graph.len()) }
    }

    fn run(&mut self, sources: &[Node]) {
        self.seen.fill([0; WORDS]);
        self.frontier.fill([0; WORDS]);
        for (lane, &source) in sources.iter().enumerate() {
            self.seen[source as usize][lane / 64] |= 1 << (lane % 64);
        }
        self.frontier.copy_from_slice(&self.seen);
        let mut steps = 1;
        while self.step(steps) {
            std::mem::swap(&mut self.frontier, &mut self.next);
            steps += 1;
        }
    }

    /// One step of all searches; false if none arrived anywhere new.
    fn step(&mut self, steps: u32) -> bool {
        let mut any = false;
        for node in 0..self.seen.len() {
            check();
            let mut fresh = [0; WORDS];
            for &from in self.graph.neighbours(node as Node) {
                for (word, more) in fresh.iter_mut().zip(&self.frontier[from as usize]) {
                    *word |= more;
                }
            }
            let mut arrived = 0;
            for (word, seen) in fresh.iter_mut().zip(&mut self.seen[node]) {
                *word &= !*seen;
                *seen |= *word;
                arrived += word.count_ones();
            }
            self.next[node] = fresh;
            if arrived > 0 {
                self.found.arrive(node, arrived, steps);
                any = true;
            }
        }
        any
    }
}
