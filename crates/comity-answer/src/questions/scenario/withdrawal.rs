//! If a backer withdrew: which networks lose how much, and which places lose each other with them.

use std::collections::BTreeMap;

use comity_graph::withdrawal::{Withdrawal, curve, withdrawal as lose};
use comity_messages::{Message, listed, message, say};
use comity_snapshot::timeslice::{ActorScope, AffiliationMatrix, Selection};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, bound};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::questions::scenario::backing::shares::{Shares, SharesBy, all_shares};
use crate::questions::scenario::what_if::{THRESHOLD, percent, threshold};
use crate::report::{
    About, Chart, CoverageQuery, Curve, Figure, Head, Indicator, Method, Picture, Report, Table, about,
    as_number, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "withdrawal",
    title: message!("question-withdrawal"),
    group: Group::WhatIf,
    help: message!("help-withdrawal"),
    arguments: &[need("backer", Range::Entity, "who funds or supports"), THRESHOLD, AT, BOUND, LIMIT],
    example: &[("backer", "bloomberg-philanthropies")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let threshold = threshold(arguments);
    let at = arguments.at();
    let backer = arguments.node("backer")?;
    let own = snapshot.territory(backer);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Backing], sides: &[&own] });
    let title = say!("withdrawal-heading", backer = snapshot.name(backer));
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    let relations = snapshot.relations(at.window, bound(arguments));
    let given: BTreeMap<EntityIx, Shares> = all_shares(&relations)
        .into_iter()
        .filter(|(_, shares)| shares.of.iter().any(|(one, _)| *one == backer))
        .collect();
    if given.is_empty() {
        let why = say!("withdrawal-nothing", backer = snapshot.name(backer));
        return Ok(Report::unanswerable(about, &why).into());
    }
    frame(&mut about, &given, threshold);
    Ok(sheet(snapshot, about, Backed { by: backer, given: &given }, arguments).into())
}

fn frame(about: &mut About, backed: &BTreeMap<EntityIx, Shares>, threshold: f64) {
    about.methods.push(Method::new(&say!("withdrawal-method"), "comity-graph, withdrawal"));
    let guessed = backed.values().filter(|shares| shares.basis == SharesBy::Equal).count();
    if guessed > 0 {
        about.caveats.push(say!("withdrawal-no-amounts", guessed = guessed, n = backed.len()));
    }
    about.caveats.push(say!("withdrawal-threshold", share = percent(threshold)));
}

type Counted = fn(&Withdrawal) -> u64;

/// What one backer gives.
#[derive(Clone, Copy)]
struct Backed<'b> {
    by: EntityIx,
    given: &'b BTreeMap<EntityIx, Shares>,
}

impl Backed<'_> {
    /// Its part of the backing of a thing.
    fn share(self, thing: EntityIx) -> f64 {
        let of = self.given.get(&thing).into_iter().flat_map(|shares| &shares.of);
        of.filter(|(one, _)| *one == self.by).map(|(_, share)| share).sum()
    }
}

fn sheet(snapshot: &CachedSnapshot, about: About, backed: Backed<'_>, arguments: &Arguments<'_>) -> Report {
    let timeslice = snapshot.timeslice(arguments.at().window);
    let threshold = threshold(arguments);
    let selection = Selection::of(ActorScope::Polities).layer(Layer::Networks).bound(bound(arguments));
    let matrix = timeslice.matrix(snapshot, &selection);
    let found = lost(&matrix, backed, threshold);
    let evidence: Vec<Evidence> = backed.given.values().flat_map(|shares| shares.evidence.clone()).collect();
    let failed: Vec<EntityIx> =
        found.networks_lost.iter().map(|network| matrix.things[*network as usize]).collect();
    let said = summary(snapshot, backed, &failed, threshold);
    let said = match found.ties_lost.len() {
        0 => said,
        ties => say!("withdrawal-ties", said = said, n = ties),
    };
    let mut sheet = Report::new(about, said);
    let figures: [(Message, Counted); 5] = [
        (message!("withdrawal-fail"), |lost| lost.networks_lost.len() as u64),
        (message!("withdrawal-ties-lost"), |lost| lost.ties_lost.len() as u64),
        (message!("withdrawal-ties-thinned"), |lost| lost.ties_thinned.len() as u64),
        (message!("withdrawal-alone"), |lost| lost.isolated.len() as u64),
        (message!("withdrawal-pairs"), |lost| lost.connected_pairs.0 - lost.connected_pairs.1),
    ];
    for (label, figure) in figures {
        let measure = Indicator::new(&label.text(), Some(as_number(figure(&found))), "");
        sheet.indicators.push(measure.by(evidence.iter().cloned()));
    }
    sheet.tables.push(networks(snapshot, backed));
    sheet.tables.push(isolated(snapshot, &matrix, &found, &timeslice).cut(arguments.limit()));
    let steps = curve(&matrix.small().0, &dependence(&matrix, backed));
    sheet.tables.push(assumed(threshold));
    sheet.tables.push(thresholds(&steps, &evidence));
    sheet.charts.push(chart(&steps));
    sheet
}

