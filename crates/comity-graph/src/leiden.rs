//! Which groups hold together more than chance would make them.

use crate::{
    Graph,
    cancel::{bound, check},
    modularity::modularity,
    seed::Seeded,
    weighted::{Tally, Weighted},
};
use rayon::prelude::*;
use std::collections::VecDeque;

/// A partition into communities.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// The community of each node, numbered in the order of their smallest nodes. A number means nothing across
    /// runs: compare partitions by modularity.
    pub of: Vec<u32>,
    pub count: usize,
    /// `None` without edges.
    pub modularity: Option<f64>,
    /// The seed that gives exactly this partition again.
    pub seed: u64,
}

/// Communities of high modularity, each connected, by the Leiden algorithm (Traag, Waltman & van Eck 2019,
/// *Scientific Reports* 9:5233), repeated from its own result until a round gains less than 1e-5.
///
/// Isolated nodes are communities of one. Different seeds give different partitions: publish [`spread`], not one.
/// Cost: near linear per round, a handful of rounds.
///
/// ```
/// use comity_graph::{Graph, leiden::leiden};
/// let (graph, _) = Graph::from_links(6, &[(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)]);
/// assert_eq!(leiden(&graph, 1).of, [0, 0, 0, 1, 1, 1]);
/// ```
pub fn leiden(graph: &Graph, seed: u64) -> Communities {
    let mut chance = Seeded::new(seed);
    let base = Weighted::new(graph);
    let mut of: Vec<u32> = graph.nodes().collect();
    let mut best = modularity(graph, &of);
    loop {
        let next = round(&base, &of, &mut chance);
        let reached = modularity(graph, &next);
        if reached <= best.map(|value| value + WORTH_A_ROUND) {
            break;
        }
        (of, best) = (next, reached);
    }
    let count = renumber(&mut of);
    Communities { of, count, modularity: best, seed }
}

/// The same with one partition per seed, in the order of the seeds. In parallel.
pub fn spread(graph: &Graph, seeds: &[u64]) -> Vec<Communities> {
    seeds.par_iter().map(bound(|&seed: &u64| leiden(graph, seed))).collect()
}

/// The gain in modularity that another round is worth: less changes no finding, and takes most of the time.
const WORTH_A_ROUND: f64 = 1e-5;

/// What a single move must gain, in edge ends, to be more than rounding.
const LEAST_GAIN: f64 = 1e-9;

/// Moves, refines and collapses until the nodes are the communities.
fn round(base: &Weighted, start: &[u32], chance: &mut Seeded) -> Vec<u32> {
    let mut member: Vec<u32> = (0..base.len() as u32).collect();
    let mut groups = start.to_vec();
    let mut collapsed: Option<Weighted> = None;
    loop {
        let level = collapsed.as_ref().unwrap_or(base);
        let mut moving = Partition::new(level, groups);
        moving.settle(chance);
        let count = renumber(&mut moving.of);
        if count == level.len() {
            return member.iter().map(|&node| moving.of[node as usize]).collect();
        }
        let parts = refine(level, &moving.of, count, chance);
        groups = vec![0; parts.iter().max().map_or(0, |&top| top as usize + 1)];
        for (&part, &group) in parts.iter().zip(&moving.of) {
            groups[part as usize] = group;
        }
        for node in &mut member {
            *node = parts[*node as usize];
        }
        collapsed = Some(level.collapse(&parts, groups.len()));
    }
}

/// Well-connected parts of the groups, numbered from 0; the groups themselves where no node can join another,
/// so that every level is smaller than the one before.
fn refine(level: &Weighted, groups: &[u32], count: usize, chance: &mut Seeded) -> Vec<u32> {
    let mut refined = Partition::new(level, (0..level.len() as u32).collect());
    refined.merge_within(groups, chance);
    let parts = renumber(&mut refined.of);
    debug_assert!(parts >= count, "parts lie within groups");
    if parts == level.len() { groups.to_vec() } else { refined.of }
}

/// Numbers groups from 0 in the order of their smallest members; says how many there are.
fn renumber(groups: &mut [u32]) -> usize {
    const UNNAMED: u32 = u32::MAX;
    let mut name = vec![UNNAMED; groups.iter().max().map_or(0, |&top| top as usize + 1)];
    let mut count = 0;
    for group in groups {
        let known = &mut name[*group as usize];
        if *known == UNNAMED {
            *known = count;
            count += 1;
        }
        *group = *known;
    }
    count as usize
}

/// A partition of a level while nodes change sides.
struct Partition<'a> {
    level: &'a Weighted,
    of: Vec<u32>,
    /// Edge ends in each group.
    ends: Vec<f64>,
    towards: Tally,
}

