//! The signs of two places weighed together: by weights learnt from the ties on file, or by ranks where these are too few.

use comity_graph::Node as Place;
use comity_graph::cancel::bound;
use comity_graph::holdout::hide;
use comity_graph::logistic::Logistic;
use comity_graph::signs::{cases, fit};
use comity_messages::{Message, message, say};
use comity_snapshot::EntityIx;
use rayon::prelude::*;

use super::candidate_set::CandidateSet;
use crate::report::{Head, Method, Table};

/// What each sign is, in the order of [`CandidateSet::signs`].
pub(super) const NAMES: [Message; 9] = [
    message!("partners-resource"),
    message!("partners-adamic"),
    message!("partners-overlap"),
    message!("partners-degrees"),
    message!("partners-three-steps"),
    message!("partners-distance"),
    message!("partners-size"),
    message!("partners-networks"),
    message!("partners-countries"),
];

/// With fewer ties no weights are learnt.
const ENOUGH: usize = 200;
/// A published order can be found again.
const SEED: u64 = 1;
const HIDDEN: f64 = 0.1;

/// How the signs are put together.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Combined {
    Learnt {
        model: Logistic,
        accuracy: Option<f64>,
        ties: usize,
    },
    /// The mean of the ranks by each sign, from 0 to 1.
    Ranks,
}

/// One place with its signs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scored {
    pub(super) node: EntityIx,
    pub(super) place: Place,
    pub(super) combined: f64,
    /// As a reader is shown them, in the order of [`NAMES`]; NaN: not known.
    pub(super) shown: [f64; 9],
}

impl Combined {
    /// A tenth of the ties is hidden; the weights are those that best tell them from pairs that are not tied.
    pub(super) fn learn(set: &CandidateSet<'_>) -> Self {
        if set.graph.edge_count() < ENOUGH {
            return Self::Ranks;
        }
        let hidden = hide(&set.graph, HIDDEN, SEED);
        let all = cases(&hidden, SEED);
        let left = set.with(hidden.graph);
        let describe = |from: Place, others: &[Place]| left.signs(from, others);
        let (learnt, apart) = halves(&all);
        let accuracy = fit(&learnt, describe).and_then(|model| auc(&model, &apart, describe));
        match fit(&all, describe) {
            Some(model) => Self::Learnt { model, accuracy, ties: set.graph.edge_count() },
            None => Self::Ranks,
        }
    }

    /// Best first, then by id.
    pub(super) fn rank(&self, set: &CandidateSet<'_>, from: Place, candidates: &[EntityIx]) -> Vec<Scored> {
        let places: Vec<Place> = candidates.iter().filter_map(|node| set.place(*node)).collect();
        let signs = set.signs(from, &places);
        let combined: Vec<f64> = match self {
            Self::Learnt { model, .. } => signs.iter().map(|row| model.log_odds(row)).collect(),
            Self::Ranks => mean_ranks(&signs),
        };
        let mut scored = Vec::with_capacity(places.len());
        for ((place, combined), signs) in places.into_iter().zip(combined).zip(&signs) {
            let shown = shown(set, from, place, signs);
            scored.push(Scored { node: set.places[place as usize], place, combined, shown });
        }
        scored.sort_by(|a, b| b.combined.total_cmp(&a.combined).then(a.node.cmp(&b.node)));
        scored
    }

    pub(super) fn accuracy(&self) -> Option<f64> {
        match self {
            Self::Learnt { accuracy, .. } => *accuracy,
            Self::Ranks => None,
        }
    }

    pub(super) fn method(&self) -> Method {
        match self {
            Self::Learnt { ties, .. } => Method::new(
                &say!("partners-method-learnt", ties = *ties, seed = SEED),
                "Hastie, Tibshirani & Friedman 2009, §4.4",
            ),
            Self::Ranks => Method::new(&say!("partners-method-ranks", enough = ENOUGH), "Borda 1781"),
        }
    }

    /// The weights, for a reader who wants to doubt them.
    pub(super) fn table(&self) -> Table {
        let columns: &[Head<'_>] = &[
            ("sign", &say!("head-reason"), ""),
            ("weight", &say!("head-weight"), "log-odds for one standard deviation"),
        ];
        let mut table = Table::new("weights", &say!("partners-table-weights"), columns);
        for (at, name) in NAMES.iter().enumerate() {
            let weight = match self {
                Self::Learnt { model, .. } => model.weights[at],
                #[expect(clippy::cast_precision_loss, reason = "nine signs")]
                Self::Ranks => 1.0 / NAMES.len() as f64,
            };
            table.push(vec![name.text().into(), weight.into()], Vec::new());
        }
        let from = match self {
            Self::Learnt { .. } => say!("partners-weights-learnt"),
            Self::Ranks => say!("partners-weights-set"),
        };
        table.computed_from(&from)
    }
}

