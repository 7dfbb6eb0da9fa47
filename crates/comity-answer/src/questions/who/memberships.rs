//! Which networks has a city been in, in which roles, from when to when?

use std::collections::BTreeSet;

use comity_messages::{message, say};
use comity_model::{EntityId, LinkKind, Polarity};
use comity_snapshot::timeslice::membership_role;
use comity_snapshot::{EntityIx, Evidence, Fact, Layer, Snapshot, facts, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::report::ties::periods;
use crate::report::{
    At, Chart, CoverageQuery, Head, Indicator, IntervalRow, Mark, Picture, Report, Span, Table, about,
    fact_cell, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "memberships",
    title: message!("question-memberships"),
    group: Group::WhoAndWhen,
    help: message!("help-memberships"),
    arguments: &[need("entity", Range::Entity, "a city, state or body"), AT, LIMIT],
    example: &[("entity", "new-york-city")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let (entity, at, limit) = (arguments.entity("entity")?, arguments.at(), arguments.limit());
    memberships(snapshot, &entity, &at, limit).map(Answer::Report)
}

/// One role in one network. What denies the membership denies every role in it.
struct Spell<'w> {
    network: EntityIx,
    role: &'w str,
    fact: Fact<'w>,
}

fn memberships(snapshot: &Snapshot, entity: &EntityId, at: &At, limit: usize) -> Result<Report, AskError> {
    let node = snapshot.require(entity)?;
    let own = snapshot.territory(node);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Networks], sides: &[&own] });
    let about = about(
        QUESTION.id,
        snapshot,
        say!("memberships-title", name = snapshot.refer(node).full()),
        at,
        looked,
    );
    let spells = spells(snapshot, node);
    if spells.is_empty() {
        let why = say!("memberships-none", name = snapshot.name(node));
        return Ok(Report::unanswerable(about, &why));
    }
    let columns: &[Head<'_>] = &[
        ("network", &say!("head-network"), ""),
        ("role", &say!("head-role"), ""),
        ("period", &say!("head-when-as-stated"), ""),
        ("last_seen", &say!("head-last-seen"), ""),
        ("state", &say!("head-on-that-day"), ""),
    ];
    let mut table = Table::new("spells", &say!("memberships-table-spells"), columns);
    for spell in &spells {
        let seen = spell.fact.last_seen(snapshot).map(|seen| seen.words);
        let cells = vec![
            snapshot.refer(spell.network).into(),
            wording::spoken(spell.role).into(),
            periods(&spell.fact).into(),
            seen.into(),
            fact_cell(snapshot, &spell.fact, at.window),
        ];
        table.push(cells, spell.fact.evidence(snapshot));
    }
    let networks: BTreeSet<EntityIx> = spells.iter().map(|spell| spell.network).collect();
    let on_record = on_record(snapshot, node, &networks, at);
    let (n, all) = (on_record.len(), networks.len());
    let mut sheet =
        Report::new(about, say!("memberships-summary", n = n, all = all, name = snapshot.name(node)));
    sheet.indicators = vec![
        Indicator::count(&say!("memberships-figure"), n, "").by(claims(snapshot, &spells, &on_record)),
        Indicator::count(&say!("memberships-figure-all"), all, "").by(claims(snapshot, &spells, &networks)),
    ];
    sheet.charts.push(chart(snapshot, &spells, at));
    sheet.tables.push(table.cut(limit));
    Ok(sheet)
}

/// Those of the networks that it is on record in on the day.
fn on_record(
    snapshot: &Snapshot,
    node: EntityIx,
    networks: &BTreeSet<EntityIx>,
    at: &At,
) -> BTreeSet<EntityIx> {
    let record = |network: &EntityIx| snapshot.link_record(LinkKind::Member, node, *network);
    networks.iter().copied().filter(|network| record(network).on(at.window).presumed).collect()
}

fn claims(snapshot: &Snapshot, spells: &[Spell<'_>], networks: &BTreeSet<EntityIx>) -> Vec<Evidence> {
    let own = spells.iter().filter(|spell| networks.contains(&spell.network));
    own.flat_map(|spell| spell.fact.evidence(snapshot)).collect()
}

fn spells(snapshot: &Snapshot, node: EntityIx) -> Vec<Spell<'_>> {
    let members = || snapshot.outgoing_of(LinkKind::Member, node);
    let said = members().filter(|(link, _)| link.polarity == Polarity::Asserted);
    let mut spells: Vec<Spell<'_>> =
        facts(said.map(|(link, network)| ((network, membership_role(link)), link)))
            .into_iter()
            .map(|((network, role), fact)| Spell { network, role, fact })
            .collect();
    for (link, network) in members().filter(|(link, _)| link.polarity == Polarity::Denied) {
        let own = spells.iter_mut().filter(|spell| spell.network == network);
        let denied = own.map(|spell| spell.fact.links.push(link)).count();
        if denied == 0 {
            spells.push(Spell { network, role: membership_role(link), fact: Fact { links: vec![link] } });
        }
    }
    let first = |spell: &Spell<'_>| spell.fact.asserted().map(|link| link.valid.start().latest).min();
    spells.sort_by_key(|spell| (first(spell), snapshot.name(spell.network), spell.role));
    spells
}

fn chart(snapshot: &Snapshot, spells: &[Spell<'_>], at: &At) -> Chart {
    Chart {
        id: "spells",
        title: say!("memberships-chart"),
        caption: say!("memberships-chart-caption"),
        table: "spells",
        picture: Picture::Intervals {
            rows: spells
                .iter()
                .filter(|spell| spell.fact.asserted().next().is_some())
                .map(|spell| interval(snapshot, spell, at))
                .collect(),
        },
    }
}

fn interval(snapshot: &Snapshot, spell: &Spell<'_>, at: &At) -> IntervalRow {
    let mark = Mark::from(spell.fact.own_record(snapshot).on(at.window));
    let network = snapshot.name(spell.network);
    let label = match spell.role {
        "member" => network,
        role => say!("memberships-role", network = network, role = wording::spoken(role)),
    };
    IntervalRow { label, spans: spell.fact.asserted().map(|link| Span::of(&link.valid, mark)).collect() }
}
