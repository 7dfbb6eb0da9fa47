//! Which pairs of cities share more than the sizes of cities and networks alone would make them share?

use comity_graph::backbone::{Control, SharedThings, shared, survives, tests};
use comity_graph::disparity::disparity;
use comity_graph::projection::Weighting;
use comity_messages::{Message, message, say};
use comity_snapshot::timeslice::AffiliationMatrix;
use comity_snapshot::{EntityIx, Snapshot};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, GraphArguments, ISSUE, LAYERS, LEVEL, OF, ROLL};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::questions::connectivity::tie_matrix::TieMatrix;
use crate::report::{Cell, Indicator, Method, Report, Table};

/// 0 takes nothing for a find, 1 takes everything for one.
const ALPHA: Range = Range::Number { least: 0.000_001, most: 0.999 };

pub(crate) const QUESTION: Question = Question {
    id: "backbone",
    title: message!("question-backbone"),
    group: Group::Connectivity,
    help: message!("help-backbone"),
    arguments: &[
        OF,
        AT,
        may("alpha", ALPHA, "how often chance may be taken for a find; 0.05 if left out"),
        LAYERS,
        ISSUE,
        LEVEL,
        ROLL,
        BOUND,
        LIMIT,
    ],
    example: &[("layers", "networks"), ("alpha", "0.01")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let alpha = arguments.number("alpha").unwrap_or(0.05);
    let asked = &GraphArguments::read(arguments)?;
    let mut about = asked.about(snapshot, say!("backbone-heading"))?;
    let both = TieMatrix::new(snapshot, asked);
    if let Some(why) = asked.empty(&both.timeslice, both.matrix.ties().graph.edge_count()) {
        return Ok(Report::unanswerable(about, &why).into());
    }
    about.methods.extend(methods(alpha));
    about.caveats.extend(both.too_large(snapshot));
    let tested = TestedPairs::new(&both.matrix, alpha);
    let mut sheet = Report::new(about, lead(&tested));
    let evidence = both.some_evidence(snapshot);
    sheet.indicators = measures(&tested).into_iter().map(|one| one.by(evidence.iter().cloned())).collect();
    let lists = asked.lists(snapshot)?;
    sheet.tables = vec![table(snapshot, &both, &tested, &lists, asked.limit)];
    Ok(sheet.into())
}

/// Every pair that shares a thing, tested, by its ends.
struct TestedPairs {
    pairs: Vec<((EntityIx, EntityIx), Pair)>,
    tests: usize,
    firm: usize,
    standing: usize,
}

#[derive(Clone, Copy)]
struct Pair {
    things: u64,
    p: f64,
    stands: Stands,
    disparity: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    No,
    /// Under the false discovery rate.
    Yes,
    /// Under Bonferroni's control.
    Firmly,
}

impl Stands {
    fn words(self) -> Message {
        match self {
            Self::No => message!("cell-no"),
            Self::Yes => message!("cell-yes"),
            Self::Firmly => message!("backbone-firmly"),
        }
    }
}

fn methods(alpha: f64) -> Vec<Method> {
    vec![
        Method::new(&say!("backbone-method"), "Tumminello et al. 2011, PLoS ONE 6:e17994"),
        Method::new(
            &say!("backbone-method-stands", alpha = alpha),
            "Benjamini & Hochberg 1995, JRSS B 57:289",
        ),
        Method::new(&say!("backbone-method-disparity"), "Serrano et al. 2009, PNAS 106:6483; Newman 2001"),
    ]
}

impl TestedPairs {
    fn new(matrix: &AffiliationMatrix, alpha: f64) -> Self {
        let (small, _) = matrix.small();
        let found = shared(&small);
        let tests = tests(&small);
        let unusual = disparity(matrix.actors.len(), &matrix.weighted(Weighting::Newman));
        let ends = |pair: &SharedThings| (matrix.actors[pair.a as usize], matrix.actors[pair.b as usize]);
        let pairs = found.iter().zip(unusual);
        let pairs = pairs.map(|(pair, disparity)| (ends(pair), plain(pair, disparity))).collect();
        let mut tested = Self { pairs, tests, firm: 0, standing: 0 };
        let standing = survives(&found, tests, alpha, Control::FalseDiscovery);
        let firm = survives(&found, tests, alpha, Control::Bonferroni);
        (tested.firm, tested.standing) = (firm.len(), standing.len());
        for (kept, stands) in [(standing, Stands::Yes), (firm, Stands::Firmly)] {
            for pair in &kept {
                let place = tested.place(ends(pair)).expect("what stands was tested");
                tested.pairs[place].1.stands = stands;
            }
        }
        tested
    }

    fn place(&self, ends: (EntityIx, EntityIx)) -> Option<usize> {
        self.pairs.binary_search_by_key(&ends, |(ends, _)| *ends).ok()
    }
}

/// A pair of which nothing is known yet but what it shares.
fn plain(pair: &SharedThings, disparity: f64) -> Pair {
    let SharedThings { things, p, .. } = *pair;
    Pair { things, p, stands: Stands::No, disparity }
}

fn lead(tested: &TestedPairs) -> String {
    let (stand, firm, shared) = (tested.standing, tested.firm, tested.pairs.len());
    say!("backbone-summary", n = stand, pairs = shared, firm = firm)
}

fn measures(tested: &TestedPairs) -> Vec<Indicator> {
    let measure = |label: Message, n: usize| Indicator::count(&label.text(), n, "pairs");
    vec![
        measure(message!("backbone-tested"), tested.tests),
        measure(message!("backbone-share"), tested.pairs.len()),
        measure(message!("backbone-stand"), tested.standing),
        measure(message!("backbone-stand-firmly"), tested.firm),
    ]
}

fn table(
    snapshot: &Snapshot,
    both: &TieMatrix,
    tested: &TestedPairs,
    lists: &impl Fn(EntityIx) -> bool,
    limit: usize,
) -> Table {
    let mut table = Table::new(
        "pairs",
        &say!("backbone-table-pairs"),
        &[
            ("a", &say!("head-city-a"), ""),
            ("b", &say!("head-city-b"), ""),
            ("shared", &say!("head-share"), "things"),
            ("things", &say!("head-such-as"), ""),
            ("p", &say!("head-chance"), "probability"),
            ("stands", &say!("head-stands"), ""),
            ("disparity", &say!("head-disparity"), "probability"),
        ],
    );
    let mut rows: Vec<&((EntityIx, EntityIx), Pair)> =
        tested.pairs.iter().filter(|((a, b), _)| lists(*a) || lists(*b)).collect();
    rows.sort_by(|(x, one), (y, other)| one.p.total_cmp(&other.p).then(x.cmp(y)));
    table.left_out = rows.len().saturating_sub(limit) as u64;
    for (ends, pair) in rows.into_iter().take(limit) {
        let (names, evidence) = both.meeting(snapshot, ends.0, ends.1);
        let cells = vec![
            snapshot.refer(ends.0).into(),
            snapshot.refer(ends.1).into(),
            Cell::Count(pair.things),
            names.into(),
            pair.p.into(),
            pair.stands.words().text().into(),
            pair.disparity.into(),
        ];
        table.push(cells, evidence);
    }
    table
}
