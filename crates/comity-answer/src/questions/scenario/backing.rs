//! Does a network live from one backer or from many?

pub(crate) mod shares;

use std::collections::{BTreeMap, BTreeSet};

use comity_graph::concentration::concentration;
use comity_messages::{message, say};
use comity_model::EntityKind;
use comity_snapshot::relations::{RelationKind, Relations};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, bound};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{
    Cell, Chart, CoverageQuery, Dot, Figure, Head, Indicator, Method, Picture, Report, Table, about,
    as_number, looked,
};
use shares::{Shares, SharesBy, all_shares};

pub(crate) const QUESTION: Question = Question {
    id: "backing",
    title: message!("question-backing"),
    group: Group::WhatIf,
    help: message!("help-backing"),
    arguments: &[
        may("of", Range::Entity, "only this network, or only places in this state or country"),
        AT,
        BOUND,
        LIMIT,
    ],
    example: &[("of", "c40")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let of = arguments.some_node("of")?;
    let place = of.map(|node| snapshot.territory(node));
    let sides: Vec<_> = place.iter().collect();
    let title = match of {
        Some(node) => say!("backing-heading-of", name = snapshot.name(node)),
        None => say!("backing-heading"),
    };
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Backing], sides: &sides });
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    about
        .methods
        .push(Method::new(&say!("backing-method"), "Hirschman 1964, AER 54:761; Laakso & Taagepera 1979"));
    let relations = snapshot.relations(at.window, bound(arguments));
    let only = of.filter(|of| snapshot.entity(*of).kind != EntityKind::Polity);
    let mut shares: BTreeMap<EntityIx, Shares> = all_shares(&relations);
    shares.retain(|thing, _| only.is_none_or(|only| only == *thing));
    if shares.is_empty() {
        let why = say!("backing-none-on-file");
        return Ok(Report::unanswerable(about, &why).into());
    }
    let known = shares.values().filter(|shares| shares.basis == SharesBy::Amounts).count();
    about.caveats.push(say!("backing-caveat", known = known, all = shares.len()));
    let rows = most_backed(&shares);
    let mut sheet = Report::new(about, summary(snapshot, &rows));
    sheet.indicators = figures(&rows);
    sheet.charts.push(chart(snapshot, &rows));
    sheet.tables.push(of_things(snapshot, &rows).cut(arguments.limit()));
    let near = place.as_ref().filter(|place| snapshot.entity(place.root()).kind == EntityKind::Polity);
    let inside = |node: EntityIx| near.is_none_or(|place| place.holds(node));
    sheet.tables.push(of_places(&relations, &shares, inside).cut(arguments.limit()));
    Ok(sheet.into())
}

fn summary(snapshot: &Snapshot, rows: &[(EntityIx, &Shares)]) -> String {
    let said = say!("backing-summary", things = rows.len(), backers = backers(rows));
    match rows {
        [] | [_] => said,
        [(_, most), ..] if most.of.len() < 2 => say!("backing-all-one", said = said),
        [(thing, most), ..] => {
            say!("backing-most", said = said, name = snapshot.name(*thing), n = most.of.len())
        }
    }
}

/// How many back any of them, each once.
fn backers(rows: &[(EntityIx, &Shares)]) -> usize {
    let each = rows.iter().flat_map(|(_, shares)| shares.of.iter().map(|(backer, _)| *backer));
    each.collect::<BTreeSet<EntityIx>>().len()
}

fn figures(rows: &[(EntityIx, &Shares)]) -> Vec<Indicator> {
    let claims = || rows.iter().flat_map(|(_, shares)| shares.evidence.iter().cloned());
    vec![
        Indicator::count(&say!("backing-figure-things"), rows.len(), "").by(claims()),
        Indicator::count(&say!("backing-figure-backers"), backers(rows), "").by(claims()),
    ]
}

/// By how many back them.
fn most_backed(shares: &BTreeMap<EntityIx, Shares>) -> Vec<(EntityIx, &Shares)> {
    let mut rows: Vec<(EntityIx, &Shares)> = shares.iter().map(|(thing, shares)| (*thing, shares)).collect();
    rows.sort_by_key(|(thing, shares)| (std::cmp::Reverse(shares.of.len()), *thing));
    rows
}

