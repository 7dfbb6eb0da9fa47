//! The relations of a day before and after a change of them, and what it does to every figure.

use comity_messages::{Message, message};
use comity_snapshot::EntityIx;
use comity_snapshot::relations::{Relation, RelationKind, Relations};

/// What is counted, before and after a change of it.
pub(crate) struct Intervention<'w> {
    pub(crate) before: Relations<'w>,
    pub(crate) after: Relations<'w>,
}

/// A figure before and after; `None`: too many to count.
pub(crate) struct FigureChange {
    pub(crate) label: Message,
    pub(crate) before: Option<u64>,
    pub(crate) after: Option<u64>,
}

impl Intervention<'_> {
    /// The figures that tell a change.
    pub(crate) fn figures(&self) -> Vec<FigureChange> {
        let [before, after] = [&self.before, &self.after].map(|relations| {
            let structure = relations.structure();
            [
                Some(structure.tied.len() as u64),
                structure.ties,
                Some(structure.groups),
                Some(structure.largest),
                Some(structure.connected),
                Some(count(relations, |how| matches!(how, RelationKind::TakesPart(_)))),
                Some(count(relations, |how| how == RelationKind::Backs)),
                Some(count(relations, |how| how == RelationKind::Coordinates)),
            ]
        });
        let labels = [
            message!("change-tables-tied"),
            message!("change-tables-ties"),
            message!("change-tables-groups"),
            message!("change-tables-largest"),
            message!("change-tables-connected"),
            message!("change-tables-memberships"),
            message!("change-tables-backings"),
            message!("change-tables-coordination"),
        ];
        let moved = |((label, before), after)| FigureChange { label, before, after };
        labels.into_iter().zip(before).zip(after).map(moved).collect()
    }

    /// Relations that are gone.
    pub(crate) fn lost(&self) -> impl Iterator<Item = &Relation> {
        self.before.all.iter().filter(|relation| self.after.all.binary_search(relation).is_err())
    }

    /// Places that met others before and meet nobody after.
    pub(crate) fn isolated(&self) -> Vec<EntityIx> {
        let after = self.after.structure().tied;
        self.before.structure().tied.into_iter().filter(|place| !after.contains(place)).collect()
    }
}

fn count(relations: &Relations<'_>, how: impl Fn(RelationKind) -> bool) -> u64 {
    relations.all.iter().filter(|relation| how(relation.how)).count() as u64
}
