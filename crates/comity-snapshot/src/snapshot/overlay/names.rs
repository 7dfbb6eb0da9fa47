//! Every name of every entity at a later moment.

use smol_str::SmolStr;

use super::laid::Laid;
use crate::snapshot::EntityIx;
use crate::snapshot::file::TextList;
use crate::snapshot::merged::Merged;
use crate::snapshot::names::{Keys, Names, in_order, keys_of};

impl Names {
    /// The same with what changed laid over it.
    pub(super) fn laid_over(&self, laid: &Laid<'_>) -> Self {
        let own = laid.nodes().filter_map(|(node, origin)| Some((origin.place().err()?, node)));
        let all = own.flat_map(|(own, node)| keys_of(&laid.own[own], node));
        let (romanised, written): (Vec<_>, Vec<_>) = all.partition(|(is_romanised, ..)| *is_romanised);
        let now = &laid.entities.now;
        Self {
            written: self.written.laid_over(now, written),
            romanised: self.romanised.laid_over(now, romanised),
        }
    }
}

impl Keys {
    /// Without the names of whoever is gone, and with new ones; `now` is where each bearer of before is.
    fn laid_over(&self, now: &[Option<u32>], new: Vec<(bool, SmolStr, EntityIx)>) -> Self {
        let new = in_order(new);
        let bearer = |n: usize| now[self.bearers[n] as usize];
        let new_at: Vec<usize> = new.iter().map(|(key, node)| self.place(key, *node, now)).collect();
        let gone: Vec<usize> = (0..self.names.len()).filter(|n| bearer(*n).is_none()).collect();
        let merged = Merged::new(self.names.len(), &gone, &new_at);
        let names = merged.order.iter().map(|origin| match origin.place() {
            Ok(before) => self.names.get(before),
            Err(own) => new[own].0.as_str(),
        });
        let bearers = merged.order.iter().filter_map(|origin| match origin.place() {
            Ok(before) => bearer(before),
            Err(own) => Some(new[own].1.0),
        });
        Self { names: TextList::made(names), bearers: bearers.collect() }
    }

    /// Before which name a new one stands.
    fn place(&self, key: &str, node: EntityIx, now: &[Option<u32>]) -> usize {
        let mut place = self.names.before(key, self.names.len());
        while place < self.names.len()
            && self.names.get(place) == key
            && now[self.bearers[place] as usize].is_none_or(|other| other < node.0)
        {
            place += 1;
        }
        place
    }
}
