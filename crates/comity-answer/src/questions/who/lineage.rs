//! What a network came from and became, and which members went along?

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{message, say};
use comity_model::{Bounds, EntityAttribute, EntityId, LinkAttribute, LinkKind, Polarity, Window};
use comity_snapshot::record::TieState;
use comity_snapshot::{EntityIx, Evidence, Fact, Layer, Snapshot, dates, facts, is_firm, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::report::{
    At, Cell, Chart, CoverageQuery, Head, Indicator, IntervalRow, Mark, Method, Picture, Report, Span, Table,
    about, in_years, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "lineage",
    title: message!("question-lineage"),
    group: Group::WhoAndWhen,
    help: message!("help-lineage"),
    arguments: &[need("entity", Range::Entity, "a network, city, office, …"), AT, LIMIT],
    example: &[("entity", "uclg")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let (entity, at, limit) = (arguments.entity("entity")?, arguments.at(), arguments.limit());
    lineage(snapshot, &entity, &at, limit).map(Answer::Report)
}

/// One step from the earlier to the later.
struct Step<'w> {
    before: EntityIx,
    after: EntityIx,
    /// How many steps from the one asked about: below 0 before it.
    away: i64,
    fact: Fact<'w>,
}

fn lineage(snapshot: &Snapshot, entity: &EntityId, at: &At, limit: usize) -> Result<Report, AskError> {
    let node = snapshot.require(entity)?;
    let own = snapshot.territory(node);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Lineage], sides: &[&own] });
    let mut about =
        about(QUESTION.id, snapshot, say!("lineage-title", name = snapshot.refer(node).full()), at, looked);
    about.methods.push(Method::new(&say!("lineage-method"), ""));
    let mut steps = steps(snapshot, node, false);
    steps.extend(self::steps(snapshot, node, true));
    if steps.is_empty() {
        let why = say!("lineage-none", name = snapshot.name(node));
        return Ok(Report::unanswerable(about, &why));
    }
    steps.sort_by_key(|step| (step.away, snapshot.name(step.before), snapshot.name(step.after)));
    let (before, after): (Vec<&Step<'_>>, _) = steps.iter().partition(|step| step.away < 0);
    let ends = [
        before.iter().map(|step| step.before).collect::<BTreeSet<_>>().len(),
        after.iter().map(|step| step.after).collect::<BTreeSet<_>>().len(),
    ];
    let name = snapshot.name(node);
    let mut sheet =
        Report::new(about, say!("lineage-summary", before = ends[0], after = ends[1], name = name));
    sheet.indicators = vec![
        Indicator::count(&say!("lineage-figure-before"), ends[0], "").by(claims(snapshot, &before)),
        Indicator::count(&say!("lineage-figure-after"), ends[1], "").by(claims(snapshot, &after)),
    ];
    sheet.tables.push(table(snapshot, &steps, at).cut(limit));
    sheet.tables.extend(continuity(snapshot, &steps).map(|table| table.cut(limit)));
    sheet.charts.extend(chart(snapshot, node, &steps));
    Ok(sheet)
}

fn claims(snapshot: &Snapshot, steps: &[&Step<'_>]) -> Vec<Evidence> {
    steps.iter().flat_map(|step| step.fact.evidence(snapshot)).collect()
}

/// Breadth first, each entity once; forwards to successors or backwards to forerunners.
fn steps(snapshot: &Snapshot, node: EntityIx, forwards: bool) -> Vec<Step<'_>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([node]);
    let mut layer = vec![node];
    let mut away = 0;
    while !layer.is_empty() {
        away += if forwards { 1 } else { -1 };
        let mut next = Vec::new();
        for here in layer {
            let links: Vec<_> =
                if forwards { snapshot.incoming(here).collect() } else { snapshot.outgoing(here).collect() };
            let succeeds = links.into_iter().filter(|(link, _)| link.kind == LinkKind::Succeeds);
            for (other, fact) in facts(succeeds.map(|(link, other)| (other, link))) {
                let (before, after) = if forwards { (here, other) } else { (other, here) };
                found.push(Step { before, after, away, fact });
                if seen.insert(other) {
                    next.push(other);
                }
            }
        }
        layer = next;
    }
    found
}

