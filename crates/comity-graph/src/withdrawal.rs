//! What is lost if a backer withdraws?

use crate::{
    Graph, Node, TwoMode,
    components::components,
    projection::{ProjectedTie, Weighting, project},
};

/// What the withdrawal of one backer costs, if a network fails that loses a given share of its money.
#[derive(Debug, Clone, PartialEq)]
pub struct Withdrawal {
    /// The share of money from which on a network fails. An assumption: show the [`curve`].
    pub threshold: f64,
    /// Networks that fail.
    pub networks_lost: Vec<Node>,
    /// Pairs of cities that shared a network and share none now.
    pub ties_lost: Vec<(Node, Node)>,
    /// Pairs that share fewer networks than before, but some.
    pub ties_thinned: Vec<(Node, Node)>,
    /// Cities that were tied to others and are no more.
    pub isolated: Vec<Node>,
    /// Pairs of cities with a path between them, before and after.
    pub connected_pairs: (u64, u64),
}

/// The share of each network's money that `backer` gives; `funding` is a network × backer table of amounts.
/// A network without money depends on nobody. Cost: one pass over the amounts.
pub fn dependence(funding: &TwoMode, backer: Node) -> Vec<f64> {
    (0..funding.actors() as Node)
        .map(|network: Node| {
            let given = funding.of_actor(network);
            let total: f64 = given.iter().map(|cell| cell.1).sum();
            given.iter().find(|cell| cell.0 == backer).map_or(0.0, |cell| cell.1 / total)
        })
        .collect()
}

/// The withdrawal of a backer on which networks depend by the given shares, one per thing of `membership`
/// (a city × network table). A network fails at a share of `threshold` or more, if it depends at all.
///
/// Cost: that of the count projection, twice.
///
/// ```
/// use comity_graph::{read, withdrawal::withdrawal};
/// let (cities, _) = read::matrix("city,N1,N2\nA,1,1\nB,1,\nC,,1\n");
/// let lost = withdrawal(&cities.table, &[0.6, 0.2], 0.5);
/// assert_eq!((lost.networks_lost, lost.ties_lost, lost.isolated), (vec![0], vec![(0, 1)], vec![1]));
/// assert_eq!(lost.connected_pairs, (3, 1));
/// ```
///
/// # Panics
/// If there is not one share per network.
pub fn withdrawal(membership: &TwoMode, dependence: &[f64], threshold: f64) -> Withdrawal {
    assert_eq!(dependence.len(), membership.things(), "one share per network");
    let fails = |network: Node| is_lost(dependence[network as usize], threshold);
    let before = project(membership, Weighting::Count);
    let after = project(&membership.without_things(|network| !fails(network)), Weighting::Count);
    let (was, is) = (graph(membership, &before), graph(membership, &after));
    let pair = |tie: &ProjectedTie| (tie.a, tie.b);
    Withdrawal {
        threshold,
        networks_lost: (0..dependence.len() as Node).filter(|&network| fails(network)).collect(),
        ties_lost: before.iter().filter(|tie| find(&after, tie).is_none()).map(pair).collect(),
        ties_thinned: before
            .iter()
            .filter(|tie| find(&after, tie).is_some_and(|now| now.weight < tie.weight))
            .map(pair)
            .collect(),
        isolated: was.nodes().filter(|&city| was.degree(city) > 0 && is.degree(city) == 0).collect(),
        connected_pairs: (components(&was).connected_pairs(), components(&is).connected_pairs()),
    }
}

/// A network that depends at all, and by as much as the threshold.
fn is_lost(share: f64, threshold: f64) -> bool {
    share > 0.0 && share >= threshold
}

/// The tie of the same two among ties in order.
fn find<'t>(ties: &'t [ProjectedTie], tie: &ProjectedTie) -> Option<&'t ProjectedTie> {
    ties.binary_search_by_key(&(tie.a, tie.b), |tie| (tie.a, tie.b)).ok().and_then(|at| ties.get(at))
}

/// The withdrawal at every threshold at which it changes: each share on which some network depends, falling.
pub fn curve(membership: &TwoMode, dependence: &[f64]) -> Vec<Withdrawal> {
    let mut shares: Vec<f64> = dependence.iter().copied().filter(|share| *share > 0.0).collect();
    shares.sort_by(|a, b| b.total_cmp(a));
    shares.dedup();
    shares.into_iter().map(|threshold| withdrawal(membership, dependence, threshold)).collect()
}

fn graph(membership: &TwoMode, ties: &[ProjectedTie]) -> Graph {
    let links: Vec<_> = ties.iter().map(|tie| (tie.a, tie.b)).collect();
    Graph::from_links(membership.actors(), &links).0
}
