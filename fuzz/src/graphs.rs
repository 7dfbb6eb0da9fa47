//! Lists of links and matrices, which `comity graph` reads.

use comity_graph::read::{edges, matrix};

pub(crate) fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (list, problems) = edges(&text);
    assert!(problems.count >= problems.first.len());
    assert!(list.graph.edge_count() <= text.len());
    let (_, problems) = matrix(&text);
    assert!(problems.count >= problems.first.len());
}
