//! Between which days a network came into being and ended, by all accepted sources together.

use comity_model::{ClaimId, Day, EntityAttribute, FuzzyDate, Polarity, Shape, Standing, Statement, Window};

use crate::world::{Node, World};

/// The widest bounds that accepted sources leave; `None` where none says anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lifetime {
    founded: Option<(Day, Day)>,
    dissolved: Option<(Day, Day)>,
    founding: Vec<ClaimId>,
    end: Vec<ClaimId>,
}

impl Lifetime {
    pub(super) fn of(world: &World, node: Node) -> Self {
        let mut life = Self::default();
        for statement in world.statements_about(node) {
            let Some((attribute, day)) = dated(world, node, statement) else { continue };
            let (bounds, claims) = match attribute {
                EntityAttribute::Founded => (&mut life.founded, &mut life.founding),
                EntityAttribute::Dissolved => (&mut life.dissolved, &mut life.end),
                _ => continue,
            };
            let (low, high) = bounds.unwrap_or((day.earliest(), day.latest()));
            *bounds = Some((low.min(day.earliest()), high.max(day.latest())));
            claims.push(statement.id);
        }
        life
    }

    pub(super) fn starts_after(&self, window: Window) -> bool {
        self.founded.is_some_and(|(earliest, _)| earliest > window.to)
    }

    pub(super) fn ends_before(&self, window: Window) -> bool {
        self.dissolved.is_some_and(|(_, latest)| latest < window.from)
    }

    pub(super) fn first_day(&self) -> Option<Day> {
        self.founded.map(|(earliest, _)| earliest)
    }

    pub(super) fn founding_claims(&self) -> Vec<ClaimId> {
        self.founding.clone()
    }

    pub(super) fn end_claims(&self) -> Vec<ClaimId> {
        self.end.clone()
    }
}

/// The date that an accepted statement gives to an attribute of the network itself.
fn dated(world: &World, node: Node, statement: &Statement) -> Option<(EntityAttribute, FuzzyDate)> {
    let Shape::Attribute { entity, attribute, value, .. } = &statement.claim.shape else { return None };
    let own = entity.id.as_ref().and_then(|id| world.node(id)) == Some(node);
    let said = statement.standing == Standing::Accepted && statement.claim.polarity == Polarity::Asserted;
    let date = value.parse().ok().filter(|_| own && said)?;
    Some((*attribute, date))
}
