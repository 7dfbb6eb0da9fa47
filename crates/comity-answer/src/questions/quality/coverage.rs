//! How complete this is: claimed numbers against what is on file, how old it is, what rests on one source.

mod country;
mod depth;
mod network;

use std::collections::BTreeSet;

use comity_messages::{message, say};
use comity_model::{EntityKind, Link, LinkKind, Shape, Statement, Window};
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{EntityIx, Layer, ResolvedScope, Snapshot, wording};

use crate::answer::{Answer, Counted, CountedFigure, CoverageAnswer, CoverageInShort, NetworkCoverage};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{ClaimedAndHeld, CoverageQuery, Figure, Method, about, held, looked};
use depth::{Depth, JoinedEnds};
use network::{OfNetwork, by_network};

pub(crate) const QUESTION: Question = Question {
    id: "coverage",
    title: message!("question-coverage"),
    group: Group::Trust,
    help: message!("help-coverage"),
    arguments: &[may("entity", Range::Entity, "only this network or place"), AT, LIMIT],
    example: &[("entity", "c40")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let (at, limit) = (arguments.at(), arguments.limit());
    let node = arguments.some_node("entity")?;
    let territory = node.map(|node| snapshot.territory(node));
    let layers = [Layer::Agreements, Layer::Networks, Layer::Events, Layer::Offices, Layer::Acts];
    let sides: Vec<_> = territory.iter().collect();
    let looked = looked(snapshot, &CoverageQuery { layers: &layers, sides: &sides });
    let name = node.map_or_else(|| say!("coverage-everything"), |node| snapshot.refer(node).full());
    let mut about = about(QUESTION.id, snapshot, say!("coverage-title", name = name), &at, looked);
    about.methods.push(Method::new(&say!("coverage-method"), ""));
    about.methods.push(Method::new(&say!("coverage-method-2"), ""));
    let (ties, on_one_source) = primary_sources(snapshot, node);
    let (claimed, rows) = (claimed_and_held(snapshot, node), by_network(snapshot, node, &at));
    let tables = std::iter::once(network::table(snapshot, &rows, &at));
    let tables = tables.chain(country::tables(snapshot, node, &at)).map(|table| table.cut(limit));
    let tables = tables.filter(|table| !table.rows.is_empty());
    let figures = figures(snapshot, ties, on_one_source);
    Ok(Answer::Coverage(CoverageAnswer {
        about,
        summary: summary(&figures, node.map(|node| snapshot.name(node))),
        entity: node.map(|node| snapshot.refer(node)),
        claimed_left_out: claimed.len().saturating_sub(limit) as u64,
        claimed: claimed.into_iter().take(limit).collect(),
        networks_left_out: rows.len().saturating_sub(limit) as u64,
        networks: rows.iter().take(limit).map(|row| in_short(row, at.window)).collect(),
        tables: tables.collect(),
        ties,
        on_one_source,
        figures,
    }))
}

/// "54,000 ties are on file, 40,000 of them on a single source. Members are on file for 23 of 47 networks."
fn summary(figures: &[CountedFigure], subject: Option<String>) -> String {
    let of = |what| figures.iter().find(|row| row.of == what).map_or(0, |row| row.figure.count.presumed);
    let (ties, single) = (of(Counted::Ties), of(Counted::OnOneSource));
    let networks =
        say!("coverage-networks", held = of(Counted::NetworksWithMembers), all = of(Counted::Networks));
    match subject {
        Some(name) => say!("coverage-of", ties = ties, single = single, subject = name),
        None => crate::report::sentences([say!("coverage-summary", ties = ties, single = single), networks]),
    }
}

fn claimed_and_held(snapshot: &Snapshot, node: Option<EntityIx>) -> Vec<ClaimedAndHeld> {
    let about = snapshot
        .statements()
        .iter()
        .filter(|statement| node.is_none_or(|node| snapshot.mentioned_in(statement).contains(&node)));
    let rows = about.filter_map(|statement| held(snapshot, statement));
    let mut rows: Vec<ClaimedAndHeld> = rows.collect();
    rows.sort_by(|a, b| {
        (&a.claimed.wording, a.claimed.evidence.claim).cmp(&(&b.claimed.wording, b.claimed.evidence.claim))
    });
    rows
}

fn in_short(row: &OfNetwork<'_>, asked: Window) -> NetworkCoverage {
    let last = row.depth.last_look();
    NetworkCoverage {
        network: row.network.clone(),
        count: row.held,
        claimed: row.claimed.map(|(_, n)| n),
        last_look: last.map(wording::date).unwrap_or_default(),
        years_old: last.map(|day| depth::age(day, asked)),
    }
}

/// Ties on file, and how many of them have all their claims from one primary source.
fn primary_sources(snapshot: &Snapshot, node: Option<EntityIx>) -> (u64, u64) {
    let told = snapshot.all_links().map(|(link, subject, object)| JoinedEnds { link, subject, object });
    let own = told.filter(|one| node.is_none_or(|node| one.subject == node || one.object == node));
    let depth = Depth::of(own.collect());
    (depth.ties, depth.on_one_primary_source)
}

pub fn coverage_in_short(snapshot: &Snapshot) -> CoverageInShort {
    let networks: Vec<EntityIx> = snapshot.of_kind(EntityKind::Network).collect();
    let claimed = |statement: &&Statement| claims_a_count(snapshot, statement);
    CoverageInShort {
        networks_looked_at: networks.iter().filter(|network| is_searched(snapshot, **network)).count() as u64,
        networks: networks.len() as u64,
        claimed: snapshot.statements().iter().filter(claimed).count() as u64,
    }
}

fn claims_a_count(snapshot: &Snapshot, statement: &Statement) -> bool {
    match &statement.claim.shape {
        Shape::Count { scope, quantity: Some(_), .. } => ResolvedScope::new(snapshot, scope, None).is_some(),
        _ => false,
    }
}

/// Whether a day is on file on which somebody looked for members, or saw one.
fn is_searched(snapshot: &Snapshot, network: EntityIx) -> bool {
    let own = &snapshot.entity(network).id;
    let mut looks = snapshot.coverage().iter().filter(|look| look.object.as_ref() == Some(own));
    let seen = |link: &Link| link.kind == LinkKind::Member && link.observed.is_some();
    snapshot.incoming(network).any(|(link, _)| seen(link)) || looks.any(|look| look.looked.is_some())
}

/// "We hold 912 claims from 104 sources; 31 of 60 networks looked at."
fn figures(snapshot: &Snapshot, ties: u64, on_one_source: u64) -> Vec<CountedFigure> {
    let networks: Vec<EntityIx> = snapshot.of_kind(EntityKind::Network).collect();
    let with_members: BTreeSet<&EntityIx> = networks
        .iter()
        .filter(|network| snapshot.incoming(**network).any(|(link, _)| link.kind == LinkKind::Member))
        .collect();
    vec![
        counted(Counted::Ties, ties),
        counted(Counted::OnOneSource, on_one_source),
        counted(Counted::Statements, snapshot.claims() as u64),
        counted(Counted::Sources, snapshot.sources().len() as u64),
        counted(Counted::NetworksWithMembers, with_members.len() as u64),
        counted(Counted::Networks, networks.len() as u64),
        counted(Counted::Waiting, snapshot.waiting().values().sum()),
    ]
}

fn counted(of: Counted, n: u64) -> CountedFigure {
    let (label, unit) = match of {
        Counted::Ties => (message!("coverage-ties"), "ties"),
        Counted::OnOneSource => (message!("coverage-on-one-source"), "ties"),
        Counted::Statements => (message!("coverage-statements"), "statements"),
        Counted::Sources => (message!("coverage-sources"), "sources"),
        Counted::NetworksWithMembers => (message!("coverage-with-members"), "networks"),
        Counted::Networks => (message!("coverage-networks-on-file"), "networks"),
        Counted::Waiting => (message!("coverage-to-match"), "statements"),
    };
    let (label, unit) = (label.text(), unit.to_owned());
    CountedFigure {
        of,
        figure: Figure { label, count: BoundedCount::exactly(n), unit, evidence: Vec::new() },
    }
}
