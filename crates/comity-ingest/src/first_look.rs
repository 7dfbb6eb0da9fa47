//! What the whole file says before any row of it is settled: one row twice means the same wherever it stands.

use std::collections::{BTreeMap, HashSet};

use comity_model::{Claim, ClaimId, Decision, Entity, EntityId, Judgement, Mention, Record, Shape, Slot};
use comity_reconcile::{PartnerSide, Reciprocals};
use comity_source::TableReader;

use crate::names::NameIndex;

/// What the rows say of each other.
#[derive(Default)]
pub(crate) struct FirstLook {
    pub(crate) reciprocals: Reciprocals,
    /// Mentions that the file itself brings readings of, and whether they leave it open.
    pub(crate) judged: BTreeMap<(ClaimId, Slot), bool>,
    /// Those whom the file itself describes, and their names.
    pub(crate) described: HashSet<EntityId>,
    pub(crate) names: NameIndex,
}

impl FirstLook {
    pub(crate) fn of(rows: TableReader<'_>) -> Self {
        let mut look = Self::default();
        for record in rows.flat_map(|row| row.records) {
            match record {
                Record::Claim(claim) => {
                    pairs(&claim).for_each(|(one, other)| look.reciprocals.await_answers(one, other));
                }
                Record::Judgement(Judgement { decision: Decision::Resolve { claim, readings }, .. }) => {
                    let said = readings.iter().map(|said| ((claim, said.slot), said.entity.is_none()));
                    look.judged.extend(said);
                }
                Record::Entity(entity) => look.describe(&entity),
                _ => {}
            }
        }
        look
    }

    /// Many rows may describe one: the names of each of them count.
    pub(crate) fn describe(&mut self, entity: &Entity) {
        self.names.add(entity);
        if !self.described.contains(&entity.id) {
            self.described.insert(entity.id.clone());
        }
    }

    /// Hears what answers the rows that leave a country open.
    pub(crate) fn hear(&mut self, rows: TableReader<'_>) {
        for record in rows.flat_map(|row| row.records) {
            if let Record::Claim(claim) = record {
                pairs(&claim).for_each(|(one, other)| self.reciprocals.observe(one, other));
            }
        }
    }
}

/// The partners of a claim, two and two.
fn pairs(claim: &Claim) -> impl Iterator<Item = (PartnerSide<'_>, PartnerSide<'_>)> {
    let ends = match &claim.shape {
        Shape::Link { subject, object, .. } => Some((subject, object)),
        _ => None,
    };
    ends.into_iter().flat_map(|(subject, object)| object.with.iter().map(|with| (side(subject), side(with))))
}

pub(crate) fn side(mention: &Mention) -> PartnerSide<'_> {
    PartnerSide { name: &mention.text, country: mention.country.as_deref(), admin: mention.admin.as_deref() }
}
