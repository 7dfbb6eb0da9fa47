//! What accepted statements say of one attribute of an entity.

use comity_messages::say;
use comity_model::{
    Bounds, Day, EntityAttribute, FuzzyDate, Modality, Polarity, Shape, Standing, Statement, Window,
};

use crate::snapshot::{EntityIx, Evidence, Snapshot};
use crate::statement_time::time_of;
use crate::wording;

/// What an accepted source asserts of an attribute of an entity itself. The one place that says which statements
/// count: what was only proposed, set aside, doubted or denied does not, nor a founding or an end that was only planned.
#[derive(Debug, Clone, Copy)]
pub struct AttributeStatement<'w> {
    pub statement: &'w Statement,
    pub attribute: EntityAttribute,
    pub value: &'w str,
    pub unit: &'w str,
}

impl<'w> AttributeStatement<'w> {
    /// With the entity it is said of; `None` where the statement says something else, or does not count.
    pub fn of(snapshot: &Snapshot, statement: &'w Statement) -> Option<(EntityIx, Self)> {
        Self::asserted(snapshot, statement)
            .filter(|(_, stated)| statement.standing == Standing::Accepted && stated.took_place())
    }

    fn took_place(&self) -> bool {
        let is_once = matches!(self.attribute, EntityAttribute::Founded | EntityAttribute::Dissolved);
        !is_once || self.statement.claim.modality != Modality::Planned
    }

    /// The same whatever the statement's standing: for where that is shown beside it.
    pub fn asserted(snapshot: &Snapshot, statement: &'w Statement) -> Option<(EntityIx, Self)> {
        let Shape::Attribute { entity, attribute, value, unit } = &statement.claim.shape else { return None };
        let asserted = statement.claim.polarity == Polarity::Asserted;
        let node = snapshot.node(entity.id.as_ref()?).filter(|_| asserted)?;
        Some((node, Self { statement, attribute: *attribute, value, unit }))
    }
}

impl Snapshot {
    /// What is stated of it, in order of claims.
    pub fn attributes(&self, node: EntityIx) -> impl Iterator<Item = AttributeStatement<'_>> {
        let all = self.statements_about(node).filter_map(|statement| AttributeStatement::of(self, statement));
        all.filter(move |(of, _)| *of == node).map(|(_, stated)| stated)
    }

    /// The values stated of one attribute, with their statements, in order of claims.
    pub fn stated(
        &self,
        node: EntityIx,
        wanted: EntityAttribute,
    ) -> impl Iterator<Item = (&Statement, &str)> {
        let wanted = self.attributes(node).filter(move |stated| stated.attribute == wanted);
        wanted.map(|stated| (stated.statement, stated.value))
    }

    /// Each value once, joined with "or", and who says so; `None` where nobody states it.
    pub fn said(&self, node: EntityIx, wanted: EntityAttribute) -> Option<(String, Vec<Evidence>)> {
        let mut values: Vec<String> = Vec::new();
        let mut evidence = Vec::new();
        for (statement, value) in self.stated(node, wanted) {
            let value = wording::spoken(value);
            if !values.contains(&value) {
                values.push(value);
            }
            evidence.push(self.evidence_of_statement(statement));
        }
        (!values.is_empty()).then(|| (values.join(&say!("between-or")), evidence))
    }

    /// How many lived there, by the statement nearest in time to `day`: "4700 (2004)".
    pub fn population_near(&self, node: EntityIx, day: Day) -> Option<(String, Evidence)> {
        let counted = self.stated(node, EntityAttribute::Population);
        let timed = counted.map(|(statement, value)| (time_of(self, statement), statement, value));
        let away = |from: Day| (i64::from(from.0) - i64::from(day.0)).abs();
        let (time, statement, value) = timed.min_by_key(|(time, statement, _)| {
            (away(time.start().earliest).min(away(time.end().latest)), statement.id)
        })?;
        let when = time.start().earliest.year().map_or_else(|| say!("date-undated"), |year| year.to_string());
        Some((format!("{value} ({when})"), self.evidence_of_statement(statement)))
    }
}

/// What statements in force in `window` say of the state or fate of a thing, spoken.
pub fn said_states(snapshot: &Snapshot, thing: EntityIx, window: Window) -> Vec<(String, &Statement)> {
    let states = snapshot.attributes(thing).filter(|stated| is_of_state(stated, window));
    states.map(|stated| (wording::spoken(stated.value), stated.statement)).collect()
}

/// Whether a statement says in what state something may be in a window.
fn is_of_state(stated: &AttributeStatement<'_>, window: Window) -> bool {
    let valid = &stated.statement.claim.valid;
    let in_force = valid.start().earliest <= window.to && valid.end().latest >= window.from;
    in_force && matches!(stated.attribute, EntityAttribute::State | EntityAttribute::Fate)
}

/// The first and the last day that any source allows.
pub fn dates(snapshot: &Snapshot, node: EntityIx, attribute: EntityAttribute) -> Option<Bounds> {
    let stated = snapshot.stated(node, attribute).filter_map(|(_, value)| value.parse::<FuzzyDate>().ok());
    stated.map(|date| Bounds::from(&date)).reduce(Bounds::widened)
}
