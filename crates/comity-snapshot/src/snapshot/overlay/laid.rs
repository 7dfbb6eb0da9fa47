//! The entities and links of a later moment, by those of an earlier one and what changed in between.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{ClaimId, Entity, EntityId, EntityKind, Link};

use crate::snapshot::by_claim::replaced;
use crate::snapshot::merged::{Merged, Origin};
use crate::snapshot::record_column::RecordColumn;
use crate::snapshot::{EntityIx, Snapshot, sides};

/// What lies where.
#[derive(Debug)]
pub(super) struct Laid<'s> {
    pub(super) before: &'s Snapshot,
    /// A record that changed is gone, and new.
    pub(super) entities: Merged,
    /// The new ones: those with a record by id, then those without.
    pub(super) own: Vec<Entity>,
    /// How many have a record.
    pub(super) recorded: usize,
    own_nodes: BTreeMap<EntityId, EntityIx>,
    /// Where each entity of before is now, whatever became of its record.
    pub(super) places: Vec<Option<EntityIx>>,
    pub(super) links: Merged,
    pub(super) linked: RecordColumn<Link>,
    pub(super) ends: Vec<(EntityIx, EntityIx)>,
}

/// What changed, by which things are told apart.
pub(super) struct Changed {
    pub(super) claims: BTreeSet<ClaimId>,
    pub(super) gone: BTreeSet<EntityId>,
    /// By id.
    pub(super) entities: Vec<Entity>,
    /// By claim and part.
    pub(super) links: Vec<Link>,
}

impl<'s> Laid<'s> {
    pub(super) fn new(before: &'s Snapshot, changed: Changed) -> Self {
        let Changed { claims, gone, entities, links } = changed;
        let (linked, links) = replaced(&before.links, claims.into_iter(), links);
        let (entities, own) = merged(before, &gone, entities);
        let recorded = entities.order.len();
        let mut laid = Self {
            before,
            recorded,
            own_nodes: BTreeMap::new(),
            places: entities.now.iter().map(|now| now.map(EntityIx)).collect(),
            entities,
            own,
            links,
            linked,
            ends: Vec::new(),
        };
        for (own, now) in laid.entities.added() {
            laid.own_nodes.insert(laid.own[own].id.clone(), EntityIx::new(now));
        }
        laid.follow();
        laid.tie();
        laid
    }

    /// By its own id: what was merged has none.
    pub(super) fn node(&self, id: &EntityId) -> Option<EntityIx> {
        let before = || self.before.ids.find(id).and_then(|before| self.now(before.index()));
        self.own_nodes.get(id).copied().or_else(before)
    }

    /// Where an entity of before is.
    pub(super) fn now(&self, before: usize) -> Option<EntityIx> {
        self.places[before]
    }

    pub(super) fn nodes(&self) -> impl Iterator<Item = (EntityIx, Origin)> {
        self.entities.order.iter().enumerate().map(|(node, origin)| (EntityIx::new(node), *origin))
    }

    pub(super) fn entity(&self, origin: Origin) -> &Entity {
        match origin.place() {
            Ok(before) => &self.before.entities[before],
            Err(own) => &self.own[own],
        }
    }

    pub(super) fn id(&self, origin: Origin) -> &str {
        match origin.place() {
            Ok(before) => self.before.ids.get(before),
            Err(own) => self.own[own].id.as_str(),
        }
    }

    /// Entities of before whose records gave way to new ones are where those are.
    fn follow(&mut self) {
        for (id, now) in &self.own_nodes {
            if let Some(before) = self.before.ids.find(id) {
                self.places[before.index()] = Some(*now);
            }
        }
    }

    /// Finds the ends of all links. What has no record and is spoken of by links comes last, without a name.
    fn tie(&mut self) {
        let mut unnamed: BTreeMap<EntityId, EntityKind> = BTreeMap::new();
        let mut open: Vec<(usize, [EntityId; 2])> = Vec::new();
        let mut ends = Vec::with_capacity(self.links.order.len());
        for (n, origin) in self.links.order.iter().enumerate() {
            let [subject, object] = match origin.place() {
                Ok(before) => {
                    let (subject, object) = self.before.ends[before];
                    [subject, object].map(|end| self.now(end.index()))
                }
                Err(_) => [&self.linked[n].subject, &self.linked[n].object].map(|id| self.node(id)),
            };
            if let (Some(subject), Some(object)) = (subject, object) {
                ends.push((subject, object));
                continue;
            }
            let link = &self.linked[n];
            ends.push((EntityIx(0), EntityIx(0)));
            open.push((n, [link.subject.clone(), link.object.clone()]));
            for (id, kind) in sides(link).into_iter().filter(|(id, _)| self.node(id).is_none()) {
                let least = unnamed.entry(id.clone()).or_insert(kind);
                *least = kind.min(*least);
            }
        }
        for (id, kind) in unnamed {
            self.own_nodes.insert(id.clone(), EntityIx::new(self.entities.order.len()));
            self.entities.order.push(Origin::new(self.own.len()));
            self.own.push(Entity::new(id, kind, ""));
        }
        for (n, ids) in open {
            let [subject, object] = ids.map(|id| self.node(&id).expect("it was given a place"));
            ends[n] = (subject, object);
        }
        self.ends = ends;
        self.follow();
    }
}

/// Those of before that have a record, without what is gone or changed, and what changed or is new; records that are as
/// they were are no change.
fn merged(before: &Snapshot, gone: &BTreeSet<EntityId>, entities: Vec<Entity>) -> (Merged, Vec<Entity>) {
    let recorded = before.recorded as usize;
    let place = |id: &EntityId| before.ids.find(id).map(EntityIx::index).filter(|place| *place < recorded);
    let is_other = |new: &Entity| place(&new.id).is_none_or(|place| before.entities[place] != *new);
    let same: BTreeSet<EntityId> =
        entities.iter().filter(|new| !is_other(new)).map(|new| new.id.clone()).collect();
    let new: Vec<Entity> = entities.into_iter().filter(|new| !same.contains(&new.id)).collect();
    let mut left: Vec<usize> = gone.iter().filter(|id| !same.contains(*id)).filter_map(place).collect();
    left.extend(new.iter().filter_map(|new| place(&new.id)));
    left.extend(recorded..before.entities.len());
    left.sort_unstable();
    left.dedup();
    let new_at: Vec<usize> = new.iter().map(|new| before.ids.before(&new.id, recorded)).collect();
    (Merged::new(before.entities.len(), &left, &new_at), new)
}
