//! A graph many times larger with the same spread of degrees and clustering, always the same.

use comity_graph::{Graph, Node, seed::Seeded};
use std::io::{BufWriter, Write};

/// Prints copies of the graph in which a fifth of the edges have exchanged ends with edges of any copy, which
/// keeps every degree and ties the copies together.
pub(crate) fn print(graph: &Graph, times: u32) {
    let size = graph.len() as Node;
    let edges: Vec<_> = graph.edges().collect();
    let copies =
        (0..times).flat_map(|copy| edges.iter().map(move |&(a, b)| (a + copy * size, b + copy * size)));
    let mut links: Vec<(Node, Node)> = copies.collect();
    let mut chance = Seeded::new(1);
    for _ in 0..links.len() / 10 {
        let (one, two) = (chance.below(links.len()), chance.below(links.len()));
        let (was_one, was_two) = (links[one], links[two]);
        links[one].1 = was_two.1;
        links[two].1 = was_one.1;
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (a, b) in links {
        writeln!(out, "{a}\t{b}").expect("standard output can be written");
    }
}