fn of_things(snapshot: &Snapshot, rows: &[(EntityIx, &Shares)]) -> Table {
    let columns: &[Head<'_>] = &[
        ("thing", &say!("head-network"), ""),
        ("backers", &say!("head-backers"), ""),
        ("names", &say!("head-who"), ""),
        ("index", &say!("head-concentration"), "0 to 1"),
        ("effective", &say!("head-effective-number-of-backers"), ""),
        ("basis", &say!("head-from"), ""),
    ];
    let mut table = Table::new("networks", &say!("backing-table-networks"), columns);
    for (thing, shares) in rows {
        let found = concentration(&shares.of.iter().map(|(_, share)| *share).collect::<Vec<_>>());
        let exact = found.filter(|_| shares.basis == SharesBy::Amounts);
        let names: Vec<String> = shares.of.iter().map(|(backer, _)| snapshot.name(*backer)).collect();
        let cells = vec![
            snapshot.refer(*thing).into(),
            Cell::Count(shares.of.len() as u64),
            wording::list(&names).into(),
            exact.map(|found| found.index).into(),
            exact.map(|found| found.effective).into(),
            shares.basis.words().text().into(),
        ];
        table.push(cells, shares.evidence.clone());
    }
    table
}

fn of_places(
    relations: &Relations<'_>,
    shares: &BTreeMap<EntityIx, Shares>,
    inside: impl Fn(EntityIx) -> bool,
) -> Table {
    let columns: &[Head<'_>] = &[
        ("place", &say!("head-place"), ""),
        ("networks", &say!("head-backed-networks-it-is-in"), "networks"),
        ("backers", &say!("head-different-backers-behind-them"), ""),
        (
            "effective",
            &say!("head-effective-number-of-backers"),
            "with equal shares where no amounts are known",
        ),
        ("largest", &say!("head-largest-of-them"), ""),
    ];
    let mut table = Table::new("places", &say!("backing-table-places"), columns);
    let snapshot = relations.snapshot;
    let mut of: BTreeMap<EntityIx, BTreeSet<EntityIx>> = BTreeMap::new();
    for relation in
        relations.all.iter().filter(|relation| relation.how == RelationKind::TakesPart(Layer::Networks))
    {
        let polity = snapshot.entity(relation.subject).kind == EntityKind::Polity && inside(relation.subject);
        if polity && shares.contains_key(&relation.object) {
            of.entry(relation.subject).or_default().insert(relation.object);
        }
    }
    let mut rows: Vec<(EntityIx, BTreeSet<EntityIx>)> = of.into_iter().collect();
    rows.sort_by_key(|(place, networks)| (std::cmp::Reverse(networks.len()), *place));
    for (place, networks) in rows {
        let mut sums: BTreeMap<EntityIx, f64> = BTreeMap::new();
        for (backer, share) in networks.iter().flat_map(|network| &shares[network].of) {
            *sums.entry(*backer).or_default() += share;
        }
        let found = concentration(&sums.values().copied().collect::<Vec<_>>());
        let largest = sums.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)));
        let evidence: Vec<Evidence> = networks
            .iter()
            .flat_map(|network| shares[network].evidence.clone())
            .take(Figure::SHOWN)
            .collect();
        let cells = vec![
            snapshot.refer(place).into(),
            (networks.len() as u64).into(),
            (sums.len() as u64).into(),
            found.map(|found| found.effective).into(),
            largest.map(|(backer, _)| snapshot.refer(*backer)).into(),
        ];
        table.push(cells, evidence);
    }
    table
}

fn bar(snapshot: &Snapshot, thing: EntityIx, shares: &Shares) -> Dot {
    Dot::plain(snapshot.refer(thing).full(), as_number(shares.of.len() as u64))
}

fn chart(snapshot: &Snapshot, rows: &[(EntityIx, &Shares)]) -> Chart {
    Chart {
        id: "networks",
        title: say!("backing-chart-networks"),
        caption: say!("backing-caption-networks"),
        table: "networks",
        picture: Picture::Bars {
            rows: rows.iter().map(|(thing, shares)| bar(snapshot, *thing, shares)).collect(),
            unit: say!("axis-backers"),
        },
    }
}