/// A pair of places to test on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Case {
    from: Place,
    to: Place,
    tied: bool,
}

/// Every other hidden tie with its pairs: those to learn from, as they are, and those to test on.
fn halves(all: &[(Place, Place, bool)]) -> (Vec<(Place, Place, bool)>, Vec<Case>) {
    let (mut learnt, mut apart, mut ties) = (Vec::new(), Vec::new(), 0);
    for (from, to, tied) in all.iter().copied() {
        ties += usize::from(tied);
        if ties % 2 == 0 { learnt.push((from, to, tied)) } else { apart.push(Case { from, to, tied }) }
    }
    (learnt, apart)
}

/// The probability that a tie scores above an untied pair, equals counting half.
#[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 cases")]
fn auc(
    model: &Logistic,
    apart: &[Case],
    describe: impl Fn(Place, &[Place]) -> Vec<Vec<f64>> + Sync,
) -> Option<f64> {
    let mut sorted = apart.to_vec();
    sorted.sort_unstable();
    let chunks: Vec<&[Case]> = sorted.chunk_by(|a, b| a.from == b.from).collect();
    let of_one = |cases: &&[Case]| scores(model, cases, &describe);
    let scored: Vec<(f64, bool)> = chunks.par_iter().flat_map_iter(bound(of_one)).collect();
    let mut untied: Vec<f64> = scored.iter().filter(|(_, tied)| !tied).map(|(score, _)| *score).collect();
    untied.sort_by(f64::total_cmp);
    let tied: Vec<f64> = scored.iter().filter(|(_, tied)| *tied).map(|(score, _)| *score).collect();
    let pairs = tied.len() as f64 * untied.len() as f64;
    (pairs > 0.0).then(|| tied.iter().map(|score| not_above(&untied, *score)).sum::<f64>() / pairs)
}

/// What the model makes of cases that share their first place, and whether each is tied.
fn scores(
    model: &Logistic,
    cases: &[Case],
    describe: impl Fn(Place, &[Place]) -> Vec<Vec<f64>>,
) -> Vec<(f64, bool)> {
    let others: Vec<Place> = cases.iter().map(|case| case.to).collect();
    let rows = describe(cases[0].from, &others);
    rows.iter().zip(cases).map(|(row, case)| (model.log_odds(row), case.tied)).collect()
}

/// How many of `sorted` are below a value, equals counting half.
#[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 cases")]
fn not_above(sorted: &[f64], value: f64) -> f64 {
    let below = sorted.partition_point(|other| *other < value);
    let equal = sorted[below..].partition_point(|other| *other <= value);
    below as f64 + equal as f64 / 2.0
}

/// Plain values: the scores of the graph as their papers define them, kilometres, times the size, networks, ties.
fn shown(set: &CandidateSet<'_>, from: Place, to: Place, signs: &[f64]) -> [f64; 9] {
    let degrees = f64::from(set.graph.degree(from)) * f64::from(set.graph.degree(to));
    [
        signs[0].exp_m1(),
        signs[1].exp_m1(),
        signs[2],
        degrees,
        signs[4].exp_m1(),
        set.km(from, to).map_or(f64::NAN, f64::round),
        set.size(from, to).unwrap_or(f64::NAN),
        f64::from(set.shared_networks(from, to)),
        f64::from(set.other_ties(from, to)),
    ]
}

/// The mean over signs of the share of cases that are not above, equals counting half.
#[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 places")]
fn mean_ranks(rows: &[Vec<f64>]) -> Vec<f64> {
    let mut sums = vec![0.0; rows.len()];
    let signs = rows.first().map_or(0, Vec::len);
    for sign in 0..signs {
        let mut known: Vec<f64> =
            rows.iter().map(|row| row[sign]).filter(|value| value.is_finite()).collect();
        known.sort_by(f64::total_cmp);
        for (sum, row) in sums.iter_mut().zip(rows) {
            let rank = not_above(&known, row[sign]) / known.len().max(1) as f64;
            *sum += if row[sign].is_finite() { rank } else { 0.5 };
        }
    }
    sums.iter().map(|sum| sum / signs.max(1) as f64).collect()
}
