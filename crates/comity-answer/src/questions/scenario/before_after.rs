//! Before and after something really ended: what history shows, without assuming anything.

use std::collections::BTreeSet;

use comity_messages::{message, say};
use comity_model::{Bounds, Day, EntityAttribute, FuzzyDate, Link, LinkKind, Standing, Window};
use comity_snapshot::record::{Bound, TieState};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, facts, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::questions::scenario::change_tables;
use crate::questions::scenario::intervention::Intervention;
use crate::report::{
    About, At, CoverageQuery, CoverageReport, Head, Method, Report, Table, about, fact_cell, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "before-after",
    title: message!("question-before-after"),
    group: Group::WhatIf,
    help: message!("help-before-after"),
    arguments: &[
        need("entity", Range::Entity, "what ended"),
        may(
            "years",
            Range::Whole { least: 1, most: 20 },
            "how far on either side of the end to look; 1 if left out",
        ),
        AT,
        LIMIT,
    ],
    example: &[("entity", "fmcu"), ("years", "2")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let years = arguments.whole("years").and_then(|years| i32::try_from(years).ok()).unwrap_or(1);
    let at = arguments.at();
    let node = arguments.node("entity")?;
    let territory = snapshot.territory(node);
    let seen = looked(snapshot, &CoverageQuery { layers: &Layer::ALL, sides: &[&territory] });
    let title = say!("before-after-heading", name = snapshot.name(node));
    let Some(ending) = ending(snapshot, node, at.window.to) else {
        let about = about(QUESTION.id, snapshot, title, &at, seen);
        let why = say!("before-after-no-end", name = snapshot.name(node));
        return Ok(Report::unanswerable(about, &why).into());
    };
    let year = 366 * years;
    let after = |days: i32| Day(ending.latest.0.saturating_add(days));
    let later = after(year).min(at.window.to).max(after(1));
    let windows = [Day(ending.earliest.0.saturating_sub(year)), later].map(Window::day);
    let mut about = framed(snapshot, title, &windows, seen);
    if windows[1].to > at.window.to {
        about.caveats.push(say!("before-after-caveat-ahead"));
    }
    Ok(sheet(snapshot, about, (node, &ending), windows, arguments.limit()).into())
}

/// Between which days it ended, and who says so.
struct Ending {
    earliest: Day,
    latest: Day,
    says: Vec<String>,
    evidence: Vec<Evidence>,
}

fn framed(snapshot: &Snapshot, title: String, windows: &[Window; 2], seen: CoverageReport) -> About {
    let text = format!("{}/{}", windows[0].from, windows[1].to);
    let at = At { text, window: Window { from: windows[0].from, to: windows[1].to } };
    let mut about = about(QUESTION.id, snapshot, title, &at, seen);
    about.methods.push(Method::new(&say!("before-after-method"), ""));
    about.caveats.push(say!("before-after-caveat-cause"));
    about
}

/// From its dissolution where a source dates it, else from the last end of a tie of it that a source dates.
fn ending(snapshot: &Snapshot, node: EntityIx, by: Day) -> Option<Ending> {
    let mut found: Vec<(Bounds, String, Evidence)> = Vec::new();
    for (statement, value) in snapshot.stated(node, EntityAttribute::Dissolved) {
        if let Ok(date) = value.parse::<FuzzyDate>() {
            found.push((
                Bounds::from(&date),
                wording::date(&date),
                snapshot.evidence_of_statement(statement),
            ));
        }
    }
    if found.is_empty() {
        let own = last_end(snapshot.outgoing(node).chain(snapshot.incoming(node)).map(|(link, _)| link));
        let (link, says) = match own {
            Some(link) => (link, wording::ended(&link.valid)?),
            None => post_ended(snapshot, node)?,
        };
        found.push((link.valid.end(), says, snapshot.evidence_of(link)));
    }
    found.retain(|(days, _, _)| days.earliest <= by);
    let Bounds { earliest, latest } = found.iter().map(|one| one.0).reduce(Bounds::widened)?;
    let (says, evidence) = found.into_iter().map(|(_, says, claims)| (says, claims)).unzip();
    let dated = earliest != Day::PAST && latest != Day::FUTURE;
    dated.then_some(Ending { earliest, latest, says, evidence })
}

fn last_end<'w>(links: impl Iterator<Item = &'w Link>) -> Option<&'w Link> {
    let ended = links.filter(|link| link.valid.says_ended() && link.standing == Standing::Accepted);
    ended.max_by_key(|link| (link.valid.end().latest, link.claim))
}

