//! How well suggestions find hidden links again: each sign by itself and all weighed together, on an edge list.
//!
//! `partners FILE [--hidden PATH]`: 10 % of the links are hidden by seed 1; the hidden links and the drawn unlinked
//! pairs are written to PATH, so that others can be scored on the same.
#![expect(clippy::print_stdout, reason = "its table is its result")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "nodes are numbered in u32 and counts far below 2^52"
)]

use std::io::Write;

use comity_graph::holdout::{Holdout, hide};
use comity_graph::logistic::Logistic;
use comity_graph::seed::Seeded;
use comity_graph::signs::{SIGNS, Signs, cases, fit};
use comity_graph::{Node, read};
use rayon::prelude::*;

/// Unlinked pairs on which the area under the curve is measured.
const DRAWN: usize = 200_000;
const SEED: u64 = 1;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("an edge list is given");
    let (edges, _) = read::edges(&std::fs::read_to_string(path)?);
    let holdout = hide(&edges.graph, 0.1, SEED);
    let unlinked = draw(&holdout);
    if let Some(out) = arguments.nth(1) {
        write_pairs(&out, &holdout, &unlinked)?;
    }
    let model = learn(&holdout);
    let (hidden, free) = (described(&holdout, &holdout.hidden), described(&holdout, &unlinked));
    let pairs = (hidden.as_slice(), free.as_slice());
    println!(
        "nodes {}, links kept {}, hidden {}",
        holdout.graph.len(),
        holdout.graph.edge_count(),
        holdout.hidden.len()
    );
    println!("{:<36} {:>8} {:>8} {:>8}", "score", "weight", "AUC", "hits@10");
    for (at, name) in SIGNS.iter().enumerate() {
        report(name, model.weights[at], &holdout, pairs, &|signs: &[f64; 5]| signs[at]);
    }
    report("all of them, weighed", f64::NAN, &holdout, pairs, &|signs: &[f64; 5]| model.log_odds(signs));
    Ok(())
}

/// Weights from the links that are left, of which a tenth is hidden again.
fn learn(holdout: &Holdout) -> Logistic {
    let inner = hide(&holdout.graph, 0.1, SEED + 1);
    let learnt = cases(&inner, SEED + 2);
    let describe = |from: Node, others: &[Node]| {
        let signs = Signs::new(&inner.graph, from);
        others.iter().map(|other| signs.of(*other).to_vec()).collect()
    };
    fit(&learnt, describe).expect("an edge list has links and pairs without")
}

fn draw(holdout: &Holdout) -> Vec<(Node, Node)> {
    let mut chance = Seeded::new(SEED + 3);
    let n = holdout.graph.len();
    let mut found = Vec::with_capacity(DRAWN);
    while found.len() < DRAWN {
        let (a, b) = (chance.below(n) as Node, chance.below(n) as Node);
        let pair = (a.min(b), a.max(b));
        if a != b && !holdout.graph.has_edge(a, b) && holdout.hidden.binary_search(&pair).is_err() {
            found.push(pair);
        }
    }
    found.sort_unstable();
    found
}

/// The signs of pairs, which stand in order.
fn described(holdout: &Holdout, pairs: &[(Node, Node)]) -> Vec<[f64; 5]> {
    let of_one = |pairs: &[(Node, Node)]| {
        let signs = Signs::new(&holdout.graph, pairs[0].0);
        pairs.iter().map(|pair| signs.of(pair.1)).collect::<Vec<_>>()
    };
    let by_node: Vec<&[(Node, Node)]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
    by_node.into_par_iter().flat_map_iter(of_one).collect()
}

type Score<'s> = &'s (dyn Fn(&[f64; 5]) -> f64 + Sync);

fn report(
    name: &str,
    weight: f64,
    holdout: &Holdout,
    (hidden, unlinked): (&[[f64; 5]], &[[f64; 5]]),
    score: Score<'_>,
) {
    let of = |pairs: &[[f64; 5]]| -> Vec<f64> { pairs.iter().map(score).collect() };
    let auc = auc(&of(hidden), of(unlinked));
    println!("{name:<36} {weight:>8.3} {auc:>8.4} {:>8.4}", hits(holdout, score));
}

/// The probability that a hidden link scores above an unlinked pair, equals counting half.
fn auc(hidden: &[f64], mut unlinked: Vec<f64>) -> f64 {
    unlinked.sort_by(f64::total_cmp);
    let won = |score: &f64| {
        let below = unlinked.partition_point(|other| other < score);
        let equal = unlinked[below..].partition_point(|other| other <= score);
        below as f64 + equal as f64 / 2.0
    };
    hidden.iter().map(won).sum::<f64>() / (hidden.len() as f64 * unlinked.len() as f64)
}

/// The share of hidden link ends whose other end is among their ten best; of equals the smaller node comes first.
fn hits(holdout: &Holdout, score: Score<'_>) -> f64 {
    let graph = &holdout.graph;
    let hit = |&(from, to): &(Node, Node)| {
        let signs = Signs::new(graph, from);
        let sought = score(&signs.of(to));
        let better = |other: Node| {
            let theirs = score(&signs.of(other));
            theirs.total_cmp(&sought).then(to.cmp(&other)).is_gt()
        };
        let rivals =
            graph.nodes().filter(|&other| other != from && other != to && !graph.has_edge(from, other));
        rivals.filter(|&other| better(other)).take(10).count() < 10
    };
    let ends: Vec<(Node, Node)> = holdout.hidden.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
    ends.par_iter().filter(|end| hit(end)).count() as f64 / ends.len() as f64
}

fn write_pairs(path: &str, holdout: &Holdout, unlinked: &[(Node, Node)]) -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
    for (a, b) in holdout.graph.edges() {
        writeln!(out, "link\t{a}\t{b}")?;
    }
    for (a, b) in &holdout.hidden {
        writeln!(out, "hidden\t{a}\t{b}")?;
    }
    for (a, b) in unlinked {
        writeln!(out, "unlinked\t{a}\t{b}")?;
    }
    Ok(())
}
