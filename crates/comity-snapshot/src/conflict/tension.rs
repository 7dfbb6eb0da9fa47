//! Numbers of the same thing that cannot both be right, and dates of one founding that cannot either.

use std::collections::BTreeSet;

use comity_graph::cancel::check;
use comity_model::{
    Certainty, Day, EntityAttribute, FuzzyDate, Polarity, Quantity, Scope, Shape, Standing, Statement,
};

use super::contradiction::statement_entities;
use super::{Conflict, ConflictKind, ConflictSide, Topic};
use crate::scope::same_scope;
use crate::snapshot::Snapshot;
use crate::statement_time::time_of;
use crate::words;

/// As-of days further apart than this describe different times.
const FIVE_YEARS: i64 = 5 * 366;

/// Counts of one scope, of which some within five years exclude each other; all of those stand side by side.
pub(super) fn between_counts(snapshot: &Snapshot) -> Vec<Conflict> {
    let mut scopes: Vec<Vec<Counted<'_>>> = Vec::new();
    for counted in snapshot.statements().iter().filter_map(count) {
        check();
        match scopes.iter_mut().find(|known| same_scope(known[0].1, counted.1)) {
            Some(known) => known.push(counted),
            None => scopes.push(vec![counted]),
        }
    }
    scopes.iter().filter_map(|counts| of_scope(snapshot, counts)).collect()
}

/// A count with its scope and quantity.
type Counted<'w> = (&'w Statement, &'w Scope, &'w Quantity);

fn of_scope(snapshot: &Snapshot, counts: &[Counted<'_>]) -> Option<Conflict> {
    let excludes = |a: &Counted<'_>, b: &Counted<'_>| a.2.disjoint(b.2) && near_in_time(snapshot, a.0, b.0);
    let tense: Vec<&Counted<'_>> =
        counts.iter().filter(|one| counts.iter().any(|other| excludes(one, other))).collect();
    let mut statements: Vec<&Statement> = tense.iter().map(|(statement, _, _)| *statement).collect();
    statements.sort_by_key(|statement| (time_of(snapshot, statement).end().latest, statement.id));
    let wordings: BTreeSet<&str> = tense.iter().map(|(_, scope, _)| scope.wording.as_str()).collect();
    let what = wordings.into_iter().collect::<Vec<_>>().join(" / ");
    (!statements.is_empty()).then(|| conflict(snapshot, Topic::Count, what, &statements))
}

fn count(statement: &Statement) -> Option<Counted<'_>> {
    match &statement.claim.shape {
        Shape::Count { scope, quantity: Some(quantity), .. } if statement.standing == Standing::Accepted => {
            Some((statement, scope, quantity))
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
pub(super) fn between_dates(snapshot: &Snapshot) -> Vec<Conflict> {
    let dated: Vec<(&Statement, _, EntityAttribute, FuzzyDate)> =
        snapshot.statements().iter().filter_map(founding).collect();
    let mut found = Vec::new();
    for (place, (a, entity, attribute, date)) in dated.iter().enumerate() {
        check();
        for (b, other_entity, other_attribute, other) in &dated[place + 1..] {
            let apart = date.latest() < other.earliest() || other.latest() < date.earliest();
            if entity == other_entity && attribute == other_attribute && apart {
                found.push(conflict(snapshot, Topic::Date, words::attribute(*attribute), &[a, b]));
            }
        }
    }
    found
}

fn founding(
    statement: &Statement,
) -> Option<(&Statement, &comity_model::EntityId, EntityAttribute, FuzzyDate)> {
    let Shape::Attribute { entity, attribute, value, .. } = &statement.claim.shape else { return None };
    let once = matches!(attribute, EntityAttribute::Founded | EntityAttribute::Dissolved);
    let accepted = statement.standing == Standing::Accepted && statement.claim.polarity == Polarity::Asserted;
    Some((statement, entity.id.as_ref().filter(|_| once && accepted)?, *attribute, value.parse().ok()?))
}

fn conflict(snapshot: &Snapshot, topic: Topic, what: String, statements: &[&Statement]) -> Conflict {
    let side = |statement: &&Statement| {
        ConflictSide::new(words::statement(&statement.claim), vec![snapshot.evidence_of_statement(statement)])
    };
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
        sides: statements.iter().map(side).collect(),
        parameter: String::new(),
    }
}