/// Where nothing dates its own end: the last post to end of those who held one in it.
fn post_ended(snapshot: &Snapshot, node: EntityIx) -> Option<(&Link, String)> {
    let holders = snapshot.incoming_of(LinkKind::Holds, node).map(|(_, holder)| holder);
    let posts = holders.flat_map(|holder| snapshot.outgoing(holder)).map(|(link, _)| link);
    let last = last_end(posts.filter(|link| link.kind == LinkKind::Holds))?;
    let holder = snapshot.node(&last.subject)?;
    let when = wording::ended(&last.valid)?;
    Some((last, say!("before-after-post", when = when, name = snapshot.name(holder))))
}

fn sheet(
    snapshot: &CachedSnapshot,
    about: About,
    (node, ending): (EntityIx, &Ending),
    windows: [Window; 2],
    limit: usize,
) -> Report {
    let [before, after] = windows.map(|window| snapshot.relations(window, Bound::Presumed));
    let change = Intervention { before, after };
    let moved = change.figures();
    let said: BTreeSet<&str> = ending.says.iter().map(String::as_str).collect();
    let when = said.into_iter().collect::<Vec<_>>().join(&say!("between-or"));
    let isolated = change.isolated();
    let ended = say!("before-after-summary", when = when);
    let summary = match isolated.as_slice() {
        [] => say!("before-after-all-meet", said = ended),
        places => say!(
            "before-after-alone",
            said = ended,
            n = places.len(),
            names = change_tables::names(&change, places)
        ),
    };
    let mut sheet = Report::new(about, summary);
    let mut evidence = ending.evidence.clone();
    evidence.extend(change_tables::some_evidence(&change));
    sheet.indicators.extend(change_tables::indicators(&change));
    sheet.tables.push(own_ties(snapshot, node, windows).cut(limit));
    sheet.tables.push(change_tables::figures(&moved, &evidence));
    sheet.tables.push(change_tables::isolated(&change).cut(limit));
    sheet.tables.push(change_tables::lost(&change).cut(limit));
    sheet.charts.push(change_tables::chart(&moved));
    sheet
}

/// A tie of what ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct OwnTie {
    kind: LinkKind,
    /// Whether it is the subject.
    forward: bool,
    other: EntityIx,
}

/// Each of its ties on both days, and what the other end has besides.
fn own_ties(snapshot: &Snapshot, node: EntityIx, windows: [Window; 2]) -> Table {
    let columns: &[Head<'_>] = &[
        ("other", &say!("head-with"), ""),
        ("how", &say!("head-relation"), ""),
        ("before", &say!("head-before"), ""),
        ("after", &say!("head-after"), ""),
        ("else_before", &say!("head-its-other-ties-of-the-kind-before"), ""),
        ("else_after", &say!("head-and-after"), ""),
    ];
    let mut table = Table::new("own", &say!("before-after-table-own"), columns);
    let out =
        snapshot.outgoing(node).map(|(link, other)| (OwnTie { kind: link.kind, forward: true, other }, link));
    let back = snapshot
        .incoming(node)
        .map(|(link, other)| (OwnTie { kind: link.kind, forward: false, other }, link));
    for (tie, fact) in facts(out.chain(back)) {
        let states = windows.map(|window| fact.standing(snapshot, window).state);
        if states.iter().all(|state| *state == TieState::NotYet) {
            continue;
        }
        let Some(first) = fact.asserted().next() else { continue };
        let elsewhere = windows.map(|window| tie.others(snapshot, node, window));
        let cells = vec![
            snapshot.refer(tie.other).into(),
            wording::link_phrase(first, tie.forward).into(),
            fact_cell(snapshot, &fact, windows[0]),
            fact_cell(snapshot, &fact, windows[1]),
            elsewhere[0].into(),
            elsewhere[1].into(),
        ];
        table.push(cells, fact.links.iter().map(|link| snapshot.evidence_of(link)).collect());
    }
    table
}

impl OwnTie {
    /// How many other ties of this kind and direction the other end has on record.
    fn others(self, snapshot: &Snapshot, own: EntityIx, window: Window) -> u64 {
        let links: Vec<_> = if self.forward {
            snapshot.incoming(self.other).collect()
        } else {
            snapshot.outgoing(self.other).collect()
        };
        let besides = links.into_iter().filter(|(link, end)| link.kind == self.kind && *end != own);
        let others = facts(besides.map(|(link, end)| (end, link)));
        others.iter().filter(|(_, fact)| fact.standing(snapshot, window).presumed).count() as u64
    }
}
