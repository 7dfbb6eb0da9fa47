//! Betweenness from pairs of nodes drawn by chance, where searches out of all nodes would take too long.

use crate::{
    Graph, Node,
    cancel::check,
    estimate::{Estimate, Z},
    parts,
    seed::Seeded,
};

/// Betweenness of each node, unnormalised, from so many drawn pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct BetweennessOfPairs {
    pub pairs: usize,
    pub betweenness: Vec<Estimate>,
}

/// Edges that the first pairs look at, to say how many pairs the rest of the work is enough for.
const TRIED: usize = 256;

/// Of fewer pairs the error says too little; more tell no reader anything new.
const PAIRS: std::ops::RangeInclusive<u64> = 1_024..=500_000;

/// Draws pairs with replacement by `seed`, about as many as look at `work` edges in all, and shares each among the nodes on
/// its shortest paths (Riondato & Kornaropoulos 2016, *Data Mining and Knowledge Discovery* 30:438), which are searched for
/// from both ends (Borassi & Natale 2019, *ACM J. Experimental Algorithmics* 24:1.2). A pair counts for a node between 0
/// and 1, so that the error of each node holds however seldom it is met (Wilson 1927, *JASA* 22:209).
///
/// Searches out of sampled nodes instead (Brandes & Pich 2007) say least where it matters: half of the pairs that a gateway
/// lies between begin behind it, and a sample seldom begins there.
///
/// Cost: O(work), in parallel; the same on any number of cores.
///
/// ```
/// use comity_graph::{drawn_pairs::betweenness_of_pairs, Graph};
/// let (path, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 3)]);
/// let found = betweenness_of_pairs(&path, 100_000, 1);
/// assert!((found.betweenness[1].value - 2.0).abs() < found.betweenness[1].error);
/// assert_eq!((found.betweenness[0].value, found.betweenness[0].error), (0.0, 0.0));
/// ```
pub fn betweenness_of_pairs(graph: &Graph, work: u64, seed: u64) -> BetweennessOfPairs {
    let n = graph.len();
    if n < 2 {
        return BetweennessOfPairs { pairs: 0, betweenness: vec![Estimate { value: 0.0, error: 0.0 }; n] };
    }
    let mut stream = Seeded::new(seed);
    let mut draw = |count: usize| (0..count).map(|_| pair(&mut stream, n)).collect::<Vec<_>>();
    let mut search = Search::new(graph);
    for (from, to) in draw(TRIED) {
        search.run(from, to);
    }
    let pairs = work * TRIED as u64 / search.looked.max(1);
    let drawn = draw(usize::try_from(pairs.clamp(*PAIRS.start(), *PAIRS.end())).unwrap_or(TRIED));
    let shares = parts::sum(
        drawn.len(),
        |range: std::ops::Range<usize>| Search::new(graph).all(&drawn[range]),
        |total, more| parts::add_all(total, &more),
    );
    let shares = shares.unwrap_or_default();
    let of = |node: Node| between(graph, node, shares[node as usize], drawn.len());
    BetweennessOfPairs { pairs: drawn.len(), betweenness: graph.nodes().map(of).collect() }
}

/// Of the share of so many pairs that a node lay between.
fn between(graph: &Graph, node: Node, share: f64, pairs: usize) -> Estimate {
    if graph.degree(node) < 2 {
        // No path leads through.
        return Estimate { value: 0.0, error: 0.0 };
    }
    let n = graph.len() as f64;
    wilson(share / pairs as f64, pairs as f64).times(n * (n - 1.0) / 2.0)
}

/// Two different nodes.
fn pair(stream: &mut Seeded, nodes: usize) -> (Node, Node) {
    let from = stream.below(nodes);
    let to = stream.below(nodes - 1);
    (from as Node, if to < from { to } else { to + 1 } as Node)
}

/// A share of `n` draws, with the farther end of its 95 % interval: at most that of draws that count 0 or 1.
fn wilson(share: f64, n: f64) -> Estimate {
    let share = share.min(1.0);
    let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    Estimate { value: share, error: (middle + half - share).max(share - (middle - half)) }
}

/// Two searches that meet.
struct Search<'a> {
    graph: &'a Graph,
    ends: [End; 2],
    /// Of all pairs so far: how often each node lay between.
    shares: Vec<f64>,
    /// Edges that all searches so far looked at.
    looked: u64,
}

/// What one end has reached.
struct End {
    steps: Vec<u32>,
    paths: Vec<f64>,
    /// Of the present pair's shortest paths, the share through each node of this side.
    load: Vec<f64>,
    /// Nearest first.
    order: Vec<Node>,
    /// Where the nodes begin that are as many steps away as this end has come.
    rim: usize,
}

