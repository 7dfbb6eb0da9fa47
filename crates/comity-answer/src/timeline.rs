//! Every dated statement about one entity in order, with its uncertain ends.

use comity_model::{Day, EntityId, EntityKind, Link, LinkKind, Period, Polarity, Shape, Standing, Statement};
use serde::Serialize;

use crate::ask::{Answer, Arguments, AskError};
use crate::part::{
    About, At, Chart, EntityRef, Evidence, IntervalRow, Layer, Looked, Picture, Span, State, Table, about,
};
use crate::question::{Group, LIMIT, Question, need};
use crate::statement_time::time_of;
use crate::words;
use crate::world::{Node, World};

pub(crate) const QUESTION: Question = Question {
    id: "timeline",
    title: "What happened when?",
    group: Group::WhoAndWhen,
    help: "Every dated statement about an entity in order, uncertain ends said so",
    arguments: &[need("entity", "a city, network, agreement, …"), LIMIT],
    example: "comity ask timeline c40",
    answer: |world, arguments| timeline(world, &TimelineArgs::read(arguments)?).map(Answer::Timeline),
};

/// Whose timeline.
#[derive(Debug, Clone)]
pub struct TimelineArgs {
    pub entity: EntityId,
    pub at: At,
    pub limit: usize,
}

impl TimelineArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        Ok(Self { entity: arguments.entity("entity")?, at: arguments.at()?, limit: arguments.limit()? })
    }
}

/// Statements in order of their start; those without any date last.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Timeline {
    #[serde(flatten)]
    pub about: About,
    pub entity: EntityRef,
    pub rows: Vec<TimelineRow>,
    pub left_out: u64,
}

impl Timeline {
    /// As files have it.
    pub(crate) fn table(&self) -> Table {
        let mut table = Table::new(
            "rows",
            "What happened when",
            &[
                ("when", "When", ""),
                ("from", "From at the earliest", ""),
                ("to", "To at the latest", ""),
                ("layer", "Layer", ""),
                ("what", "What", ""),
                ("with", "With", ""),
                ("says", "Says who?", ""),
            ],
        );
        table.left_out = self.left_out;
        for row in &self.rows {
            let cells = vec![
                row.when.clone().into(),
                row.from.clone().into(),
                row.to.clone().into(),
                row.layer.map_or("claims", Layer::word).into(),
                row.what.clone().into(),
                row.with().into(),
                format!("{}, {}", row.evidence.source.title, row.evidence.locator).into(),
            ];
            table.push(cells, vec![row.evidence.clone()]);
        }
        table
    }

    /// What has a date, as spans over the years.
    pub(crate) fn chart(&self) -> Option<Chart> {
        let dated = self.rows.iter().filter(|row| row.span.is_dated());
        let row = |row: &TimelineRow| IntervalRow { label: row.label(), spans: vec![row.span] };
        let rows: Vec<IntervalRow> = dated.map(row).collect();
        (rows.len() > 1).then(|| Chart {
            id: "spans",
            title: format!("{} over the years", self.entity.name),
            caption: "Each line is what one source says; an end that no source gives is broken off."
                .to_owned(),
            table: "rows",
            picture: Picture::Intervals { rows },
        })
    }
}

impl TimelineRow {
    /// The others first: they tell rows of one kind apart.
    fn label(&self) -> String {
        let names: Vec<&str> = self.other.iter().map(|one| one.name.as_str()).collect();
        if names.is_empty() { self.what.clone() } else { format!("{}: {}", names.join(", "), self.what) }
    }

