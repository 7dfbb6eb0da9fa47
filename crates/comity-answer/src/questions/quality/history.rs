//! What was on file about a day at an earlier moment, and what has changed since.

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{Message, message, say};
use comity_model::{ClaimId, EntityId, Link, LinkKind, SourceId, Standing, Statement};
use comity_snapshot::record::{Bound, TieState};
use comity_snapshot::{Evidence, Fact, Snapshot, facts, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::report::{
    About, At, Cell, Chart, CoverageReport, Dot, Head, Indicator, Method, Picture, Report, Table, about,
    as_number,
};

pub(crate) const QUESTION: Question = Question {
    id: "history",
    title: message!("question-history"),
    group: Group::Trust,
    help: message!("help-history"),
    arguments: &[
        need("since", Range::Moment, "the earlier moment"),
        may("entity", Range::Entity, "only what is about this place, network or other thing"),
        AT,
        LIMIT,
    ],
    example: &[("since", "#100"), ("entity", "c40")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let earlier = arguments.earlier().ok_or_else(|| arguments.missing("since"))?;
    let entity = arguments.some_entity("entity")?;
    let whose = snapshot.require_any(entity.as_ref())?;
    let since = earlier.known().0;
    let title = match whose {
        Some(node) => say!("history-title-about", name = snapshot.name(node), entry = since),
        None => say!("history-title", entry = since),
    };
    let mut about = about(QUESTION.id, snapshot, title, &arguments.at(), CoverageReport::default());
    about.methods.push(Method::new(
        &say!("history-method"),
        "Snodgrass 1999, Developing Time-Oriented Database Applications in SQL",
    ));
    let head: String = earlier.head().chars().take(12).collect();
    about.caveats.push(say!("history-earlier-side", entry = earlier.known().0, head = head));
    about.caveats.push(say!("history-caveat"));
    if earlier.known() > snapshot.known() {
        return Ok(Report::unanswerable(about, &say!("history-exchange")).into());
    }
    let [then, now] = [earlier, snapshot].map(|snapshot| KnownAt::new(snapshot, entity.as_ref()));
    Ok(sheet(about, &then, &now, arguments).into())
}

/// One of the two snapshots, as far as it is asked about.
struct KnownAt<'w> {
    snapshot: &'w Snapshot,
    facts: BTreeMap<LinkKey, Fact<'w>>,
    statements: BTreeMap<ClaimId, &'w Statement>,
    sources: BTreeSet<SourceId>,
}

/// What two snapshots may hold in common, by what never changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct LinkKey {
    kind: LinkKind,
    subject: EntityId,
    object: EntityId,
}

impl LinkKey {
    fn of(link: &Link) -> Self {
        Self { kind: link.kind, subject: link.subject.clone(), object: link.object.clone() }
    }
}

impl<'w> KnownAt<'w> {
    fn new(snapshot: &'w Snapshot, entity: Option<&EntityId>) -> Self {
        let node = entity.and_then(|id| snapshot.node(id));
        let links = snapshot.links().iter().filter(|link| {
            let ends = [&link.subject, &link.object];
            entity.is_none() || node.is_some() && ends.iter().any(|end| snapshot.node(end) == node)
        });
        let keyed = links.map(|link| (LinkKey::of(link), link));
        let statements = snapshot.statements().iter().filter(|statement| {
            let is_about = |node| snapshot.mentioned_in(statement).contains(&node);
            entity.is_none() || node.is_some_and(is_about)
        });
        Self {
            snapshot,
            facts: facts(keyed).into_iter().collect(),
            statements: statements.map(|each| (each.id, each)).collect(),
            sources: snapshot.sources().iter().map(|source| source.id.clone()).collect(),
        }
    }

    fn count(&self, at: &At, bound: Bound) -> u64 {
        let standings = self.facts.values().map(|fact| fact.standing(self.snapshot, at.window));
        standings.filter(|standing| standing.meets(bound)).count() as u64
    }

    fn state(&self, key: &LinkKey, at: &At) -> Option<(TieState, String)> {
        let fact = self.facts.get(key)?;
        let (record, seen) = (fact.record(self.snapshot), fact.last_seen(self.snapshot));
        Some((
            record.on(at.window).state,
            wording::tie_standing(self.snapshot, &record, at.window, seen.as_ref()),
        ))
    }

    /// Some of all the claims there are.
    fn some_evidence(&self) -> impl Iterator<Item = Evidence> {
        let ties = self
            .facts
            .values()
            .filter_map(|fact| fact.links.first())
            .map(|link| self.snapshot.evidence_of(link));
        ties.chain(self.statements.values().map(|statement| self.snapshot.evidence_of_statement(statement)))
    }

    fn evidence_of(&self, key: &LinkKey) -> Vec<Evidence> {
        let links = self.facts.get(key).map(|fact| fact.links.as_slice()).unwrap_or_default();
        links.iter().map(|link| self.snapshot.evidence_of(link)).collect()
    }
}

