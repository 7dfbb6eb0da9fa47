//! Which statements mention which entity at a later moment.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{EntityId, Statement};

use super::laid::Laid;
use crate::snapshot::EntityIx;
use crate::snapshot::about::{About, MentionPairs};
use crate::snapshot::merged::Merged;
use crate::snapshot::record_column::RecordColumn;

impl About {
    /// The same with what changed laid over it; `said` are the statements, and where they were.
    pub(super) fn laid_over(
        &self,
        laid: &Laid<'_>,
        (statements, said): (&RecordColumn<Statement>, &Merged),
        canon: &BTreeMap<EntityId, EntityId>,
    ) -> Self {
        let node = |id: &EntityId| laid.node(canon.get(id).unwrap_or(id));
        let appeared = self.dangling.iter().filter(|(id, _)| node(id).is_some());
        let appeared = appeared.flat_map(|(_, places)| places).map(|place| *place as usize);
        let gone = (0..self.rows.len()).filter(|before| laid.now(*before).is_none());
        let gone = gone.flat_map(|before| self.rows.of(EntityIx::new(before)));
        let mut read: BTreeSet<u32> = appeared.chain(gone).filter_map(|place| said.now[place]).collect();
        read.extend(said.added().map(|(_, now)| EntityIx::new(now).0));
        let mut pairs = MentionPairs::default();
        let now = |place: usize| said.now[place].filter(|now| !read.contains(now));
        for before in 0..self.rows.len() {
            let Some(node) = laid.now(before) else { continue };
            let kept = self.rows.of(EntityIx::new(before)).filter_map(now);
            pairs.pairs.extend(kept.map(|place| (node, place)));
        }
        for (id, places) in &self.dangling {
            let kept = places.iter().filter_map(|place| now(*place as usize));
            pairs.dangling.entry(id.clone()).or_default().extend(kept);
        }
        for place in &read {
            pairs.add(*place, &statements[*place as usize], node);
        }
        pairs.in_order(laid.entities.order.len())
    }
}
