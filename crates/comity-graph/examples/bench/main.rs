//! Times every exact indicator on an edge list and prints seconds as JSON.
use comity_graph::*;
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let (list, _) = read::edges(&text);
    let g = &list.graph;
    fn t<T>(n: &str, f: impl Fn() -> T) -> T {
        let mut best = f64::MAX;
        let mut r = None;
        for _ in 0..3 {
            let s = std::time::Instant::now();
            r = Some(f());
            best = best.min(s.elapsed().as_secs_f64() * 1e3);
        }
        println!("{n} {best:.3} ms");
        r.unwrap()
    }
    t("parse", || read::edges(&text));
    println!("{:?}", t("structure", || structure::structure(g)));
    t("comp", || components::components(g));
    t("tri", || triangles::triangles(g));
    t("ass", || assortativity::assortativity(g));
    t("core", || core_number::core_number(g));
    t("art", || articulation::articulation_points(g));
    t("br", || bridges::bridges(g));
    t("reach", || reach::reach(g));
    let b = t("btw", || betweenness::betweenness(g));
    println!("{}", b.iter().sum::<f64>());
    let e = t("eb", || edge_betweenness::edge_betweenness(g));
    println!("{}", e.iter().map(|x| x.pairs).sum::<f64>());
    t("pr", || pagerank::pagerank(g));
    println!("{}", t("ev", || eigenvector::eigenvector(g)).unwrap().spectral_radius);
}