fn sheet(about: About, then: &KnownAt<'_>, now: &KnownAt<'_>, arguments: &Arguments<'_>) -> Report {
    let changed = changes(then, now, &arguments.at());
    let said = statements(then, now);
    let (ties, others) = (changed.rows.len(), said.rows.len());
    let summary = match (ties, others) {
        (0, 0) => say!("history-none"),
        _ => say!("history-summary", ties = ties, others = others, entry = then.snapshot.known().0),
    };
    let mut sheet = Report::new(about, summary);
    let counts = counts(then, now, &arguments.at());
    sheet.indicators = counts
        .iter()
        .map(|CountChange { label, then, now: after }| {
            let evidence =
                changed.rows.iter().flat_map(|row| row.evidence.clone()).chain(now.some_evidence());
            let label = say!("history-figure", label = label.text(), then = *then);
            Indicator::new(&label, Some(as_number(*after)), "").by(evidence)
        })
        .collect();
    sheet.charts.push(chart(&counts));
    sheet.tables.push(counted(&counts, &changed));
    sheet.tables.push(changed.cut(arguments.limit()));
    sheet.tables.push(said.cut(arguments.limit()));
    sheet
}

/// How much was on file of something, and how much is.
struct CountChange {
    label: Message,
    then: u64,
    now: u64,
}

fn counts(then: &KnownAt<'_>, now: &KnownAt<'_>, at: &At) -> [CountChange; 4] {
    let both = [then, now];
    let change = |label, [then, now]: [u64; 2]| CountChange { label, then, now };
    [
        change(message!("history-ties"), both.map(|side| side.count(at, Bound::Presumed))),
        change(message!("history-possible-ties"), both.map(|side| side.count(at, Bound::Possible))),
        change(message!("history-statements"), both.map(|side| side.statements.len() as u64)),
        change(message!("history-sources"), both.map(|side| side.sources.len() as u64)),
    ]
}

fn counted(counts: &[CountChange], changed: &Table) -> Table {
    let mut table = Table::new(
        "counts",
        &say!("history-table-counts"),
        &[("what", &say!("head-what"), ""), ("then", &say!("head-then"), ""), ("now", &say!("head-now"), "")],
    )
    .computed_from(&say!("history-computed"));
    let evidence: Vec<Evidence> = changed.rows.iter().flat_map(|row| row.evidence.clone()).take(12).collect();
    for CountChange { label, then, now } in counts {
        table.push(vec![label.text().into(), (*then).into(), (*now).into()], evidence.clone());
    }
    table
}

fn changes(then: &KnownAt<'_>, now: &KnownAt<'_>, at: &At) -> Table {
    let columns: &[Head<'_>] = &[
        ("who", &say!("head-who"), ""),
        ("how", &say!("head-relation"), ""),
        ("what", &say!("head-what"), ""),
        ("then", &say!("head-then"), ""),
        ("now", &say!("head-now"), ""),
    ];
    let mut table = Table::new("ties", &say!("history-table-ties"), columns);
    let keys: BTreeSet<&LinkKey> = then.facts.keys().chain(now.facts.keys()).collect();
    for key in keys {
        let (before, after) = (then.state(key, at), now.state(key, at));
        if before.as_ref().map(|(state, _)| state) == after.as_ref().map(|(state, _)| state) {
            continue;
        }
        let side = if after.is_some() { now } else { then };
        let snapshot = side.snapshot;
        let Some((subject, object)) = snapshot.node(&key.subject).zip(snapshot.node(&key.object)) else {
            continue;
        };
        let Some(link) = side.facts.get(key).and_then(|fact| fact.links.first()) else { continue };
        let cells = vec![
            snapshot.refer(subject).into(),
            wording::link_phrase(link, true).into(),
            snapshot.refer(object).into(),
            cell(before),
            cell(after),
        ];
        table.push(cells, side.evidence_of(key));
    }
    table
}

fn cell(state: Option<(TieState, String)>) -> Cell {
    state.map_or_else(|| say!("history-not-on-file").into(), |(state, words)| Cell::State { state, words })
}

fn statements(then: &KnownAt<'_>, now: &KnownAt<'_>) -> Table {
    let columns: &[Head<'_>] = &[
        ("says", &say!("head-statement"), ""),
        ("then", &say!("head-then"), ""),
        ("now", &say!("head-now"), ""),
    ];
    let mut table = Table::new("statements", &say!("history-table-statements"), columns);
    let ids: BTreeSet<&ClaimId> = then.statements.keys().chain(now.statements.keys()).collect();
    for id in ids {
        let (before, after) = (then.statements.get(id), now.statements.get(id));
        let [stood, stands] = [before, after].map(|one| one.map(|statement| statement.standing));
        if stood == stands {
            continue;
        }
        let (snapshot, statement) = match (before, after) {
            (_, Some(statement)) => (now.snapshot, statement),
            (Some(statement), None) => (then.snapshot, statement),
            (None, None) => continue,
        };
        let said = wording::statement(&statement.claim);
        let words = |standing: Option<Standing>| standing.map(wording::standing);
        let or_none = |words: Option<&str>| words.map_or_else(|| say!("history-not-on-file"), str::to_owned);
        let [then, now] = [stood, stands].map(|standing| or_none(words(standing)));
        let cells = vec![said.into(), then.into(), now.into()];
        table.push(cells, vec![snapshot.evidence_of_statement(statement)]);
    }
    table
}

fn chart(counts: &[CountChange]) -> Chart {
    let rows = counts.iter().flat_map(|one| {
        [dot(one.label, one.then, say!("history-then")), dot(one.label, one.now, say!("history-now"))]
    });
    Chart {
        id: "counts",
        title: say!("history-chart"),
        caption: say!("history-chart-caption"),
        table: "counts",
        picture: Picture::Bars { rows: rows.collect(), unit: String::new() },
    }
}

fn dot(label: Message, value: u64, group: String) -> Dot {
    Dot { group, ..Dot::plain(label.text(), as_number(value)) }
}