fn table(snapshot: &Snapshot, steps: &[Step<'_>], at: &At) -> Table {
    let columns: &[Head<'_>] = &[
        ("before", &say!("head-before"), ""),
        ("after", &say!("head-after"), ""),
        ("how", &say!("head-how"), ""),
        ("when", &say!("head-when-as-stated"), ""),
        ("state", &say!("head-what-sources-say"), ""),
        ("steps", &say!("head-steps-away"), "steps"),
    ];
    let mut table = Table::new("steps", &say!("lineage-table-steps"), columns);
    for step in steps {
        let kinds: BTreeSet<String> = step
            .fact
            .asserted()
            .filter_map(|link| link.attributes.get(&LinkAttribute::Kind))
            .map(|kind| wording::spoken(kind))
            .collect();
        let cells = vec![
            snapshot.refer(step.before).into(),
            snapshot.refer(step.after).into(),
            kinds.into_iter().collect::<Vec<_>>().join(&say!("between-or")).into(),
            crate::report::ties::periods(&step.fact).into(),
            said(&step.fact, at.window),
            step.away.unsigned_abs().into(),
        ];
        table.push(cells, step.fact.evidence(snapshot));
    }
    table
}

/// A succession is an event: who denies it denies it for all days after.
fn said(fact: &Fact<'_>, window: Window) -> Cell {
    let denied = fact.links.iter().any(|link| link.polarity == Polarity::Denied);
    let Bounds { earliest: from, latest: to } = fact.began();
    let (state, words) = match fact.asserted().next() {
        None => (TieState::Denied, message!("lineage-denied")),
        Some(_) if denied => (TieState::SourcesDisagree, message!("lineage-disagree")),
        Some(_) if from > window.to => (TieState::NotYet, message!("lineage-not-yet")),
        Some(_) if to <= window.to && fact.asserted().any(is_firm) => {
            (TieState::Happened, message!("lineage-on-record"))
        }
        Some(_) => (TieState::NotPlaced, message!("lineage-undated")),
    };
    Cell::State { state, words: words.text() }
}

/// `None` where no step joins two entities that both have members on file.
fn continuity(snapshot: &Snapshot, steps: &[Step<'_>]) -> Option<Table> {
    let columns: &[Head<'_>] = &[
        ("before", &say!("head-before"), ""),
        ("after", &say!("head-after"), ""),
        ("members_before", &say!("head-members-before"), ""),
        ("members_after", &say!("head-members-after"), ""),
        ("both", &say!("head-in-both"), ""),
        ("who", &say!("head-who-went-along"), ""),
    ];
    let mut table = Table::new("continuity", &say!("lineage-table-continuity"), columns);
    table.note = say!("lineage-note");
    for step in steps {
        let (before, after) = (members(snapshot, step.before), members(snapshot, step.after));
        if before.is_empty() || after.is_empty() {
            continue;
        }
        let both: Vec<EntityIx> =
            before.keys().filter(|member| after.contains_key(member)).copied().collect();
        let names: Vec<String> = both.iter().map(|member| snapshot.name(*member)).collect();
        let gone = before.values().chain(after.values()).filter(|_| both.is_empty());
        let claims = both.iter().flat_map(|member| [&before[member], &after[member]]).chain(gone);
        let evidence: Vec<Evidence> = claims.flat_map(|fact| fact.evidence(snapshot)).collect();
        let cells = vec![
            snapshot.refer(step.before).into(),
            snapshot.refer(step.after).into(),
            (before.len() as u64).into(),
            (after.len() as u64).into(),
            (both.len() as u64).into(),
            names.join(", ").into(),
        ];
        table.push(cells, evidence);
    }
    (!table.rows.is_empty()).then_some(table)
}

fn members(snapshot: &Snapshot, network: EntityIx) -> BTreeMap<EntityIx, Fact<'_>> {
    let joined = snapshot.incoming_of(LinkKind::Member, network);
    let all = facts(joined.map(|(link, member)| (member, link)));
    all.into_iter().filter(|(_, fact)| fact.asserted().next().is_some()).collect()
}

/// From the first to the last day on which each may have existed; without a date nothing is drawn.
fn chart(snapshot: &Snapshot, node: EntityIx, steps: &[Step<'_>]) -> Option<Chart> {
    let all: BTreeSet<EntityIx> = steps.iter().flat_map(|step| [step.before, step.after, node]).collect();
    let spans = all.iter().filter_map(|node| Some((snapshot.name(*node), span(snapshot, *node)?)));
    let mut rows: Vec<IntervalRow> =
        spans.map(|(label, span)| IntervalRow { label, spans: vec![span] }).collect();
    rows.sort_by(|a, b| {
        let start = |row: &IntervalRow| row.spans[0].start_earliest.unwrap_or(f64::MAX);
        start(a).total_cmp(&start(b)).then_with(|| a.label.cmp(&b.label))
    });
    (!rows.is_empty()).then(|| Chart {
        id: "lives",
        title: say!("lineage-chart"),
        caption: say!("lineage-chart-caption"),
        table: "steps",
        picture: Picture::Intervals { rows },
    })
}

fn span(snapshot: &Snapshot, node: EntityIx) -> Option<Span> {
    let founded = dates(snapshot, node, EntityAttribute::Founded)?;
    let end = dates(snapshot, node, EntityAttribute::Dissolved);
    Some(Span {
        start_earliest: in_years(founded.earliest),
        start_latest: in_years(founded.latest),
        end_earliest: end.and_then(|days| in_years(days.earliest)),
        end_latest: end.and_then(|days| in_years(days.latest)),
        mark: if end.is_some() { Mark::Over } else { Mark::Carried },
    })
}
