//! A graph in fourteen figures.

use crate::{
    Graph, articulation::articulation_points, assortativity::assortativity, bridges::bridges, clustering,
    components::components, core_number::core_number, reach::reach, triangles::triangles,
};

/// The figures by which graphs are compared.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Structure {
    pub nodes: usize,
    pub edges: usize,
    pub components: usize,
    /// Nodes in the largest component; of equals, the one with the smallest node.
    pub largest_component: usize,
    /// The longest shortest path in the largest component, in steps. `None` without nodes.
    pub diameter: Option<u32>,
    /// The mean distance between two nodes of the largest component, in steps. `None` if it has one node.
    pub mean_distance: Option<f64>,
    pub triangles: u64,
    /// Three times the triangles over the paths of length two.
    pub transitivity: Option<f64>,
    /// The mean over nodes of the share of linked pairs of neighbours.
    pub clustering: Option<f64>,
    /// The correlation of degrees over edges.
    pub assortativity: Option<f64>,
    pub max_degree: u32,
    pub max_core: u32,
    /// How many nodes alone hold their component together.
    pub articulation_points: usize,
    /// How many edges alone hold their component together.
    pub bridges: usize,
}

/// All figures at once. Cost: that of the exact distances, see [`reach`].
///
/// ```
/// use comity_graph::{Graph, structure::structure};
/// let (graph, _) = Graph::from_links(5, &[(0, 1), (1, 2), (2, 0), (2, 3)]);
/// let found = structure(&graph);
/// assert_eq!((found.components, found.largest_component, found.diameter), (2, 4, Some(2)));
/// assert_eq!(found.mean_distance, Some(8.0 / 6.0));
/// ```
pub fn structure(graph: &Graph) -> Structure {
    let parts = components(graph);
    let members = parts.largest().map_or_else(Vec::new, |largest| parts.members(largest));
    let distances = reach(graph);
    let total: u64 = members.iter().map(|&node| distances.distance[node as usize]).sum();
    let pairs = members.len() as f64 * (members.len() as f64 - 1.0);
    let closed: u64 = triangles(graph).iter().sum();
    Structure {
        nodes: graph.len(),
        edges: graph.edge_count(),
        components: parts.sizes.len(),
        largest_component: members.len(),
        diameter: members.iter().map(|&node| distances.eccentricity[node as usize]).max(),
        mean_distance: (members.len() > 1).then(|| total as f64 / pairs),
        triangles: closed / 3,
        transitivity: clustering::transitivity_of(graph, closed),
        clustering: clustering::average(graph),
        assortativity: assortativity(graph),
        max_degree: graph.nodes().map(|node| graph.degree(node)).max().unwrap_or(0),
        max_core: core_number(graph).into_iter().max().unwrap_or(0),
        articulation_points: articulation_points(graph).len(),
        bridges: bridges(graph).len(),
    }
}