/// Which networks fail: by what is given where amounts are on file, else by how many give.
fn summary(snapshot: &Snapshot, backed: Backed<'_>, failed: &[EntityIx], threshold: f64) -> String {
    let (who, share) = (snapshot.name(backed.by), percent(threshold));
    if failed.is_empty() {
        return say!("withdrawal-none", share = share, backer = who);
    }
    let (weighed, counted): (Vec<EntityIx>, Vec<EntityIx>) =
        failed.iter().partition(|network| backed.given[*network].basis != SharesBy::Equal);
    let names = |networks: &[EntityIx]| listed(networks.iter().map(|network| snapshot.name(*network)));
    let most = counted.iter().map(|network| backed.given[network].of.len()).max().unwrap_or(0);
    let mut said = say!("withdrawal-if", backer = who);
    if !weighed.is_empty() {
        let (names, n) = (names(&weighed), weighed.len());
        said = say!("withdrawal-weighed", said = said, names = names, share = share, n = n);
    }
    if !counted.is_empty() {
        let and = u64::from(!weighed.is_empty());
        let (names, n) = (names(&counted), counted.len());
        said = say!("withdrawal-counted", said = said, and = and, names = names, most = most, n = n);
    }
    say!("withdrawal-full-stop", said = said)
}

/// The share of its backing that each network loses, by column.
fn dependence(matrix: &AffiliationMatrix, backed: Backed<'_>) -> Vec<f64> {
    matrix.things.iter().map(|network| backed.share(*network)).collect()
}

fn lost(matrix: &AffiliationMatrix, backed: Backed<'_>, threshold: f64) -> Withdrawal {
    lose(&matrix.small().0, &dependence(matrix, backed), threshold)
}

fn networks(snapshot: &Snapshot, backed: Backed<'_>) -> Table {
    let columns: &[Head<'_>] = &[
        ("network", &say!("head-network"), ""),
        ("share", &say!("head-share-of-its-backing"), "0 to 1"),
        ("backers", &say!("head-backers-on-file"), ""),
        ("basis", &say!("head-from"), ""),
    ];
    let mut table = Table::new("networks", &say!("withdrawal-table-networks"), columns);
    for (network, shares) in backed.given {
        let own = backed.share(*network);
        let backers = shares.of.len() as u64;
        let cells = vec![
            snapshot.refer(*network).into(),
            own.into(),
            backers.into(),
            shares.basis.words().text().into(),
        ];
        table.push(cells, shares.evidence.clone());
    }
    table
}

fn isolated(
    snapshot: &Snapshot,
    matrix: &AffiliationMatrix,
    found: &Withdrawal,
    timeslice: &comity_snapshot::timeslice::Timeslice,
) -> Table {
    let mut table =
        Table::new("isolated", &say!("withdrawal-table-isolated"), &[("place", &say!("head-place"), "")]);
    for row in &found.isolated {
        let place = matrix.actors[*row as usize];
        table.push(
            vec![snapshot.refer(place).into()],
            matrix.some_evidence(snapshot, timeslice, *row, Figure::SHOWN),
        );
    }
    table
}

/// What the sentence takes for granted.
fn assumed(threshold: f64) -> Table {
    let columns: &[Head<'_>] = &[("threshold", &say!("head-fails-on-losing"), "0 to 1")];
    let mut table = Table::new("assumed", &say!("withdrawal-table-assumed"), columns);
    table.push(vec![threshold.into()], Vec::new());
    table.computed_from(&say!("withdrawal-assumed-from"))
}

fn thresholds(steps: &[Withdrawal], evidence: &[Evidence]) -> Table {
    let columns: &[Head<'_>] = &[
        ("threshold", &say!("head-fails-on-losing"), "0 to 1"),
        ("networks", &say!("head-networks-fail"), "networks"),
        ("ties", &say!("head-ties-lost"), "pairs of places"),
        ("isolated", &say!("head-places-left-alone"), "places"),
        ("pairs", &say!("head-pairs-that-lose-their-last-path"), "pairs of places"),
    ];
    let mut table = Table::new("thresholds", &say!("withdrawal-table-thresholds"), columns);
    for step in steps {
        let cells = vec![
            step.threshold.into(),
            (step.networks_lost.len() as u64).into(),
            (step.ties_lost.len() as u64).into(),
            (step.isolated.len() as u64).into(),
            (step.connected_pairs.0 - step.connected_pairs.1).into(),
        ];
        table.push(cells, evidence.iter().take(Figure::SHOWN).cloned().collect());
    }
    table
}

fn chart(steps: &[Withdrawal]) -> Chart {
    let lines = vec![
        line(message!("withdrawal-alone"), steps, |step| step.isolated.len() as u64),
        line(message!("withdrawal-fail"), steps, |step| step.networks_lost.len() as u64),
    ];
    Chart {
        id: "thresholds",
        title: say!("withdrawal-chart-thresholds"),
        caption: say!("withdrawal-caption-thresholds"),
        table: "thresholds",
        picture: Picture::Curves {
            lines,
            x: say!("axis-share-of-backing-lost"),
            y: say!("axis-networks-places"),
            steps: true,
        },
    }
}

fn line(label: Message, steps: &[Withdrawal], figure: Counted) -> Curve {
    let points = steps.iter().rev().map(|step| (step.threshold, as_number(figure(step)))).collect();
    Curve { label: label.text(), points, band: Vec::new(), observed: Vec::new() }
}
