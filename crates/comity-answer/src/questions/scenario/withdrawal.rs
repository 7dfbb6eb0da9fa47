//! If a backer withdrew: which networks lose how much, and which places lose each other with them.

use std::collections::BTreeMap;

use comity_graph::withdrawal::{Withdrawal, curve, withdrawal as lose};
use comity_messages::{listed, say};
use comity_model::EntityId;
use comity_snapshot::record::Bound;
use comity_snapshot::timeslice::{ActorScope, AffiliationMatrix, Selection};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, bound};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::questions::scenario::backing::shares::{Shares, SharesBy, all_shares};
use crate::questions::scenario::what_if::{THRESHOLD, percent, threshold};
use crate::report::{
    About, At, Chart, CoverageQuery, Curve, Figure, Indicator, Method, Picture, Report, Table, about,
    as_number, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "withdrawal",
    title: "What if a backer withdrew?",
    group: Group::WhatIf,
    help: "The share of each network's backing that goes, the networks that fail, the ties lost and the places left alone, \
           at any threshold",
    arguments: &[need("backer", Range::Entity, "who funds or supports"), THRESHOLD, AT, BOUND, LIMIT],
    example: &[("backer", "bloomberg-philanthropies")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let args = WithdrawalArgs {
        backer: arguments.entity("backer")?,
        threshold: threshold(arguments),
        at: arguments.at(),
        bound: bound(arguments),
        limit: arguments.limit(),
    };
    withdrawal(snapshot, &args).map(Answer::Report)
}

struct WithdrawalArgs {
    backer: EntityId,
    threshold: f64,
    at: At,
    bound: Bound,
    limit: usize,
}

fn withdrawal(snapshot: &CachedSnapshot, args: &WithdrawalArgs) -> Result<Report, AskError> {
    let backer = snapshot.require(&args.backer)?;
    let own = snapshot.territory(backer);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Backing], sides: &[&own] });
    let title = format!("If {} withdrew", snapshot.name(backer));
    let mut about = about(QUESTION.id, snapshot, title, &args.at, looked);
    let relations = snapshot.relations(args.at.window, args.bound);
    let given: BTreeMap<EntityIx, Shares> = all_shares(&relations)
        .into_iter()
        .filter(|(_, shares)| shares.of.iter().any(|(one, _)| *one == backer))
        .collect();
    if given.is_empty() {
        let why = format!(
            "nothing that {} funds or supports is on file for this day: what it gives, and to whom, would have to be entered.",
            snapshot.name(backer)
        );
        return Ok(Report::unanswerable(about, &why));
    }
    frame(&mut about, &given, args.threshold);
    Ok(sheet(snapshot, about, Backed { by: backer, given: &given }, args))
}

