//! Between which days something came into being and ended, by all accepted sources together.

use comity_model::{
    ClaimId, Day, EntityAttribute, EntityKind, FuzzyDate, Polarity, Shape, Standing, Statement, Window,
};

use crate::snapshot::{Node, World};

/// The widest bounds that accepted sources leave; `None` where none says anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lifetime {
    founded: Option<(Day, Day)>,
    dissolved: Option<(Day, Day)>,
    founding: Vec<ClaimId>,
    end: Vec<ClaimId>,
}

impl Lifetime {
    pub fn of(world: &World, node: Node) -> Self {
        let mut life = Self::default();
        for statement in world.statements_about(node) {
            let Some((attribute, day)) = dated(world, node, statement) else { continue };
            let (founds, ends) = match attribute {
                EntityAttribute::Founded => (true, false),
                EntityAttribute::Dissolved => (false, true),
                EntityAttribute::Date if world.at(node).kind == EntityKind::Event => (true, true),
                _ => continue,
            };
            if founds {
                life.founded = Some(widened(life.founded, &day));
                life.founding.push(statement.id);
            }
            if ends {
                life.dissolved = Some(widened(life.dissolved, &day));
                life.end.push(statement.id);
            }
        }
        life
    }

    pub fn starts_after(&self, window: Window) -> bool {
        self.founded.is_some_and(|(earliest, _)| earliest > window.to)
    }

    pub fn ends_before(&self, window: Window) -> bool {
        self.dissolved.is_some_and(|(_, latest)| latest < window.from)
    }

    pub fn first_day(&self) -> Option<Day> {
        self.founded.map(|(earliest, _)| earliest)
    }

    /// When it came into being, between two days; `None`: no source says.
    pub fn founded(&self) -> Option<(Day, Day)> {
        self.founded
    }

    /// When it ended; an event ends when it took place.
    pub fn dissolved(&self) -> Option<(Day, Day)> {
        self.dissolved
    }

    pub fn founding_claims(&self) -> Vec<ClaimId> {
        self.founding.clone()
    }

    pub fn end_claims(&self) -> Vec<ClaimId> {
        self.end.clone()
    }
}

fn widened(bounds: Option<(Day, Day)>, day: &FuzzyDate) -> (Day, Day) {
    let (low, high) = bounds.unwrap_or((day.earliest(), day.latest()));
    (low.min(day.earliest()), high.max(day.latest()))
}

/// The date that an accepted statement gives to an attribute of the thing itself.
fn dated(world: &World, node: Node, statement: &Statement) -> Option<(EntityAttribute, FuzzyDate)> {
    let Shape::Attribute { entity, attribute, value, .. } = &statement.claim.shape else { return None };
    let own = entity.id.as_ref().and_then(|id| world.node(id)) == Some(node);
    let said = statement.standing == Standing::Accepted && statement.claim.polarity == Polarity::Asserted;
    let date = value.parse().ok().filter(|_| own && said)?;
    Some((*attribute, date))
}
