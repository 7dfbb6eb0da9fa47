//! What accepted statements say of one attribute of an entity.

use comity_model::{Day, EntityAttribute, FuzzyDate, Shape, Standing, Statement, Window};

use crate::snapshot::{Evidence, Node, World};
use crate::statement_time::time_of;
use crate::words;

impl World {
    /// The values stated of it, with their statements, in order of claims.
    pub fn stated(&self, node: Node, wanted: EntityAttribute) -> impl Iterator<Item = (&Statement, &str)> {
        self.statements_about(node).filter_map(move |statement| match &statement.claim.shape {
            Shape::Attribute { entity, attribute, value, .. } if *attribute == wanted => {
                let own = entity.id.as_ref().and_then(|id| self.node(id)) == Some(node);
                (own && statement.standing == Standing::Accepted).then_some((statement, value.as_str()))
            }
            _ => None,
        })
    }

    /// Each value once, joined with " or ", and who says so; `None` where nobody states it.
    pub fn said(&self, node: Node, wanted: EntityAttribute) -> Option<(String, Vec<Evidence>)> {
        let mut values: Vec<String> = Vec::new();
        let mut evidence = Vec::new();
        for (statement, value) in self.stated(node, wanted) {
            let value = words::spoken(value);
            if !values.contains(&value) {
                values.push(value);
            }
            evidence.push(self.prove_statement(statement));
        }
        (!values.is_empty()).then(|| (values.join(" or "), evidence))
    }

    /// How many lived there, by the statement nearest in time to `day`: "4700 (2004)".
    pub fn population_near(&self, node: Node, day: Day) -> Option<(String, Evidence)> {
        let counted = self.stated(node, EntityAttribute::Population);
        let timed = counted.map(|(statement, value)| (time_of(self, statement), statement, value));
        let away = |from: Day| (i64::from(from.0) - i64::from(day.0)).abs();
        let (time, statement, value) = timed.min_by_key(|(time, statement, _)| {
            (away(time.start().0).min(away(time.end().1)), statement.id)
        })?;
        let when = time.start().0.year().map_or_else(|| "undated".to_owned(), |year| year.to_string());
        Some((format!("{value} ({when})"), self.prove_statement(statement)))
    }
}

/// What accepted statements in force in `window` say of the state or fate of a thing, spoken.
pub fn said_states(world: &World, thing: Node, window: Window) -> Vec<(String, &Statement)> {
    let said = |statement: &Statement| match &statement.claim.shape {
        Shape::Attribute { attribute: EntityAttribute::State | EntityAttribute::Fate, value, .. } => {
            Some(words::spoken(value))
        }
        _ => None,
    };
    let in_force = |statement: &&Statement| {
        let started =
            statement.claim.valid.start().0 <= window.to && statement.claim.valid.end().1 >= window.from;
        started && statement.standing == Standing::Accepted
    };
    let all = world.statements_about(thing).filter(in_force);
    all.filter_map(|statement| Some((said(statement)?, statement))).collect()
}

/// The first and the last day that any source allows.
pub fn dates(world: &World, node: Node, attribute: EntityAttribute) -> Option<(Day, Day)> {
    let stated = world.stated(node, attribute).filter_map(|(_, value)| value.parse().ok());
    stated.fold(None, |found: Option<(Day, Day)>, date: FuzzyDate| {
        let (low, high) = found.unwrap_or((date.earliest(), date.latest()));
        Some((low.min(date.earliest()), high.max(date.latest())))
    })
}