fn frame(about: &mut About, backed: &BTreeMap<EntityIx, Shares>, threshold: f64) {
    about.methods.push(Method::new(
        "A network that loses a share θ of its backing or more fails, and its members meet in it no more. Shares are by \
         amounts where all backers' are on file in one currency, else equal. Ties lost: pairs of places that share a network \
         before and none after; thinned: fewer than before. Paths lead over shared networks alone.",
        "comity-graph, withdrawal",
    ));
    let guessed = backed.values().filter(|shares| shares.basis == SharesBy::Equal).count();
    if guessed > 0 {
        about.caveats.push(format!(
            "No amounts are on file for {guessed} of {}: there it is assumed that all backers give the same.",
            wording::many(backed.len() as u64, "backed thing")
        ));
    }
    about.caveats.push(format!("θ is an assumption ({}): the curve shows every other.", percent(threshold)));
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

fn sheet(snapshot: &CachedSnapshot, about: About, backed: Backed<'_>, args: &WithdrawalArgs) -> Report {
    let timeslice = snapshot.timeslice(args.at.window);
    let selection = Selection::of(ActorScope::Polities).layer(Layer::Networks).bound(args.bound);
    let matrix = timeslice.matrix(snapshot, &selection);
    let found = lost(&matrix, backed, args.threshold);
    let evidence: Vec<Evidence> = backed.given.values().flat_map(|shares| shares.evidence.clone()).collect();
    let failed: Vec<String> =
        found.networks_lost.iter().map(|network| snapshot.name(matrix.things[*network as usize])).collect();
    let ties = found.ties_lost.len();
    let mut sheet = Report::new(about, summary(&snapshot.name(backed.by), failed, args.threshold, ties));
    let figures: [(&str, Counted); 5] = [
        ("networks that fail", |lost| lost.networks_lost.len() as u64),
        ("ties lost", |lost| lost.ties_lost.len() as u64),
        ("ties thinned", |lost| lost.ties_thinned.len() as u64),
        ("places left alone", |lost| lost.isolated.len() as u64),
        ("pairs of places that lose their last path", |lost| lost.connected_pairs.0 - lost.connected_pairs.1),
    ];
    for (label, figure) in figures {
        let measure = Indicator::new(label, Some(as_number(figure(&found))), "");
        sheet.indicators.push(measure.by(evidence.iter().cloned()));
    }
    sheet.tables.push(networks(snapshot, backed));
    sheet.tables.push(isolated(snapshot, &matrix, &found, &timeslice).cut(args.limit));
    let steps = curve(&matrix.small().0, &dependence(&matrix, backed));
    sheet.tables.push(thresholds(&steps, &evidence));
    sheet.charts.push(chart(&steps));
    sheet
}

fn summary(backer: &str, failed: Vec<String>, threshold: f64, ties: usize) -> String {
    let (n, share) = (failed.len(), percent(threshold));
    if n == 0 {
        return say!("withdrawal-none", share = share, backer = backer);
    }
    let said = say!("withdrawal-some", backer = backer, names = listed(failed), share = share, n = n);
    if ties == 0 { said } else { say!("withdrawal-ties", said = said, n = ties) }
}

/// The share of its backing that each network loses, by column.
fn dependence(matrix: &AffiliationMatrix, backed: Backed<'_>) -> Vec<f64> {
    matrix.things.iter().map(|network| backed.share(*network)).collect()
}

fn lost(matrix: &AffiliationMatrix, backed: Backed<'_>, threshold: f64) -> Withdrawal {
    lose(&matrix.small().0, &dependence(matrix, backed), threshold)
}

fn networks(snapshot: &Snapshot, backed: Backed<'_>) -> Table {
    let columns = [
        ("network", "Network", ""),
        ("share", "Share of its backing", "0 to 1"),
        ("backers", "Backers on file", ""),
        ("basis", "From", ""),
    ];
    let mut table = Table::new("networks", "What it backs", &columns);
    for (network, shares) in backed.given {
        let own = backed.share(*network);
        let backers = shares.of.len() as u64;
        let cells =
            vec![snapshot.refer(*network).into(), own.into(), backers.into(), shares.basis.words().into()];
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
        Table::new("isolated", "Places that share no network any more", &[("place", "Place", "")]);
    for row in &found.isolated {
        let place = matrix.actors[*row as usize];
        table.push(
            vec![snapshot.refer(place).into()],
            matrix.some_evidence(snapshot, timeslice, *row, Figure::SHOWN),
        );
    }
    table
}

fn thresholds(steps: &[Withdrawal], evidence: &[Evidence]) -> Table {
    let columns = [
        ("threshold", "If a network fails on losing this share", "0 to 1"),
        ("networks", "Networks fail", "networks"),
        ("ties", "Ties lost", "pairs of places"),
        ("isolated", "Places left alone", "places"),
        ("pairs", "Pairs that lose their last path", "pairs of places"),
    ];
    let mut table = Table::new("thresholds", "By what is taken to end a network", &columns);
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
        line("places left alone", steps, |step| step.isolated.len() as u64),
        line("networks that fail", steps, |step| step.networks_lost.len() as u64),
    ];
    Chart {
        id: "thresholds",
        title: "What is lost at each threshold".to_owned(),
        caption: "Networks that fail and places left alone, by the share of its backing whose loss is taken to end a network."
            .to_owned(),
        table: "thresholds",
        picture: Picture::Curves {
            lines,
            x: "share of backing lost".to_owned(),
            y: "networks, places".to_owned(),
            steps: true,
        },
    }
}

fn line(label: &str, steps: &[Withdrawal], figure: Counted) -> Curve {
    let points = steps.iter().rev().map(|step| (step.threshold, as_number(figure(step)))).collect();
    Curve { label: label.to_owned(), points, band: Vec::new(), observed: Vec::new() }
}
