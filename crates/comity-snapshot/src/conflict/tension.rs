//! Numbers of the same thing that cannot both be right, and dates of one founding that cannot either.

use std::collections::BTreeSet;

use comity_graph::cancel::check;
use comity_model::{
    Certainty, Counting, Day, EntityAttribute, FuzzyDate, Modality, Polarity, Quantity, Scope, Shape,
    Standing, Statement,
};

use super::claim_subject::ClaimSubject;
use super::contradiction::statement_entities;
use super::extent::Extent;
use super::{Conflict, ConflictKind, ConflictSide, Topic};
use crate::snapshot::Snapshot;
use crate::statement_time::time_of;
use crate::wording;

/// As-of days further apart than this describe different times.
const FIVE_YEARS: i64 = 5 * 366;

/// Counts of one scope, of which some within five years exclude each other; all of those stand side by side.
pub(super) fn between_counts(extent: &Extent<'_>) -> Vec<Conflict> {
    let snapshot = extent.snapshot;
    let mut scopes: Vec<(ClaimSubject, Vec<Counted<'_>>)> = Vec::new();
    for counted in extent.statements().filter_map(count) {
        check();
        let Some(subject) = ClaimSubject::of(snapshot, counted.statement) else { continue };
        match scopes.iter_mut().find(|(known, _)| *known == subject) {
            Some((_, counts)) => counts.push(counted),
            None => scopes.push((subject, vec![counted])),
        }
    }
    scopes.iter().filter_map(|(_, counts)| of_scope(snapshot, counts)).collect()
}

/// A statement that counts.
struct Counted<'w> {
    statement: &'w Statement,
    scope: &'w Scope,
    quantity: &'w Quantity,
}

impl Counted<'_> {
    fn excludes(&self, other: &Self, snapshot: &Snapshot) -> bool {
        self.quantity.disjoint(other.quantity) && self.is_of_the_time_of(other, snapshot)
    }

    /// Money is of its own years, and what was asked for is no rival of what was had.
    fn is_of_the_time_of(&self, other: &Self, snapshot: &Snapshot) -> bool {
        if self.scope.counting == Counting::Money {
            let had = |one: &Self| one.statement.claim.modality == Modality::Done;
            if !had(self) || !had(other) {
                return false;
            }
            let (a, b) = (time_of(snapshot, self.statement), time_of(snapshot, other.statement));
            return a.start().earliest <= b.end().latest && b.start().earliest <= a.end().latest;
        }
        near_in_time(snapshot, self.statement, other.statement)
    }
}

fn of_scope(snapshot: &Snapshot, counts: &[Counted<'_>]) -> Option<Conflict> {
    let tense: Vec<&Counted<'_>> =
        counts.iter().filter(|one| counts.iter().any(|other| one.excludes(other, snapshot))).collect();
    let mut statements: Vec<&Statement> = tense.iter().map(|counted| counted.statement).collect();
    statements.sort_by_key(|statement| (time_of(snapshot, statement).end().latest, statement.id));
    let wordings: BTreeSet<&str> = tense.iter().map(|counted| counted.scope.wording.as_str()).collect();
    let what = wordings.into_iter().collect::<Vec<_>>().join(" / ");
    (!statements.is_empty()).then(|| conflict(snapshot, Topic::Count, what, &statements))
}

fn count(statement: &Statement) -> Option<Counted<'_>> {
    match &statement.claim.shape {
        Shape::Count { scope, quantity: Some(quantity), .. } if statement.standing == Standing::Accepted => {
            Some(Counted { statement, scope, quantity })
        }
        _ => None,
    }
}

/// An undated statement is of no time that could be near another's.
pub fn near_in_time(snapshot: &Snapshot, a: &Statement, b: &Statement) -> bool {
    let (a, b) = (time_of(snapshot, a), time_of(snapshot, b));
    let apart = |early: Day, late: Day| i64::from(late.0) - i64::from(early.0);
    let dated = !a.as_str().is_empty() && !b.as_str().is_empty();
    dated
        && apart(a.end().latest, b.start().earliest) <= FIVE_YEARS
        && apart(b.end().latest, a.start().earliest) <= FIVE_YEARS
}

/// Founding and end of one entity, dated so that both cannot be right.
pub(super) fn between_dates(extent: &Extent<'_>) -> Vec<Conflict> {
    let snapshot = extent.snapshot;
    let dated: Vec<Founding<'_>> =
        extent.statements().filter_map(|one| Founding::of(snapshot, one)).collect();
    let mut found = Vec::new();
    for (place, one) in dated.iter().enumerate() {
        check();
        for other in dated[place + 1..].iter().filter(|other| one.excludes(other)) {
            let what = wording::attribute(one.attribute);
            found.push(conflict(snapshot, Topic::Date, what, &[one.statement, other.statement]));
        }
    }
    found
}

/// The day on which something was founded or dissolved, as a source has it.
struct Founding<'w> {
    statement: &'w Statement,
    subject: ClaimSubject,
    attribute: EntityAttribute,
    date: FuzzyDate,
}

impl<'w> Founding<'w> {
    fn of(snapshot: &Snapshot, statement: &'w Statement) -> Option<Self> {
        let Shape::Attribute { attribute, value, .. } = &statement.claim.shape else { return None };
        let once = matches!(attribute, EntityAttribute::Founded | EntityAttribute::Dissolved);
        let accepted =
            statement.standing == Standing::Accepted && statement.claim.polarity == Polarity::Asserted;
        let subject = ClaimSubject::of(snapshot, statement).filter(|_| once && accepted)?;
        Some(Self { statement, subject, attribute: *attribute, date: value.parse().ok()? })
    }

    fn excludes(&self, other: &Self) -> bool {
        let apart = self.date.latest() < other.date.earliest() || other.date.latest() < self.date.earliest();
        apart && self.subject == other.subject
    }
}

fn conflict(snapshot: &Snapshot, topic: Topic, what: String, statements: &[&Statement]) -> Conflict {
    let entities = statement_entities(snapshot, statements[0]);
    let what = match entities.as_slice() {
        [one] if what.len() < 12 => format!("{}: {what}", one.name),
        _ => what,
    };
    Conflict {
        kind: ConflictKind::Tension,
        topic,
        what,
        certainty: Certainty::Certain,
        entities,
        sides: statements.iter().map(|statement| side(snapshot, statement)).collect(),
        parameter: String::new(),
    }
}

fn side(snapshot: &Snapshot, statement: &Statement) -> ConflictSide {
    ConflictSide::new(wording::statement(&statement.claim), vec![snapshot.evidence_of_statement(statement)])
}