    /// The names of the others in it.
    fn with(&self) -> String {
        self.other.iter().map(EntityRef::full).collect::<Vec<_>>().join("; ")
    }
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineRow {
    /// "since 1981", "as of March 2022", "year: not found".
    pub when: String,
    /// The first day it may have started, ISO; `..` where nothing is known.
    pub from: String,
    /// The last day it may have ended, ISO; `..` where it may still hold.
    pub to: String,
    /// Whether start or end is less precise than a day, or not stated.
    pub uncertain: bool,
    /// "claims" for what is no tie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<Layer>,
    pub what: String,
    pub other: Vec<EntityRef>,
    pub evidence: Evidence,
    /// Its dates, to be drawn.
    #[serde(skip)]
    pub span: Span,
}

pub fn timeline(world: &World, args: &TimelineArgs) -> Result<Timeline, AskError> {
    let node = world.must(&args.entity)?;
    let mut rows = rows_of(world, node);
    let left_out = rows.len().saturating_sub(args.limit) as u64;
    rows.truncate(args.limit);
    let entity = world.refer(node);
    let about = about(world, format!("{}: what happened when", entity.full()), &args.at, Looked::default());
    Ok(Timeline { about, entity, rows, left_out })
}

/// All rows, in order.
pub(crate) fn rows_of(world: &World, node: Node) -> Vec<TimelineRow> {
    let from = world.from(node).map(|(link, other)| link_row(world, node, link, other, true));
    let into = world.into(node).map(|(link, other)| link_row(world, node, link, other, false));
    let said = world.statements_about(node).map(|statement| statement_row(world, node, statement));
    let mut rows: Vec<((Day, Day), TimelineRow)> = from.chain(into).chain(said).collect();
    rows.sort_by(|(a, x), (b, y)| (a, &x.evidence.claim, &x.what).cmp(&(b, &y.evidence.claim, &y.what)));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn link_row(world: &World, node: Node, link: &Link, other: Node, forward: bool) -> ((Day, Day), TimelineRow) {
    let others = if link.kind == LinkKind::Party && world.at(other).kind == EntityKind::Agreement {
        world.parties(other).into_iter().filter(|party| *party != node).collect()
    } else {
        vec![other]
    };
    let denied = link.polarity == Polarity::Denied;
    let not = if denied { "not: " } else { "" };
    let phrase = if link.kind == LinkKind::Party && forward {
        words::agreement(if link.called.is_empty() { &world.at(other).class } else { &link.called })
    } else {
        words::link_phrase(link, forward)
    };
    let mut row = row(&link.valid, Some(Layer::of(link.kind)), format!("{not}{phrase}"), world.prove(link));
    if denied {
        row.span.state = State::Denied;
    }
    let others = others.into_iter().map(|node| world.refer(node)).collect();
    (order(&link.valid), TimelineRow { other: others, ..row })
}

fn statement_row(world: &World, node: Node, statement: &Statement) -> ((Day, Day), TimelineRow) {
    let time = match &statement.claim.shape {
        Shape::Attribute { value, .. } if is_date(statement) => value.parse().unwrap_or_default(),
        _ => time_of(world, statement),
    };
    let others = world.mentioned_in(statement).into_iter().filter(|other| *other != node);
    let other = others.map(|node| world.refer(node)).collect();
    let proof = world.prove_statement(statement);
    let mut row = row(&time, None, words::statement(&statement.claim), proof);
    if !is_date(statement) {
        row.when = words::when(&statement.claim);
    }
    (order(&time), TimelineRow { other, ..row })
}

/// Foundings and ends are on the day they tell, not on the day somebody told it.
fn is_date(statement: &Statement) -> bool {
    use comity_model::EntityAttribute::{Date, Dissolved, Founded};
    matches!(&statement.claim.shape, Shape::Attribute { attribute: Founded | Dissolved | Date, .. })
}

fn row(time: &Period, layer: Option<Layer>, what: String, evidence: Evidence) -> TimelineRow {
    let ((s0, s1), (e0, e1)) = (time.start(), time.end());
    TimelineRow {
        when: words::period(time),
        from: s0.to_string(),
        to: e1.to_string(),
        uncertain: s0 != s1 || e0 != e1,
        layer,
        what,
        other: Vec::new(),
        span: Span::of(time, shown(&evidence)),
        evidence,
    }
}

/// How what one source says is drawn.
fn shown(evidence: &Evidence) -> State {
    if evidence.standing == Standing::Accepted { State::Confirmed } else { State::Disputed }
}

/// By the first day it may have started; without one, by the day by which it had; without any, last.
fn order(time: &Period) -> (Day, Day) {
    let (s0, s1) = time.start();
    if s0 == Day::PAST { (s1, s1) } else { (s0, s1) }
}
