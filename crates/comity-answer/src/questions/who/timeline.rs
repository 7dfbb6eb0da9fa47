//! Every dated statement about one entity in order, with its uncertain ends.

use comity_messages::{message, say};
use comity_model::{
    Bounds, Day, EntityId, EntityKind, Link, LinkKind, Period, Polarity, Shape, Standing, Statement,
};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, own_time, wording};

use crate::answer::{Answer, Timeline, TimelineRow};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{Group, LIMIT, Question, Range, need};
use crate::report::{At, CoverageReport, Mark, Span, about};

pub(crate) const QUESTION: Question = Question {
    id: "timeline",
    title: message!("question-timeline"),
    group: Group::WhoAndWhen,
    help: message!("help-timeline"),
    arguments: &[need("entity", Range::Entity, "a city, network, agreement, …"), LIMIT],
    example: &[("entity", "c40")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    timeline(snapshot, &TimelineArgs::read(arguments)?).map(Answer::Timeline)
}

/// Whose timeline.
#[derive(Debug, Clone)]
pub struct TimelineArgs {
    pub entity: EntityId,
    pub at: At,
    pub limit: usize,
}

impl TimelineArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        Ok(Self { entity: arguments.entity("entity")?, at: arguments.at(), limit: arguments.limit() })
    }
}

pub fn timeline(snapshot: &Snapshot, args: &TimelineArgs) -> Result<Timeline, AskError> {
    let node = snapshot.require(&args.entity)?;
    let mut rows = rows_of(snapshot, node);
    let total = rows.len() as u64;
    // As its words say: what is only seen on a day has bounds, and no date of its own.
    let unknown = wording::period(&Period::unstated());
    let dated = rows.iter().filter(|row| row.when != unknown).count() as u64;
    rows.truncate(args.limit);
    let left_out = total - rows.len() as u64;
    let entity = snapshot.refer(node);
    let about = about(
        QUESTION.id,
        snapshot,
        say!("timeline-title", name = entity.full()),
        &args.at,
        CoverageReport::default(),
    );
    let name = entity.name.as_str();
    let summary = if total == 0 {
        say!("timeline-none", name = name)
    } else {
        say!("timeline-summary", n = total, dated = dated, name = name)
    };
    Ok(Timeline { about, summary, entity, total, dated, rows, left_out })
}

/// All rows, in order.
pub(crate) fn rows_of(snapshot: &Snapshot, node: EntityIx) -> Vec<TimelineRow> {
    let from = snapshot.outgoing(node).map(|(link, other)| link_row(snapshot, node, link, other, true));
    let into = snapshot.incoming(node).map(|(link, other)| link_row(snapshot, node, link, other, false));
    let said = snapshot.statements_about(node).map(|statement| statement_row(snapshot, node, statement));
    let mut rows: Vec<(Bounds, TimelineRow)> = from.chain(into).chain(said).collect();
    rows.sort_by(|(a, x), (b, y)| (a, &x.evidence.claim, &x.what).cmp(&(b, &y.evidence.claim, &y.what)));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn link_row(
    snapshot: &Snapshot,
    node: EntityIx,
    link: &Link,
    other: EntityIx,
    forward: bool,
) -> (Bounds, TimelineRow) {
    let others = if link.kind == LinkKind::Party && snapshot.entity(other).kind == EntityKind::Agreement {
        snapshot.parties(other).into_iter().filter(|party| *party != node).collect()
    } else {
        vec![other]
    };
    let denied = link.polarity == Polarity::Denied;
    let not = if denied { "not: " } else { "" };
    let phrase = if link.kind == LinkKind::Party && forward {
        wording::agreement(if link.called.is_empty() { &snapshot.entity(other).class } else { &link.called })
    } else {
        wording::link_phrase(link, forward)
    };
    let mut row =
        row(&link.valid, Some(Layer::of(link.kind)), format!("{not}{phrase}"), snapshot.evidence_of(link));
    if denied {
        row.span.mark = Mark::Denied;
    }
    let others = others.into_iter().map(|node| snapshot.refer(node)).collect();
    (order(&link.valid), TimelineRow { other: others, ..row })
}

fn statement_row(snapshot: &Snapshot, node: EntityIx, statement: &Statement) -> (Bounds, TimelineRow) {
    let time = match &statement.claim.shape {
        Shape::Attribute { value, .. } if is_date(statement) => value.parse().unwrap_or_default(),
        _ => own_time(&statement.claim),
    };
    let others = snapshot.mentioned_in(statement).into_iter().filter(|other| *other != node);
    let other = others.map(|node| snapshot.refer(node)).collect();
    let claims = snapshot.evidence_of_statement(statement);
    let mut row = row(&time, None, wording::statement(&statement.claim), claims);
    if !is_date(statement) {
        row.when = wording::when(&statement.claim);
    }
    (order(&time), TimelineRow { other, ..row })
}

/// Foundings and ends are on the day they tell, not on the day somebody told it.
fn is_date(statement: &Statement) -> bool {
    use comity_model::EntityAttribute::{Date, Dissolved, Founded};
    matches!(&statement.claim.shape, Shape::Attribute { attribute: Founded | Dissolved | Date, .. })
}

fn row(time: &Period, layer: Option<Layer>, what: String, evidence: Evidence) -> TimelineRow {
    let (start, end) = (time.start(), time.end());
    TimelineRow {
        when: wording::period(time),
        from: start.earliest.to_string(),
        to: end.latest.to_string(),
        uncertain: start.earliest != start.latest || end.earliest != end.latest,
        layer,
        what,
        other: Vec::new(),
        span: Span::of(time, shown(&evidence)),
        evidence,
    }
}

/// How what one source says is drawn.
fn shown(evidence: &Evidence) -> Mark {
    if evidence.standing == Standing::Accepted { Mark::Observed } else { Mark::Disputed }
}

/// By the first day it may have started; without one, by the day by which it had; without any, last.
fn order(time: &Period) -> Bounds {
    let start = time.start();
    if start.earliest == Day::PAST { start.latest.into() } else { start }
}
