//! Numbers of the same thing that cannot both be right, and dates of one founding that cannot either.

use comity_model::FuzzyDate;
use comity_model::{Certainty, Day, EntityAttribute, Quantity, Scope, Shape, Standing, Statement};

use super::contradiction::statement_entities;
use super::{Conflict, Nature, Side};
use crate::scope::{same_scope, time_of};
use crate::words;
use crate::world::World;

/// As-of days further apart than this describe different times.
const FIVE_YEARS: i64 = 5 * 366;

/// Counts of the same scope within five years whose quantities exclude each other.
pub(super) fn between_counts(world: &World) -> Vec<Conflict> {
    let counts: Vec<(&Statement, &Scope, &Quantity)> = world.statements().iter().filter_map(count).collect();
    let mut found = Vec::new();
    for (place, (a, scope, quantity)) in counts.iter().enumerate() {
        for (b, other_scope, other) in &counts[place + 1..] {
            if quantity.disjoint(other) && same_scope(scope, other_scope) && near_in_time(world, a, b) {
                found.push(conflict(world, words_of(scope, other_scope), a, b));
            }
        }
    }
    found
}

fn count(statement: &Statement) -> Option<(&Statement, &Scope, &Quantity)> {
    match &statement.claim.shape {
        Shape::Count { scope, quantity: Some(quantity), .. } if statement.standing == Standing::Accepted => {
            Some((statement, scope, quantity))
        }
        _ => None,
    }
}

fn words_of(a: &Scope, b: &Scope) -> String {
    if a.wording == b.wording { a.wording.to_string() } else { format!("{} / {}", a.wording, b.wording) }
}

fn near_in_time(world: &World, a: &Statement, b: &Statement) -> bool {
    let (a, b) = (time_of(world, a), time_of(world, b));
    let apart = |early: Day, late: Day| i64::from(late.0) - i64::from(early.0);
    apart(a.end().1, b.start().0) <= FIVE_YEARS && apart(b.end().1, a.start().0) <= FIVE_YEARS
}

/// Founding and end of one entity, dated so that both cannot be right.
pub(super) fn between_dates(world: &World) -> Vec<Conflict> {
    let dated: Vec<(&Statement, _, EntityAttribute, FuzzyDate)> =
        world.statements().iter().filter_map(founding).collect();
    let mut found = Vec::new();
    for (place, (a, entity, attribute, date)) in dated.iter().enumerate() {
        for (b, other_entity, other_attribute, other) in &dated[place + 1..] {
            let apart = date.latest() < other.earliest() || other.latest() < date.earliest();
            if entity == other_entity && attribute == other_attribute && apart {
                found.push(conflict(world, words::attribute(*attribute), a, b));
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
    let accepted = statement.standing == Standing::Accepted;
    Some((statement, entity.id.as_ref().filter(|_| once && accepted)?, *attribute, value.parse().ok()?))
}

fn conflict(world: &World, what: String, a: &Statement, b: &Statement) -> Conflict {
    let side = |statement: &Statement| Side {
        says: words::statement(&statement.claim),
        evidence: vec![world.prove_statement(statement)],
    };
    let entities = statement_entities(world, a);
    let what = match entities.as_slice() {
        [one] if what.len() < 12 => format!("{}: {what}", one.name),
        _ => what,
    };
    Conflict {
        nature: Nature::Tension,
        what,
        certainty: Certainty::Certain,
        entities,
        sides: vec![side(a), side(b)],
        parameter: String::new(),
    }
}