const UNSEEN: u32 = u32::MAX;

impl<'a> Search<'a> {
    fn new(graph: &'a Graph) -> Search<'a> {
        let n = graph.len();
        Search { graph, ends: [End::new(n), End::new(n)], shares: vec![0.0; n], looked: 0 }
    }

    /// How often each node lay between the two of these pairs.
    fn all(mut self, pairs: &[(Node, Node)]) -> Vec<f64> {
        for (from, to) in pairs {
            self.run(*from, *to);
        }
        self.shares
    }

    fn run(&mut self, from: Node, to: Node) {
        check();
        for (end, node) in self.ends.iter_mut().zip([from, to]) {
            end.begin(node);
        }
        while let Some(turn) = self.turn() {
            let [one, other] = &mut self.ends;
            let (near, far) = if turn == 0 { (one, other) } else { (other, one) };
            self.looked += near.widen(self.graph);
            let met: Vec<Node> = near.rim().iter().copied().filter(|node| far.has(*node)).collect();
            if !met.is_empty() {
                self.share(&met, [from, to]);
                return;
            }
        }
    }

    /// Whose turn it is: that of the end with fewer edges to look at. `None`: one of them has seen all it reaches.
    fn turn(&self) -> Option<usize> {
        let ahead = |end: &End| end.rim().iter().map(|node| self.graph.degree(*node)).sum::<u32>();
        let [one, other] = self.ends.each_ref().map(ahead);
        if one == 0 || other == 0 { None } else { Some(usize::from(other < one)) }
    }

    /// From the nodes where both met back to both ends.
    fn share(&mut self, met: &[Node], between: [Node; 2]) {
        let [one, other] = &self.ends;
        let ways: Vec<f64> =
            met.iter().map(|node| one.paths[*node as usize] * other.paths[*node as usize]).collect();
        let all: f64 = ways.iter().sum();
        for (side, end) in self.ends.iter_mut().enumerate() {
            for (node, ways) in met.iter().zip(&ways) {
                end.load[*node as usize] = ways / all;
            }
            // Where they met is counted from one side alone, and the ends lie between nothing.
            let counts = |node: Node| !between.contains(&node) && (side == 0 || !met.contains(&node));
            end.share_back(self.graph, |node, share| {
                if counts(node) {
                    self.shares[node as usize] += share;
                }
            });
        }
    }
}

impl End {
    fn new(nodes: usize) -> End {
        End {
            steps: vec![UNSEEN; nodes],
            paths: vec![0.0; nodes],
            load: vec![0.0; nodes],
            order: Vec::new(),
            rim: 0,
        }
    }

    fn begin(&mut self, node: Node) {
        for seen in self.order.drain(..) {
            self.steps[seen as usize] = UNSEEN;
            self.paths[seen as usize] = 0.0;
            self.load[seen as usize] = 0.0;
        }
        self.steps[node as usize] = 0;
        self.paths[node as usize] = 1.0;
        self.order.push(node);
        self.rim = 0;
    }

    /// The nodes as far away as this end has come.
    fn rim(&self) -> &[Node] {
        &self.order[self.rim..]
    }

    fn has(&self, node: Node) -> bool {
        self.steps[node as usize] != UNSEEN
    }

    /// One step farther; how many edges that looked at.
    fn widen(&mut self, graph: &Graph) -> u64 {
        let (rim, mut looked) = (self.rim..self.order.len(), 0);
        self.rim = rim.end;
        for at in rim {
            let node = self.order[at];
            let (beyond, paths) = (self.steps[node as usize] + 1, self.paths[node as usize]);
            for &next in graph.neighbours(node) {
                looked += 1;
                if !self.has(next) {
                    self.steps[next as usize] = beyond;
                    self.order.push(next);
                }
                if self.steps[next as usize] == beyond {
                    self.paths[next as usize] += paths;
                }
            }
        }
        looked
    }

    /// Hands on what each node carries to those before it; `hear` hears of each node once.
    fn share_back(&mut self, graph: &Graph, mut hear: impl FnMut(Node, f64)) {
        for &node in self.order.iter().rev() {
            let load = std::mem::take(&mut self.load[node as usize]);
            if load == 0.0 {
                continue;
            }
            hear(node, load);
            let per_path = load / self.paths[node as usize];
            let before = self.steps[node as usize].checked_sub(1);
            for &nearer in graph.neighbours(node) {
                if Some(self.steps[nearer as usize]) == before {
                    self.load[nearer as usize] += per_path * self.paths[nearer as usize];
                }
            }
        }
    }
}