impl<'a> Partition<'a> {
    fn new(level: &'a Weighted, of: Vec<u32>) -> Partition<'a> {
        let mut ends = vec![0.0; level.len()];
        for (node, &group) in of.iter().enumerate() {
            ends[group as usize] += level.ends[node];
        }
        Partition { level, of, ends, towards: Tally::new(level.len()) }
    }

    /// What chance would put between a node and a group.
    fn expected(&self, node: u32, group: u32) -> f64 {
        self.level.ends[node as usize] * self.ends[group as usize] / self.level.total
    }

    /// Moves nodes to the best neighbouring group until none gains; only neighbours of a mover look again.
    fn settle(&mut self, chance: &mut Seeded) {
        let mut order: Vec<u32> = (0..self.level.len() as u32).collect();
        chance.shuffle(&mut order);
        let mut waiting = vec![true; order.len()];
        let mut queue: VecDeque<u32> = order.into();
        while let Some(node) = queue.pop_front() {
            check();
            waiting[node as usize] = false;
            let Some(group) = self.better_group(node) else { continue };
            self.move_to(node, group);
            for &(next, _) in self.level.links(node) {
                if self.of[next as usize] != group && !std::mem::replace(&mut waiting[next as usize], true) {
                    queue.push_back(next);
                }
            }
        }
    }

    fn move_to(&mut self, node: u32, group: u32) {
        let from = std::mem::replace(&mut self.of[node as usize], group);
        self.ends[from as usize] -= self.level.ends[node as usize];
        self.ends[group as usize] += self.level.ends[node as usize];
    }

    fn better_group(&mut self, node: u32) -> Option<u32> {
        let own = self.of[node as usize];
        for &(next, weight) in self.level.links(node) {
            self.towards.add(self.of[next as usize], weight);
        }
        let ends = self.level.ends[node as usize];
        let stay = self.towards.of(own) - ends * (self.ends[own as usize] - ends) / self.level.total;
        let (mut best, mut most) = (own, stay + LEAST_GAIN);
        let (sums, total, per) = (&self.ends, self.level.total, ends);
        self.towards.drain(|group, weight| {
            let gain = weight - per * sums[group as usize] / total;
            if group != own && gain > most {
                (best, most) = (group, gain);
            }
        });
        (best != own).then_some(best)
    }

    /// Starting from single nodes, joins each that is well connected within its group to a well-connected part
    /// of it, likelier the more it gains. What has been joined is connected.
    fn merge_within(&mut self, groups: &[u32], chance: &mut Seeded) {
        let bounds = Partition::new(self.level, groups.to_vec()).ends;
        let mut single = vec![true; self.level.len()];
        let mut outward: Vec<f64> = (0..self.level.len() as u32)
            .map(|node| within(self.level.links(node), |next| groups[next as usize] == groups[node as usize]))
            .collect();
        let mut order: Vec<u32> = (0..self.level.len() as u32).collect();
        chance.shuffle(&mut order);
        for node in order {
            check();
            let (at, group) = (node as usize, groups[node as usize]);
            let rest = bounds[group as usize] - self.level.ends[at];
            if !single[at] || outward[at] < self.level.ends[at] * rest / self.level.total {
                continue;
            }
            let Some((part, weight)) = self.draw_part(node, groups, &bounds, &outward, chance) else {
                continue;
            };
            outward[part as usize] += outward[at] - 2.0 * weight;
            single[at] = false;
            single[part as usize] = false;
            self.move_to(node, part);
        }
    }

    /// A part of the node's group that it gains from joining, with the weight of its links there.
    fn draw_part(
        &mut self,
        node: u32,
        groups: &[u32],
        bounds: &[f64],
        outward: &[f64],
        chance: &mut Seeded,
    ) -> Option<(u32, f64)> {
        let group = groups[node as usize];
        for &(next, weight) in self.level.links(node) {
            if groups[next as usize] == group && next != node {
                self.towards.add(self.of[next as usize], weight);
            }
        }
        let mut towards = std::mem::replace(&mut self.towards, Tally::new(0));
        let mut options = Vec::new();
        towards.drain(|part, weight| {
            let ends = self.ends[part as usize];
            let held = outward[part as usize] >= ends * (bounds[group as usize] - ends) / self.level.total;
            let gain = weight - self.expected(node, part);
            if held && gain >= 0.0 {
                options.push((part, weight, gain));
            }
        });
        self.towards = towards;
        draw(&options, chance)
    }
}

fn within(links: &[(u32, f64)], inside: impl Fn(u32) -> bool) -> f64 {
    links.iter().filter(|(next, _)| inside(*next)).map(|(_, weight)| weight).sum()
}

/// How freely lesser gains are drawn; the value of the paper.
const RANDOMNESS: f64 = 0.01;

fn draw(options: &[(u32, f64, f64)], chance: &mut Seeded) -> Option<(u32, f64)> {
    let most = options.iter().map(|option| option.2).fold(f64::MIN, f64::max);
    let odds: Vec<f64> = options.iter().map(|option| ((option.2 - most) / RANDOMNESS).exp()).collect();
    let mut drawn = chance.unit() * odds.iter().sum::<f64>();
    for (option, odds) in options.iter().zip(&odds) {
        drawn -= odds;
        if drawn < 0.0 {
            return Some((option.0, option.1));
        }
    }
    options.last().map(|option| (option.0, option.1))
}
