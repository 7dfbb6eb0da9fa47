//! Between which days something came into being and ended, by all accepted sources together.

use std::collections::BTreeSet;

use comity_model::{Bounds, ClaimId, Day, EntityAttribute, EntityKind, FuzzyDate, Window};

use crate::attribute::AttributeStatement;
use crate::snapshot::{EntityIx, Snapshot};

/// The widest bounds that accepted sources leave; `None` where none says anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lifetime {
    founded: Option<Bounds>,
    dissolved: Option<Bounds>,
    founding: Vec<ClaimId>,
    end: Vec<ClaimId>,
}

impl Lifetime {
    pub fn of(snapshot: &Snapshot, node: EntityIx) -> Self {
        let mut life = Self::default();
        for stated in snapshot.attributes(node) {
            let Ok(day) = stated.value.parse::<FuzzyDate>() else { continue };
            let (founds, ends) = match stated.attribute {
                EntityAttribute::Founded => (true, false),
                EntityAttribute::Dissolved => (false, true),
                EntityAttribute::Date if snapshot.entity(node).kind == EntityKind::Event => (true, true),
                _ => continue,
            };
            if founds {
                life.founded = Some(widened(life.founded, &day));
                life.founding.push(stated.statement.id);
            }
            if ends {
                life.dissolved = Some(widened(life.dissolved, &day));
                life.end.push(stated.statement.id);
            }
        }
        life
    }

    pub fn starts_after(&self, window: Window) -> bool {
        self.founded.is_some_and(|days| days.earliest > window.to)
    }

    pub fn ends_before(&self, window: Window) -> bool {
        self.dissolved.is_some_and(|days| days.latest < window.from)
    }

    pub fn first_day(&self) -> Option<Day> {
        self.founded.map(|days| days.earliest)
    }

    /// When it came into being, between two days; `None`: no source says.
    pub fn founded(&self) -> Option<Bounds> {
        self.founded
    }

    /// When it ended; an event ends when it took place.
    pub fn dissolved(&self) -> Option<Bounds> {
        self.dissolved
    }

    pub fn founding_claims(&self) -> Vec<ClaimId> {
        self.founding.clone()
    }

    pub fn end_claims(&self) -> Vec<ClaimId> {
        self.end.clone()
    }
}

fn widened(found: Option<Bounds>, day: &FuzzyDate) -> Bounds {
    let own = Bounds::from(day);
    found.map_or(own, |found| found.widened(own))
}

/// What was dissolved before a window, whatever its ties say of their own end: it takes part in nothing then, and
/// nobody in it. An event is in its day, and was not dissolved by it. Cost: one pass over the statements.
pub fn dissolved_before(snapshot: &Snapshot, window: Window) -> BTreeSet<EntityIx> {
    let dated =
        snapshot.statements().iter().filter_map(|statement| AttributeStatement::of(snapshot, statement));
    let dissolved = dated.filter(|(_, stated)| stated.attribute == EntityAttribute::Dissolved);
    let nodes: BTreeSet<EntityIx> = dissolved.map(|(node, _)| node).collect();
    nodes.into_iter().filter(|node| Lifetime::of(snapshot, *node).ends_before(window)).collect()
}
