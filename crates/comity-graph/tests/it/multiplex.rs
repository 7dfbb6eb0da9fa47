//! Participation and overlap over the three golden layers.

use crate::golden::{close, golden, number, numbers};
use comity_graph::{
    Graph, Layers, Node,
    multiplex::{conditional, layer_jaccard, mean_overlap, overlap, overlap_histogram, spread},
};

const NAMES: &str = "ABCDEF";

fn place(letter: char) -> Node {
    u32::try_from(NAMES.find(letter).unwrap()).unwrap()
}

fn ends(pair: &str) -> (Node, Node) {
    let mut letters = pair.chars().map(place);
    (letters.next().unwrap(), letters.next().unwrap())
}

#[test]
fn the_worked_multiplex_holds() {
    let golden = golden("multiplex");
    let graph = |kind: &str| {
        let pairs = golden["layers"][kind].as_array().unwrap().iter();
        Graph::from_links(6, &pairs.map(|pair| ends(pair.as_str().unwrap())).collect::<Vec<_>>()).0
    };
    let kinds = ["sister", "network", "mission"];
    let layers = Layers::new(kinds.iter().map(|kind| ((*kind).to_owned(), graph(kind))).collect());
    for (found, letter) in spread(&layers).iter().zip(NAMES.chars().map(String::from)) {
        let value = |key: &str| number(&golden[key][&letter]);
        let degrees: Vec<f64> = found.by_layer.iter().map(|&k| f64::from(k)).collect();
        assert_eq!(degrees, numbers(&golden["degree_by_layer"][&letter]));
        close(f64::from(found.overlapping), value("overlapping_degree_o"));
        close(f64::from(found.aggregated), value("aggregated_degree_k"));
        close(found.z.unwrap(), value("z_of_o_population_sd"));
        close(found.participation.unwrap(), value("participation_P"));
        close(found.entropy.unwrap(), value("entropy_H_nats"));
    }
    for (pair, expected) in golden["edge_overlap"].as_object().unwrap() {
        let (a, b) = ends(pair);
        close(overlap(&layers, a, b) as f64, number(expected));
    }
    assert_eq!(overlap_histogram(&layers), [4, 3, 1]);
    close(mean_overlap(&layers).unwrap(), number(&golden["global_overlap_mean_o/M_over_aggregate_edges"]));
    for (pair, expected) in golden["P(edge in x | edge in y)"].as_object().unwrap() {
        let (x, y) = pair.split_once('|').unwrap();
        close(conditional(&graph(x), &graph(y)).unwrap(), number(expected));
    }
    for (pair, expected) in golden["layer_jaccard"].as_object().unwrap() {
        let (x, y) = pair.split_once(',').unwrap();
        close(layer_jaccard(&graph(x), &graph(y)).unwrap(), number(expected));
    }
}
